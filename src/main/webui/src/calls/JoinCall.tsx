import './words';
import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LegMode, TicketView } from '../api/schema';
import { showProblem } from '../app/problems';
import { useMe } from '../app/session';
import { current, join, useCalling } from './calling';
import { callsOf, liveOf } from './queries';

const MODES = [
  ['LISTEN', 'listen'],
  ['WHISPER', 'whisper'],
  ['TALK', 'talk'],
] as const satisfies [LegMode, string][];

/** The ways into the call of a ticket that somebody else has: for those invited, and for supervisors. */
export function JoinCall({ ticket }: { ticket: TicketView }) {
  const { t } = useTranslation('calls');
  const me = useMe();
  const calling = useCalling();
  const call = liveOf(useQuery(callsOf(ticket.id)).data);
  const isInvited = ticket.details?.colleagues?.some(({ id }) => id === me.id) ?? false;
  const supervises = me.roles.some((role) => role === 'supervisor' || role === 'admin');
  if (!call || ticket.agentId === me.id || !(isInvited || supervises)) {
    return null;
  }
  const mine = calling?.callId === call.id && !calling.ended ? calling.mode : undefined;
  const go = (mode: LegMode) =>
    void (mine ? current()?.setMode(mode) : join(call.id, { mode }))?.catch(showProblem);
  return (
    <Group gap="xs" role="group" aria-label={t('goesOn')} data-testid="join-call">
      <Text size="sm" fw={600} role="status">
        {mine && !isInvited ? t(`mode.${mine}`) : t('goesOn')}
      </Text>
      {isInvited
        ? !mine && (
            <Button size="compact-md" onClick={() => go('TALK')}>
              {t('joinCall')}
            </Button>
          )
        : MODES.map(([mode, name]) => (
            <Button
              key={mode}
              size="compact-md"
              variant={mine === mode ? 'filled' : 'default'}
              aria-pressed={mine === mode}
              onClick={() => go(mode)}
            >
              {t(name)}
            </Button>
          ))}
    </Group>
  );
}
