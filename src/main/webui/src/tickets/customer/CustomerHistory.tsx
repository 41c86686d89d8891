import { Button, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import { ErrorState } from '../../ui/ErrorState';
import { SkeletonRows } from '../../ui/SkeletonRows';
import { useTime } from '../../ui/useTime';
import { ChannelIcon, StatusBadge } from '../badges';
import { TicketLink } from '../TicketLink';
import classes from './CustomerHistory.module.css';
import './words';

const PAGE = 20;

const historyQuery = (customerId: number) =>
  infiniteQueryOptions({
    queryKey: keys.tickets.ofCustomer(customerId, 'history'),
    queryFn: ({ pageParam }) =>
      data(
        api.GET('/api/v1/tickets', {
          params: {
            query: {
              customerId,
              sort: '-openedAt',
              limit: PAGE,
              expand: true,
              ...(pageParam && { after: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** All that a customer asked for, whatever the channel, the newest first. */
export function CustomerHistory({
  customerId,
  onOpen,
}: {
  customerId: number;
  /** Shows one here; otherwise a link leads to its page. */
  onOpen?: (id: number) => void;
}) {
  const { t } = useTranslation(['customer', 'common']);
  const time = useTime();
  const pages = useInfiniteQuery(historyQuery(customerId));
  if (pages.isPending) {
    return <SkeletonRows />;
  }
  if (pages.isError) {
    return <ErrorState problem={pages.error} retry={pages.refetch} />;
  }
  const tickets = pages.data.pages.flatMap((page) => page.items);
  if (tickets.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('nothing')}
      </Text>
    );
  }
  return (
    <Stack gap="xs" align="start">
      <ul className={classes.list}>
        {tickets.map(({ id, channel, status, openedAt, details }) => (
          <li key={id} className={classes.ticket}>
            <ChannelIcon channel={channel} />
            {onOpen ? (
              <UnstyledButton className={classes.open} onClick={() => onOpen(id)}>
                #{id}
              </UnstyledButton>
            ) : (
              <TicketLink id={id}>#{id}</TicketLink>
            )}
            <StatusBadge status={status} />
            <span className={classes.when}>
              {details?.lastMessageAt
                ? t('lastMessage', { at: time(details.lastMessageAt) })
                : t('opened', { at: time(openedAt) })}
            </span>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Group>
          <Button
            variant="default"
            size="compact-sm"
            loading={pages.isFetchingNextPage}
            onClick={() => pages.fetchNextPage()}
          >
            {t('common:more')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
