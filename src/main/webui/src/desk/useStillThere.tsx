import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentView, TicketView } from '../api/schema';
import { lastAttended } from '../parts/attention';
import { useClock } from '../tickets';
import { calls } from '../tickets/channels';
import type { usePresence } from './PresenceSwitch';
import { StillThere } from './parts';
import { attendanceQuery } from './queries';

interface Desk {
  agent: AgentView | undefined;
  held: TicketView[];
  presence: ReturnType<typeof usePresence>;
  muted: boolean;
}

/**
 * Asks who is available whether they are still there, once they touched no page of ours for long; who does not answer is away.
 *
 * @returns the question, while it is asked
 */
export function useStillThere({ agent, held, presence, muted }: Desk): ReactNode {
  const { t } = useTranslation('desk');
  const { data: rules } = useQuery(attendanceQuery);
  const after = rules?.askAfterSeconds;
  // Who talks or is seen touches nothing.
  const watched = agent?.presence === 'AVAILABLE' && !held.some(({ channel }) => calls.has(channel));
  const idle = useClock((now) => watched && after != null && now - lastAttended() >= after * 1000);
  const leave = () =>
    presence.mutate(
      { presence: 'AWAY' },
      {
        onSuccess: () =>
          notifications.show({
            title: t('wentAway.title'),
            message: t('wentAway.text'),
            autoClose: false,
          }),
      },
    );
  return idle && rules ? (
    <Suspense fallback={null}>
      <StillThere within={rules.answerWithinSeconds} muted={muted} onGone={leave} />
    </Suspense>
  ) : null;
}
