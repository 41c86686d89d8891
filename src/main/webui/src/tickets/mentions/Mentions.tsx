import { ActionIcon, Group, Indicator, Skeleton, Text, UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAt } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { keys } from '../../api/keys';
import { useMe } from '../../app/session';
import { useFeed } from '../../feed/useFeed';
import { ErrorAlert } from '../../ui/ErrorAlert';
import { OpenPanel } from '../../ui/OpenPanel';
import { At } from '../Elapsed';
import classes from './Mentions.module.css';
import { invitedQuery, mentionsQuery, unreadMentionsQuery } from './queries';
import './words';

/** By then who opened a ticket has read what they came for. */
const READ_AFTER = 3_000;

interface Props {
  onOpen: (ticket: number) => void;
}

/** Who is mentioned in a note hears of it, and gets there; in the header of the page. */
export default function Mentions(props: Props) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useEffect(() => setPlace(document.getElementById('header-extra')), []);
  return place && createPortal(<Bell {...props} />, place);
}

function Bell({ onOpen }: Props) {
  const { t } = useTranslation('mentions');
  const me = useMe();
  const client = useQueryClient();
  const [button, setButton] = useState<HTMLElement>();
  const unread = useQuery(unreadMentionsQuery).data?.count ?? 0;
  const readAnew = () => client.invalidateQueries({ queryKey: keys.mentions.root });
  useFeed(({ type, agentId, ticketId }) => {
    if (type === 'MENTIONED' && agentId === me.id) {
      void readAnew();
      notifications.show({ message: t('told', { ticket: ticketId }) });
    }
    if ((type === 'CONSULTED' || type === 'INVITED' || type === 'LEFT') && agentId === me.id) {
      void client.invalidateQueries({ queryKey: keys.tickets.invited });
      if (type !== 'LEFT') {
        notifications.show({ message: t('invited', { ticket: ticketId }) });
      }
    }
  });
  const label = unread > 0 ? t('unread', { count: unread }) : t('title');
  return (
    <>
      <Indicator label={unread} disabled={unread === 0} size={16} color="red.8" offset={4}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={label}
          title={label}
          aria-haspopup="dialog"
          aria-expanded={button !== undefined}
          onClick={({ currentTarget }) => setButton(currentTarget)}
          data-testid="mentions"
        >
          <IconAt size={20} />
        </ActionIcon>
      </Indicator>
      {button && (
        <OpenPanel
          button={button}
          label={t('title')}
          position="bottom-end"
          width={340}
          padding={8}
          onClose={() => setButton(undefined)}
        >
          <Invitations
            onOpen={(ticket) => {
              setButton(undefined);
              onOpen(ticket);
            }}
          />
          <List
            onOpen={(ticket) => {
              setButton(undefined);
              onOpen(ticket);
              setTimeout(readAnew, READ_AFTER);
            }}
          />
        </OpenPanel>
      )}
    </>
  );
}

/** The tickets of others into which one is invited. */
function Invitations({ onOpen }: Props) {
  const { t } = useTranslation('mentions');
  const tickets = useQuery({ ...invitedQuery, staleTime: 0 }).data?.items ?? [];
  return (
    tickets.length > 0 && (
      <ul className={classes.list} aria-label={t('invitations')}>
        {tickets.map(({ id, details }) => (
          <li key={id}>
            <UnstyledButton className={classes.mention} onClick={() => onOpen(id)}>
              <Text size="sm" fw={500} truncate>
                {t('invitedTo', { ticket: id, name: details?.customerName ?? '' })}
              </Text>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    )
  );
}

function List({ onOpen }: Props) {
  const { t } = useTranslation(['mentions', 'conversation', 'common']);
  const mentions = useQuery({ ...mentionsQuery, staleTime: 0 });
  if (mentions.isError) {
    return <ErrorAlert problem={mentions.error} retry={mentions.refetch} />;
  }
  if (!mentions.data) {
    return <Skeleton h={80} role="status" aria-label={t('common:loading')} />;
  }
  return mentions.data.items.length === 0 ? (
    <Text size="sm" p="xs">
      {t('none')}
    </Text>
  ) : (
    <ul className={classes.list} aria-label={t('title')}>
      {mentions.data.items.map(({ conversationId, messageNumber, ticketId, author, text, at, read }) => (
        <li key={`${conversationId}-${messageNumber}`}>
          <UnstyledButton
            className={classes.mention}
            data-unread={!read || undefined}
            onClick={() => onOpen(ticketId)}
          >
            <Group justify="space-between" gap="xs" wrap="nowrap">
              <Text size="sm" fw={read ? 500 : 700} truncate>
                {t('about', { name: author.name ?? t('conversation:staff'), ticket: ticketId })}
              </Text>
              <Text size="xs" c="dimmed">
                <At time={at} />
              </Text>
            </Group>
            <Text size="sm" lineClamp={2} dir="auto">
              {text ?? t('gone')}
            </Text>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
