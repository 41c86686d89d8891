import { useMemo } from 'react';
import { useMe } from '../app/session';
import { type Act, acts } from '../tickets/steering/acts';
import { steps } from '../tickets/together/steps';

const ofAgents: ReadonlySet<Act> = new Set([...steps, 'tag', 'untag']);

/** The acts of the reader on tickets. Agents tag, and take steps of what they hold; the rest is a supervisor's. */
export function useActs(): readonly Act[] {
  const { roles } = useMe();
  return useMemo(
    () =>
      roles.includes('supervisor') || roles.includes('admin')
        ? acts
        : acts.filter((act) => ofAgents.has(act)),
    [roles],
  );
}
