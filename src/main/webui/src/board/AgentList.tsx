import { ActionIcon, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconDotsVertical } from '@tabler/icons-react';
import { memo, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentStatusRow } from '../api/schema';
import { ChannelIcon, PresenceBadge } from '../tickets/badges';
import { Elapsed } from '../tickets/Elapsed';
import { TicketLink } from '../tickets/TicketLink';
import { PersonAvatar } from '../ui/PersonAvatar';
import { useRowMenu } from '../ui/rowMenu';
import { SkeletonRows } from '../ui/SkeletonRows';
import classes from './AgentList.module.css';
import { isUnattended, presences } from './floor';
import { AgentMenu, ChangePresence, GiveBackAll, GiveBackOne } from './innerParts';
import panel from './panel.module.css';

const SHOWN = 3;

interface Props {
  agents: AgentStatusRow[] | undefined;
}

/** Agents by presence: those who take tickets first. */
export function AgentList({ agents }: Props) {
  const { t } = useTranslation('board');
  const menu = useRowMenu<AgentStatusRow>();
  const [changing, setChanging] = useState<AgentStatusRow>();
  if (!agents) {
    return <SkeletonRows rows={3} height={40} />;
  }
  return (
    <Stack gap="md" data-testid="agents">
      {presences.map((presence) => {
        const here = agents.filter((agent) => agent.presence === presence);
        return here.length === 0 ? null : (
          <section key={presence} aria-label={t(`tickets:presence.${presence}`)}>
            <Title order={3} className={classes.groupTitle}>
              <PresenceBadge presence={presence} />
              <span className={classes.count}>{here.length}</span>
            </Title>
            <ul className={classes.agents}>
              {here.map((agent) => (
                <Agent key={agent.id} agent={agent} onMenu={menu.open} />
              ))}
            </ul>
          </section>
        );
      })}
      {menu.opened && (
        <Suspense fallback={null}>
          <AgentMenu opened={menu.opened} onChange={setChanging} onClose={menu.close} />
        </Suspense>
      )}
      {changing && (
        <Suspense>
          <ChangePresence agent={changing} onClose={() => setChanging(undefined)} />
        </Suspense>
      )}
    </Stack>
  );
}

interface AgentProps {
  agent: AgentStatusRow;
  onMenu: (agent: AgentStatusRow, button: HTMLElement) => void;
}

const Agent = memo(function Agent({ agent, onMenu }: AgentProps) {
  const { t } = useTranslation('board');
  const { reason, tickets, goneSince } = agent;
  const unattended = isUnattended(agent);
  return (
    <li className={classes.agent} data-testid={`agent-${agent.id}`}>
      <PersonAvatar name={agent.name} />
      <div className={classes.who}>
        <Text size="sm" fw={600} truncate>
          <bdi>{agent.name}</bdi>
        </Text>
        <Text size="xs" className={panel.quiet}>
          {[agent.title, reason].filter(Boolean).join(' · ')}
          {(agent.title || reason) && ' · '}
          {t('presenceSince')} <Elapsed since={agent.presenceSince} />
        </Text>
        {tickets.length > 0 && (
          <ul className={classes.held}>
            {tickets.slice(0, unattended ? tickets.length : SHOWN).map((ticket) => (
              <li key={ticket.id}>
                <ChannelIcon channel={ticket.channel} size={13} />
                <TicketLink id={ticket.id} size="xs">
                  #{ticket.id}
                </TicketLink>
                <span className={panel.quiet}>
                  {ticket.status === 'OFFERED'
                    ? t('tickets:status.OFFERED')
                    : t(`tickets:channel.${ticket.channel}`)}
                </span>
                {unattended && (
                  <Suspense fallback={null}>
                    <GiveBackOne id={ticket.id} />
                  </Suspense>
                )}
              </li>
            ))}
            {!unattended && tickets.length > SHOWN && (
              <li>{t('andMore', { count: tickets.length - SHOWN })}</li>
            )}
          </ul>
        )}
        {unattended && goneSince && (
          <div className={classes.unattended}>
            <IconAlertTriangle size={14} aria-hidden />
            <span>
              {t('unattended')} <Elapsed since={goneSince} />
            </span>
            <Suspense fallback={null}>
              <GiveBackAll agent={agent} />
            </Suspense>
          </div>
        )}
      </div>
      <Load agent={agent} />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('actionsOf', { name: agent.name })}
        aria-haspopup="menu"
        onClick={(event) => onMenu(agent, event.currentTarget)}
      >
        <IconDotsVertical size={16} />
      </ActionIcon>
    </li>
  );
});

/** A box for each unit where these can be counted at a glance. */
function Load({ agent: { load, capacity } }: { agent: AgentStatusRow }) {
  const { t } = useTranslation('board');
  return (
    <div className={classes.load}>
      {capacity <= 8 && (
        <span className={classes.units} aria-hidden>
          {Array.from({ length: capacity }, (_, unit) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a unit is nothing but its place
            <i key={unit} data-used={unit < load || undefined} />
          ))}
        </span>
      )}
      <Text size="xs" className={classes.number}>
        {t('steering:load', { load, capacity })}
      </Text>
    </div>
  );
}
