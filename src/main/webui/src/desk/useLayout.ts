import { useMediaQuery } from '@mantine/hooks';
import { useKept } from './useKept';

export type DeskPart = 'list' | 'ticket' | 'details';

/** Which parts of the desk are shown: all where the window is wide, else one instead of another, as it was before a reload. */
export function useLayout() {
  const [wanted, choose] = useKept<DeskPart>('part', 'list');
  const wide = useMediaQuery('(min-width: 80em)', true, { getInitialValueInEffect: false });
  const medium = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  const choices: DeskPart[] = wide ? [] : medium ? ['ticket', 'details'] : ['list', 'ticket', 'details'];
  const chosen = choices.includes(wanted) ? wanted : choices[0];
  return {
    /** Those that share one place; none where each has its own. */
    choices,
    chosen,
    choose,
    shows: (part: DeskPart) => !choices.includes(part) || part === chosen,
  };
}
