import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The sleeves of the cables. */
const teal: MantineColorsTuple = [
  '#effcf9',
  '#d3f5ee',
  '#a6eadd',
  '#70d8c7',
  '#40bfae',
  '#23a294',
  '#168277',
  '#0f6b63',
  '#0f5550',
  '#0e4743',
];

const slate: MantineColorsTuple = [
  '#d5d9df',
  '#b4bac4',
  '#929aa8',
  '#6c7686',
  '#475061',
  '#353d4c',
  '#272e3b',
  '#1b212c',
  '#141922',
  '#0e1219',
];

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 5 },
  autoContrast: true,
  colors: { teal, dark: slate },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Table: { defaultProps: { verticalSpacing: 'xs' } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300 } },
    Modal: { defaultProps: { centered: true } },
  },
});
