import '../calls/words';
import { Anchor, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallView, TicketView } from '../api/schema';
import { showProblem } from '../app/problems';
import { accepted } from '../calls/accepted';
import { CallPanel } from '../calls/CallPanel';
import { current, join, rejoin, useCalling } from '../calls/calling';
import panel from '../calls/calls.module.css';
import { myCalls } from '../calls/queries';
import { DeskRecorder } from '../calls/recording/DeskRecorder';
import { sendLeft } from '../calls/recording/sending';
import { useBusy } from '../parts/quiet';
import { usePreference } from './preferences';
import { notify, useBlinking, useRinging } from './ringing';

interface Props {
  account: number;
  /** What the agent holds. */
  tickets: TicketView[];
  onOpen: (ticket: number) => void;
}

/** The call in which the agent is, and those that wait for them to answer. */
export function DeskCalls({ account, tickets, onOpen }: Props) {
  const { t } = useTranslation('calls');
  const calling = useCalling();
  useEffect(() => void rejoin().catch(showProblem), []);
  useEffect(() => void sendLeft(account), [account]);
  const connection = current();
  const calls = useQuery(myCalls).data ?? [];
  const isOn = calling !== undefined && !calling.ended;
  const waiting = calls.filter(
    ({ id, legs }) => !(isOn && calling.callId === id) && !legs.some((leg) => leg.accountId === account),
  );
  const ticketId = calling?.call?.ticketId;
  return (
    <>
      {calling && (
        <CallPanel
          calling={calling}
          staff
          recording={connection && <DeskRecorder call={connection} account={account} />}
        >
          {ticketId !== undefined && (
            <Anchor
              component="button"
              type="button"
              size="sm"
              w="fit-content"
              onClick={() => onOpen(ticketId)}
            >
              {t('toTicket')}
            </Anchor>
          )}
        </CallPanel>
      )}
      {waiting.map((call) => (
        <Waiting
          key={call.id}
          call={call}
          customer={
            tickets.find(({ id }) => id === call.ticketId)?.details?.customerName ?? `#${call.ticketId}`
          }
          rings={!isOn}
          onAnswer={() => {
            onOpen(call.ticketId);
            void join(call.id, { camera: call.kind === 'VIDEO' }).catch(showProblem);
          }}
        />
      ))}
    </>
  );
}

function Waiting({
  call,
  customer,
  rings,
  onAnswer,
}: {
  call: CallView;
  customer: string;
  rings: boolean;
  onAnswer: () => void;
}) {
  const { t } = useTranslation('calls');
  const [muted] = usePreference('muted');
  const text = t('calls', { name: customer });
  useBusy(true);
  useRinging(rings && !muted);
  useBlinking(text);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each call is told, and answered, once
  useEffect(() => {
    if (accepted.delete(call.ticketId)) {
      onAnswer();
    } else {
      notify(text, `#${call.ticketId}`, `patchbay-call-${call.id}`);
    }
  }, []);
  return (
    <section className={panel.panel} aria-label={t('title')} data-testid="incoming">
      <Group justify="space-between">
        <Text fw={600} role="alert">
          {text}
        </Text>
        <Button onClick={onAnswer}>{t('answer')}</Button>
      </Group>
    </section>
  );
}
