import { Group, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketEventView, TicketView } from '../api/schema';
import { TranscriptLink } from '../tickets/conversation/TranscriptLink';
import { BackHome } from './BackHome';
import { Conversation } from './Conversation';
import { CallButtons } from './callParts';
import { useFormats } from './formats';
import { History } from './History';
import { useArrival } from './places';
import classes from './portal.module.css';
import { RateHelp } from './RateHelp';
import { SoundSwitch } from './sound';
import { StateIcon, stateOf } from './states';
import { titleOf } from './titles';
import { Wait } from './Wait';
import { EndChat } from './Withdraw';

interface Props {
  request: TicketView;
  events: TicketEventView[] | undefined;
  agentName: string | undefined;
}

/** A chat: most of all what is said. */
export function ChatRequest({ request, events, agentName }: Props) {
  const { t } = useTranslation('portal');
  const formats = useFormats();
  const heading = useArrival();
  const { status, nextSteps } = request;
  const opensAt = request.details?.opensAt;
  const hint = opensAt ? t('closedHint', { date: formats.moment(opensAt) }) : t(`chatHint.${status}`);
  const isSolved = status === 'RESOLVED' || status === 'CLOSED';
  return (
    <Stack gap="lg">
      <div className={classes.chat}>
        <Group justify="space-between" wrap="nowrap" gap="xs">
          <BackHome />
          <Group gap={4} wrap="nowrap">
            {status === 'IN_PROGRESS' && (
              <Suspense fallback={null}>
                <CallButtons about={request.id} narrow />
              </Suspense>
            )}
            <SoundSwitch />
            {(nextSteps.includes('CLOSE') || nextSteps.includes('CANCEL')) && <EndChat request={request} />}
          </Group>
        </Group>
        <Group wrap="nowrap" gap="sm" align="start" component="header">
          <StateIcon status={status} size={40} />
          <div>
            <Title order={1} size="h4" ref={heading} tabIndex={-1} className={classes.heading}>
              <VisuallyHidden>{titleOf(t, request)}: </VisuallyHidden>
              <span
                id="state"
                tabIndex={-1}
                className={classes.heading}
                data-testid="state"
                data-status={status}
              >
                {stateOf(t, request, agentName)}
              </span>
            </Title>
            <Text c="dimmed" size="sm">
              {hint || `${t('request', { id: request.id })} · ${formats.moment(request.openedAt)}`}
            </Text>
            {status === 'OPEN' && !opensAt && <Wait id={request.id} conversation={request.conversationId} />}
          </div>
        </Group>
        <VisuallyHidden component="h2" id="conversation">
          {t('conversation')}
        </VisuallyHidden>
        <Conversation
          request={request}
          events={events}
          tall
          end={
            isSolved && (
              <div className={classes.afterTalk}>
                <RateHelp request={request} />
              </div>
            )
          }
        />
      </div>
      {events && (
        <section aria-labelledby="history">
          <Title order={2} size="h4" mb="sm" id="history">
            {t('history')}
          </Title>
          <History request={request} events={events} />
          <TranscriptLink conversationId={request.conversationId} />
        </section>
      )}
    </Stack>
  );
}
