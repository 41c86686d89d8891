import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '../../api/allOf';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { BlockView } from '../../api/schema';
import { isFound } from '../../app/found';
import { Unblock } from '../../tickets/BlockCustomer';
import { CollectionTable } from '../../ui/CollectionTable';
import { useTime } from '../../ui/useTime';
import { DetailLink, SectionPage } from '../core/SectionPage';
import '../../tickets/block.words';

type Row = BlockView & { id: number };

const read = async (after: string | undefined, limit: number): Promise<Page<Row>> => {
  const query = { limit, ...(after && { after }) };
  const { items, ...page } = await data(api.GET('/api/v1/customers/blocks', { params: { query } }));
  return { ...page, items: items.map((block) => ({ ...block, id: block.customerId })) };
};

const nameOf = (block: Row) => block.customerName ?? `#${block.customerId}`;

const matches = (block: Row, text: string) => isFound(`${nameOf(block)} ${block.reason}`, text);

/** The customers who are blocked now. */
export function Blocked() {
  const { t } = useTranslation(['block', 'admin']);
  const time = useTime();
  const columns = useMemo(
    () => [
      {
        key: 'name',
        label: t('name'),
        cell: (block: Row) => (
          <DetailLink section="customers" id={block.customerId}>
            <bdi>{nameOf(block)}</bdi>
          </DetailLink>
        ),
      },
      {
        key: 'why',
        label: t('why'),
        cell: (block: Row) => (
          <Text size="sm" dir="auto">
            {t('by', { name: block.blockedByName, reason: block.reason })}
          </Text>
        ),
      },
      {
        key: 'end',
        label: t('end'),
        from: 'sm' as const,
        cell: (block: Row) => (block.until ? time(block.until) : t('forEver')),
      },
      {
        key: 'actions',
        label: '',
        actions: true,
        cell: (block: Row) => <Unblock id={block.customerId} name={nameOf(block)} />,
      },
    ],
    [t, time],
  );
  return (
    <SectionPage section="blocked">
      <CollectionTable
        label={t('admin:section.blocked.title')}
        queryKey={keys.customers.blocked}
        read={read}
        columns={columns}
        matches={matches}
        empty={{ title: t('none'), hint: t('noneHint') }}
      />
    </SectionPage>
  );
}
