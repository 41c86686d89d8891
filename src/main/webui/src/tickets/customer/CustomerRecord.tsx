import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconId, IconPhone } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { CustomerView } from '../../api/schema';
import { localeOf } from '../../app/dates';
import { PageSection } from '../../ui/PageSection';
import { SideDrawer } from '../../ui/SideDrawer';
import { useTime } from '../../ui/useTime';
import { tagsQuery } from '../labels/queries';
import { TagList } from '../labels/TagList';
import { CustomerHistory } from './CustomerHistory';
import { RecordForm } from './RecordForm';
import './words';

/** The tags and numbers of a customer, and the whole record where it is asked for. */
export default function CustomerRecord({
  customer,
  onOpen,
}: {
  customer: CustomerView;
  onOpen: (ticketId: number) => void;
}) {
  const { t, i18n } = useTranslation('customer');
  const [opened, setOpened] = useState(false);
  const known = useQuery(tagsQuery).data ?? [];
  const { id, name, language, phones, tagIds, attributes, erasedAt } = customer;
  return (
    <Stack gap={4} mt={4} align="start">
      {language && (
        <Text size="sm">
          {t('speaks', { language: new Intl.DisplayNames(i18n.language, { type: 'language' }).of(language) })}
        </Text>
      )}
      {phones.map(({ number, e164, label }) => (
        <Group key={e164} gap={4}>
          <IconPhone size={14} aria-hidden />
          <Anchor href={`tel:${e164}`} size="sm" aria-label={t('call', { number })}>
            {number}
          </Anchor>
          {label && (
            <Text size="sm" c="dimmed">
              {label}
            </Text>
          )}
        </Group>
      ))}
      <TagList tags={known.filter((tag) => tagIds.includes(tag.id))} />
      <Group gap={4}>
        {Object.entries(attributes).map(([attribute, value]) => (
          <Badge key={attribute} variant="default" tt="none">
            {attribute}: {value}
          </Badge>
        ))}
      </Group>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconId size={14} aria-hidden />}
        aria-haspopup="dialog"
        onClick={() => setOpened(true)}
      >
        {t('openRecord')}
      </Button>
      <SideDrawer title={name} opened={opened} onClose={() => setOpened(false)} size="xl">
        <Stack>
          <PageSection title={t('history')}>
            <CustomerHistory
              customerId={id}
              onOpen={(ticketId) => {
                setOpened(false);
                onOpen(ticketId);
              }}
            />
          </PageSection>
          <PageSection title={t('orders')}>
            <Orders customerId={id} />
          </PageSection>
          {!erasedAt && <RecordForm customer={customer} />}
        </Stack>
      </SideDrawer>
    </Stack>
  );
}

function Orders({ customerId }: { customerId: number }) {
  const { t, i18n } = useTranslation(['customer', 'common']);
  const time = useTime();
  const pages = useInfiniteQuery({
    queryKey: keys.orders.list(customerId, 'record'),
    queryFn: ({ pageParam }) =>
      data(
        api.GET('/api/v1/orders', {
          params: { query: { customerId, limit: 20, ...(pageParam && { after: pageParam }) } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const orders = pages.data?.pages.flatMap((page) => page.items) ?? [];
  if (pages.isSuccess && orders.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('noOrders')}
      </Text>
    );
  }
  return (
    <Stack gap={4} align="start">
      {orders.map(({ id, number, product, quantity, amount, currency, orderedAt }) => (
        <Text key={id} size="sm">
          {number} · {quantity} × {product} ·{' '}
          {new Intl.NumberFormat(localeOf(i18n.language), { style: 'currency', currency }).format(amount)} ·{' '}
          {time(orderedAt)}
        </Text>
      ))}
      {pages.hasNextPage && (
        <Button
          variant="default"
          size="compact-sm"
          loading={pages.isFetchingNextPage}
          onClick={() => pages.fetchNextPage()}
        >
          {t('common:more')}
        </Button>
      )}
    </Stack>
  );
}
