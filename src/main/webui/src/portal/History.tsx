import { Group, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { TicketEventView, TicketStatus, TicketView } from '../api/schema';
import { useMe } from '../app/session';
import { useFormats } from './formats';
import { agentNameOf, nameIn } from './names';
import classes from './portal.module.css';

/** What became of it, in the customer's words: what was said stands in the conversation. Who uses a reader hears what comes. */
export function History({ request, events }: { request: TicketView; events: TicketEventView[] }) {
  const me = useMe();
  const { t } = useTranslation('portal');
  const formats = useFormats();
  return (
    <div role="log" aria-labelledby="history">
      <ol className={classes.history}>
        {ofInterest(events).map((event) => (
          <li key={event.id} className={classes.event} data-testid="event" data-type={event.type}>
            <Group justify="space-between" gap="xs" align="baseline">
              <Text fw={500}>{sentence(t, event, request, events, me.id)}</Text>
              <Text size="sm" c="dimmed" component="time" dateTime={event.at}>
                {formats.moment(event.at)}
              </Text>
            </Group>
          </li>
        ))}
      </ol>
    </div>
  );
}

type Told =
  | 'OPENED'
  | 'ASSIGNED'
  | 'RELEASED'
  | 'PENDED'
  | 'RESUMED'
  | 'RESOLVED'
  | 'REOPENED'
  | 'CLOSED'
  | 'CANCELLED'
  | 'MERGED'
  | 'DEFERRED'
  | 'RATED';

/** Which sentence tells an event; how it was routed is not the customer's concern. */
const TOLD: Partial<Record<string, Told>> = {
  OPENED: 'OPENED',
  ASSIGNED: 'ASSIGNED',
  ACCEPTED: 'ASSIGNED',
  RELEASED: 'RELEASED',
  EXPIRED: 'RELEASED',
  PENDED: 'PENDED',
  RESUMED: 'RESUMED',
  RESOLVED: 'RESOLVED',
  REOPENED: 'REOPENED',
  CLOSED: 'CLOSED',
  CANCELLED: 'CANCELLED',
  MERGED: 'MERGED',
  DEFERRED: 'DEFERRED',
  RATED: 'RATED',
};

/** An offer that nobody took changes nothing for the customer: it waits as before. Of ratings the last one counts. */
function ofInterest(events: TicketEventView[]): TicketEventView[] {
  let before: TicketStatus | undefined;
  const rated = events.findLast((event) => event.type === 'RATED');
  return events.filter((event) => {
    const told = TOLD[event.type];
    const returns = told === 'RELEASED' && before !== 'IN_PROGRESS';
    before = event.status;
    return told !== undefined && !returns && (told !== 'RATED' || event === rated);
  });
}

const MINE = new Set<Told>(['OPENED', 'RESUMED', 'REOPENED', 'CLOSED', 'CANCELLED', 'RATED']);

function sentence(
  t: TFunction<'portal'>,
  event: TicketEventView,
  request: TicketView,
  events: TicketEventView[],
  myId: number,
): string {
  const told = TOLD[event.type] ?? 'OPENED';
  if (event.actorId === myId && MINE.has(told)) {
    return t(`mine.${told as 'OPENED'}`);
  }
  const agentName =
    nameIn(events, event.agentId) ?? (event.agentId === request.agentId ? agentNameOf(request) : undefined);
  const name = (told === 'ASSIGNED' ? agentName : event.actorName) ?? agentName ?? t('somebody');
  return t(`event.${told}`, { name });
}
