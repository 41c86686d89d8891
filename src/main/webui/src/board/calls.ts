import { queryOptions } from '@tanstack/react-query';
import { allOf } from '../api/allOf';
import { api, data } from '../api/client';
import { keys } from '../api/keys';
import type { CallOnFloor, CallView, LegView } from '../api/schema';
import type { Line } from '../calls/quality';
import { MOST } from '../tickets/steering/agents';
import { paced } from '../tickets/steering/paced';

/** Nothing tells how lines become better or worse. */
const LOOKS = 5_000;

/** The calls that go on. Read anew with all that happens to tickets. */
export const callsOnFloor = queryOptions({
  queryKey: keys.tickets.callsOnFloor,
  queryFn: paced<CallOnFloor[]>(1_000, () =>
    allOf<CallOnFloor>((page) => data(api.GET('/api/v1/floor/calls', { params: { query: page } })), MOST),
  ),
  refetchInterval: ({ state }) => nextLook(state.data),
});

function nextLook(calls: CallOnFloor[] | undefined): number | false {
  return calls !== undefined && calls.length > 0 && LOOKS;
}

/** From here on people complain, or are content. */
const FAIR = 3;
const GOOD = 4;

/** The worst line in a call: whose it is, and how it would be rated. */
export function worstLine({ legs }: CallView): { line: Line; mos: number; leg: LegView } | undefined {
  let worst: LegView | undefined;
  for (const leg of legs) {
    if (leg.mos != null && (worst?.mos == null || leg.mos < worst.mos)) {
      worst = leg;
    }
  }
  return worst?.mos == null
    ? undefined
    : { line: worst.mos >= GOOD ? 'good' : worst.mos >= FAIR ? 'fair' : 'bad', mos: worst.mos, leg: worst };
}
