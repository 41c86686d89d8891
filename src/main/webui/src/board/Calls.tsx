import '../calls/words';
import './calls.words';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconEyeOff, IconPhone, IconVideo } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../api/client';
import { keys } from '../api/keys';
import type { CallOnFloor, LegMode } from '../api/schema';
import { showProblem } from '../app/problems';
import { useMe } from '../app/session';
import { CallPanel } from '../calls/CallPanel';
import { current, forget, join, useCalling } from '../calls/calling';
import { RecordingMark } from '../calls/recording/RecordingMark';
import { Elapsed } from '../tickets/Elapsed';
import { agentsQuery } from '../tickets/steering/agents';
import { TicketLink } from '../tickets/TicketLink';
import { ConfirmButton } from '../ui/ConfirmButton';
import { PersonAvatar } from '../ui/PersonAvatar';
import classes from './Calls.module.css';
import { callsOnFloor, worstLine } from './calls';
import panel from './panel.module.css';

const MODES = [
  ['LISTEN', 'listen'],
  ['WHISPER', 'whisper'],
  ['TALK', 'talk'],
] as const satisfies [LegMode, string][];

/** The calls that go on, and the levers that move them. Whoever goes elsewhere leaves the call, unless it is theirs. */
export default function Calls() {
  const { t } = useTranslation('board');
  const calls = useQuery(callsOnFloor).data ?? [];
  const calling = useCalling();
  useEffect(() => leaveUnlessMine, []);
  if (calls.length === 0 && !calling) {
    return null;
  }
  return (
    <Paper withBorder component="section" className={panel.panel} aria-label={t('calls')} data-testid="calls">
      <Group justify="space-between" className={classes.title}>
        <Title order={2} className={panel.panelTitle}>
          {t('calls')}
        </Title>
        <Text size="xs" className={panel.quiet}>
          {t('callsCount', { count: calls.length })}
        </Text>
      </Group>
      <Stack gap="xs" className={panel.inset}>
        {calling && <CallPanel calling={calling} staff />}
        <ul className={classes.calls}>
          {calls.map((each) => (
            <OneCall key={each.call.id} {...each} />
          ))}
        </ul>
      </Stack>
    </Paper>
  );
}

function leaveUnlessMine(): void {
  const { call, legId } = current()?.snapshot ?? {};
  if (call?.legs.find(({ id }) => id === legId)?.role !== 'AGENT') {
    forget();
  }
}

function OneCall({ call, agentId, recorded }: CallOnFloor) {
  const { t } = useTranslation('board');
  const me = useMe();
  const agents = useQuery(agentsQuery).data;
  const calling = useCalling();
  const named = (role: string) => call.legs.find((leg) => leg.role === role)?.name ?? undefined;
  const agent = agents?.find(({ id }) => id === agentId)?.name ?? named('AGENT');
  const customer = named('CUSTOMER');
  const mine = calling?.callId === call.id && !calling.ended ? calling.mode : undefined;
  const supervisors = call.legs.filter(({ role, accountId }) => role === 'SUPERVISOR' && accountId !== me.id);
  const Kind = call.kind === 'VIDEO' ? IconVideo : IconPhone;
  return (
    <li className={classes.call} data-testid={`call-${call.id}`} data-mine={mine || undefined}>
      <PersonAvatar name={agent ?? '?'} />
      <div className={classes.who}>
        <Text size="sm" fw={600} className={classes.names}>
          <bdi>{agent ?? t('nobodyYet')}</bdi>
          {customer && <span className={panel.quiet}> {t('callWith', { name: customer })}</span>}
        </Text>
        <div className={classes.facts}>
          <span className={classes.fact}>
            <Kind size={14} aria-hidden />
            {t(call.answeredAt ? 'inCallFor' : 'callsFor')}{' '}
            <Elapsed since={call.answeredAt ?? call.startedAt} />
          </span>
          <TicketLink id={call.ticketId} size="xs">
            #{call.ticketId}
          </TicketLink>
          {call.onHold && <strong>{t('onHold')}</strong>}
          <LineOf call={call} />
          {recorded && <RecordingMark on>{t('recorded')}</RecordingMark>}
          {supervisors.map(({ id, name, mode }) => (
            <span key={id} className={classes.fact}>
              <IconEyeOff size={14} aria-hidden />
              {t(`supervises.${mode}`, { name: name ?? t('calls:somebody') })}
            </span>
          ))}
        </div>
      </div>
      {agentId !== me.id && <Levers call={call} agentId={agentId} agent={agent} mine={mine} />}
    </li>
  );
}

/** How the worst line in a call is: in words, and to the eye. */
function LineOf({ call }: { call: CallOnFloor['call'] }) {
  const { t, i18n } = useTranslation('board');
  const worst = worstLine(call);
  if (!worst) {
    return null;
  }
  const mos = worst.mos.toLocaleString(i18n.language, { maximumFractionDigits: 1 });
  return (
    <span className={classes.line} data-line={worst.line} title={t('rating', { mos })}>
      {t(`line.${worst.line}`, { name: worst.leg.name ?? t('calls:somebody') })}
    </span>
  );
}

type Lever = Pick<CallOnFloor, 'call' | 'agentId'> & { agent: string | undefined; mine: LegMode | undefined };

function Levers({ call, agentId, agent, mine }: Lever) {
  const { t } = useTranslation('board');
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const hasHolder = call.legs.some(({ role }) => role === 'AGENT');
  const changed = () => client.invalidateQueries({ queryKey: keys.tickets.callsOnFloor });
  const go = (mode: LegMode) => void join(call.id, { mode }).then(changed, showProblem);
  const takeOver = async () => {
    const params = { path: { id: call.ticketId } };
    await data(api.POST('/api/v1/tickets/{id}/assign', { params, body: { agentId: me.id } }));
    // It is theirs: the desk goes on with the call.
    await join(call.id, { mode: 'TALK' }).catch(showProblem);
    await navigate({ to: '/desk' });
  };
  const end = () =>
    data(api.DELETE('/api/v1/calls/{id}', { params: { path: { id: call.id } } })).then(changed);
  return (
    <Group gap={6} role="group" aria-label={t('callOf', { id: call.ticketId })} className={classes.levers}>
      {MODES.map(([mode, name]) => (
        <Button
          key={mode}
          size="compact-sm"
          variant={mine === mode ? 'filled' : 'default'}
          aria-pressed={mine === mode}
          // Hidden ones hear through the holder.
          disabled={mode !== 'TALK' && !hasHolder}
          onClick={() => go(mode)}
        >
          {t(`calls:${name}`)}
        </Button>
      ))}
      {me.roles.includes('agent') && (
        <ConfirmButton
          label={t('takeOver')}
          button={{ size: 'compact-sm' }}
          title={t('takeOver')}
          text={
            agentId == null
              ? t('takeOverHintNobody')
              : t('takeOverHint', { name: agent ?? t('steering:agent') })
          }
          confirm={t('takeOver')}
          done={t('takenOver', { id: call.ticketId })}
          danger={false}
          run={takeOver}
        />
      )}
      <ConfirmButton
        label={t('end')}
        button={{ size: 'compact-sm', color: 'red', variant: 'light' }}
        title={t('endTitle')}
        text={t('endHint')}
        confirm={t('doEnd')}
        run={end}
      />
    </Group>
  );
}
