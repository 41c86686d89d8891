import '../calls/words';
import { Anchor, Box, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../api/client';
import type { CallView } from '../api/schema';
import { showProblem } from '../app/problems';
import { CallPanel } from '../calls/CallPanel';
import { join, rejoin, useCalling } from '../calls/calling';
import classes from '../calls/calls.module.css';
import { myCalls } from '../calls/queries';
import { tone } from '../tickets/sound';
import { useLinkTo } from './places';
import { Wait } from './Wait';

const RING_EVERY = 2_500;

/** The call of a customer, on whichever page they are; and a call of the house that they may accept. */
export default function CallOfMine() {
  const calling = useCalling();
  useEffect(() => void rejoin().catch(showProblem), []);
  const isOn = calling !== undefined && !calling.ended;
  return (
    <>
      {calling && (
        <Box mb="md">
          <CallPanel calling={calling} staff={false}>
            {calling.call && <More call={calling.call} />}
          </CallPanel>
        </Box>
      )}
      {!isOn && <CallOfHouse />}
    </>
  );
}

function More({ call: { ticketId, conversationId, state } }: { call: CallView }) {
  const { t } = useTranslation('calls');
  const link = useLinkTo(ticketId);
  return (
    <>
      {state === 'WAITING' && <Wait id={ticketId} conversation={conversationId} />}
      <Anchor {...link} size="sm" w="fit-content">
        {t('toRequest')}
      </Anchor>
    </>
  );
}

function CallOfHouse() {
  const [declined, setDeclined] = useState<number>();
  const call = useQuery(myCalls).data?.find(({ state, byCustomer }) => state === 'RINGING' && !byCustomer);
  if (!call || call.id === declined) {
    return null;
  }
  return <Incoming key={call.id} call={call} onDeclined={() => setDeclined(call.id)} />;
}

function Incoming({ call, onDeclined }: { call: CallView; onDeclined: () => void }) {
  const { t } = useTranslation('calls');
  const name = call.legs.find(({ role }) => role === 'AGENT')?.name ?? t('somebody');
  useEffect(() => {
    const ring = () => {
      tone(659, 0, 0.35);
      tone(880, 0.18, 0.5);
    };
    ring();
    const timer = setInterval(ring, RING_EVERY);
    return () => clearInterval(timer);
  }, []);
  const decline = async () => {
    onDeclined();
    await data(api.DELETE('/api/v1/calls/{id}', { params: { path: { id: call.id } } })).catch(showProblem);
  };
  return (
    <section className={classes.panel} aria-label={t('title')} data-testid="incoming">
      <Group justify="space-between">
        <Text fw={600} role="alert">
          {t('callsYou', { name })}
        </Text>
        <Group gap="xs">
          <Button onClick={() => void join(call.id, { camera: call.kind === 'VIDEO' }).catch(showProblem)}>
            {t('accept')}
          </Button>
          <Button variant="default" onClick={() => void decline()}>
            {t('decline')}
          </Button>
        </Group>
      </Group>
    </section>
  );
}
