import { Badge } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../api/schema';
import { useClock } from '../tickets';
import { useStanding } from '../tickets/conversation/useUnread';
import { now, Since } from '../tickets/stopwatch';
import classes from './Standing.module.css';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** In a chat somebody sits and waits; else they look again later. */
export function urgencyOf(channel: TicketView['channel'], waited: number): 'calm' | 'long' | 'late' {
  const [long, late] = channel === 'CHAT' ? [MINUTE, 3 * MINUTE] : [HOUR, 4 * HOUR];
  return waited >= late ? 'late' : waited >= long ? 'long' : 'calm';
}

/** What I have not read of a ticket's conversation, and for how long its customer waits for an answer. */
export function Standing({ ticket, account }: { ticket: TicketView; account: number }) {
  const { t } = useTranslation('conversation');
  const { unread, unansweredSince } = useStanding(ticket.conversationId, account);
  return (
    <>
      {unansweredSince && <Unanswered since={unansweredSince} channel={ticket.channel} />}
      {unread > 0 && (
        <Badge circle size="md" color="pink.8" role="img" aria-label={t('unread', { count: unread })}>
          {unread > 99 ? '99' : unread}
        </Badge>
      )}
    </>
  );
}

function Unanswered({ since, channel }: { since: string; channel: TicketView['channel'] }) {
  const { t } = useTranslation('conversation');
  const urgency = useClock(() => urgencyOf(channel, now() - Date.parse(since)));
  return (
    <span className={classes.unanswered} data-urgency={urgency} data-testid="unanswered">
      <IconClock size={13} role="img" aria-label={t('unanswered')} />
      <Since time={since} short />
    </span>
  );
}
