import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import { optionsFound } from './found';

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

/** White on it can be read. */
const red: MantineColorsTuple = [
  '#fff5f5',
  '#ffe3e3',
  '#ffc9c9',
  '#ffa8a8',
  '#ff8787',
  '#fa5252',
  '#e03131',
  '#c92a2a',
  '#b02525',
  '#961f1f',
];

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: 7,
  autoContrast: true,
  colors: { teal, red, dark: slate },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  components: {
    // People write in any language, whatever the page speaks.
    TextInput: { defaultProps: { dir: 'auto' } },
    Textarea: { defaultProps: { dir: 'auto' } },
    Button: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { filter: optionsFound } },
    Table: { defaultProps: { verticalSpacing: 'xs' } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300 } },
    Modal: { defaultProps: { centered: true } },
  },
});

/** Mantine's own are too faint to be read by everybody (WCAG 2.2, 1.4.3). */
export const readable: CSSVariablesResolver = (mantine) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': mantine.colors.gray[7],
    '--mantine-color-placeholder': '#6b727a',
    '--mantine-color-error': red[9],
  },
  dark: {
    '--mantine-color-dimmed': slate[1],
    '--mantine-color-placeholder': slate[2],
    '--mantine-color-error': red[4],
  },
});
