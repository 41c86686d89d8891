import { ActionIcon, Button, Menu, Skeleton, Stack, Text, Title } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconDotsVertical,
  IconTicket,
  IconUserCog,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { memo, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentStatusRow } from '../api/schema';
import { ChannelIcon, PresenceBadge } from '../tickets/badges';
import { Elapsed } from '../tickets/Elapsed';
import classes from './board.module.css';
import { Face } from './Face';
import { isUnattended, presences } from './floor';
import { TicketLink } from './links';
import { ChangePresence } from './parts';
import { RowMenu, useRowMenu } from './RowMenu';
import { useSteering } from './steering';

const SHOWN = 3;

interface Props {
  agents: AgentStatusRow[] | undefined;
}

/** Agents by presence: those who take tickets first. */
export function AgentList({ agents }: Props) {
  const { t } = useTranslation('board');
  const menu = useRowMenu<AgentStatusRow>();
  const [changing, setChanging] = useState<AgentStatusRow>();
  const navigate = useNavigate();
  if (!agents) {
    return (
      <Stack gap="xs" role="status" aria-label={t('common:loading')}>
        <Skeleton h={40} />
        <Skeleton h={40} />
        <Skeleton h={40} />
      </Stack>
    );
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
      <RowMenu opened={menu.opened} label={({ name }) => t('actionsOf', { name })} onClose={menu.close}>
        {(agent) => (
          <>
            <Menu.Item leftSection={<IconUserCog size={16} />} onClick={() => setChanging(agent)}>
              {t('changePresence')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconTicket size={16} />}
              onClick={() =>
                void navigate({ to: '/board', search: { view: 'tickets', agent: agent.id } as never })
              }
            >
              {t('showHeld')}
            </Menu.Item>
          </>
        )}
      </RowMenu>
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
  const steering = useSteering();
  const { reason, tickets, goneSince } = agent;
  const unattended = isUnattended(agent);
  return (
    <li className={classes.agent} data-testid={`agent-${agent.id}`}>
      <Face name={agent.name} />
      <div className={classes.who}>
        <Text size="sm" fw={600} truncate>
          <bdi>{agent.name}</bdi>
        </Text>
        <Text size="xs" className={classes.quiet}>
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
                <span className={classes.quiet}>
                  {t(
                    `tickets:${ticket.status === 'OFFERED' ? 'status.OFFERED' : `channel.${ticket.channel}`}`,
                  )}
                </span>
                {unattended && (
                  <ActionIcon
                    variant="subtle"
                    size="xs"
                    title={t('giveBackOne', { id: ticket.id })}
                    aria-label={t('giveBackOne', { id: ticket.id })}
                    onClick={() => void steering.giveBackOne(ticket.id)}
                  >
                    <IconArrowBackUp size={14} />
                  </ActionIcon>
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
            <Button size="compact-xs" variant="default" onClick={() => void steering.giveBack(agent)}>
              {t('giveBackAll')}
            </Button>
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
        {t('load', { load, capacity })}
      </Text>
    </div>
  );
}
