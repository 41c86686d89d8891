import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { OrderView } from '../../api/schema';
import { CollectionTable } from '../../ui/CollectionTable';
import { CreateForm } from '../../ui/CreateForm';
import { CustomerChoice } from '../../ui/CustomerChoice';
import { SideDrawer } from '../../ui/SideDrawer';
import { useTime } from '../../ui/useTime';
import { DetailLink, SectionPage } from '../core/SectionPage';
import { Import } from './Import';
import { OrderFields } from './OrderFields';
import { localTime, type OrderValues, orderOf } from './orderForm';
import './words';

export function Orders() {
  const { t } = useTranslation('admin-customers');
  const [making, setMaking] = useState(false);
  const [importing, setImporting] = useState(false);
  return (
    <SectionPage
      section="orders"
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconFileImport size={16} aria-hidden />}
            onClick={() => setImporting(true)}
          >
            {t('import')}
          </Button>
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
            {t('newOrder')}
          </Button>
        </>
      }
    >
      <OrderList onImport={() => setImporting(true)} />
      <SideDrawer title={t('newOrder')} opened={making} onClose={() => setMaking(false)}>
        <Make onClose={() => setMaking(false)} />
      </SideDrawer>
      <SideDrawer title={t('importTitle')} opened={importing} onClose={() => setImporting(false)} size="lg">
        <Import />
      </SideDrawer>
    </SectionPage>
  );
}

/** All orders, or those of a customer. */
export function OrderList({ customerId, onImport }: { customerId?: number; onImport?: () => void }) {
  const { t } = useTranslation(['admin-customers', 'admin']);
  const time = useTime();
  const { i18n } = useTranslation();
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), 250);
  const [chosen, setChosen] = useState<number | null>(null);
  const [shown, setShown] = useState<number[]>([]);
  const of = customerId ?? chosen;
  const read = useCallback(
    async (after: string | undefined, limit: number) => {
      const page = await data(
        api.GET('/api/v1/orders', {
          params: {
            query: {
              limit,
              ...(after && { after }),
              ...(of !== null && { customerId: of }),
              ...(text && { text }),
            },
          },
        }),
      );
      setShown((before) => [...new Set([...before, ...page.items.map((order) => order.customerId)])]);
      return page;
    },
    [of, text],
  );
  const names = useCustomerNames(customerId === undefined ? shown : []);
  const columns = useMemo(
    () => [
      {
        key: 'number',
        label: t('number'),
        cell: (order: OrderView) => (
          <DetailLink section="orders" id={order.id}>
            {order.number}
          </DetailLink>
        ),
      },
      ...(customerId === undefined
        ? [
            {
              key: 'customer',
              label: t('customerId'),
              cell: (order: OrderView) => (
                <DetailLink section="customers" id={order.customerId}>
                  {names.get(order.customerId) ?? `#${order.customerId}`}
                </DetailLink>
              ),
            },
          ]
        : []),
      {
        key: 'product',
        label: t('product'),
        from: 'sm' as const,
        cell: (order: OrderView) => `${order.quantity} × ${order.product}`,
      },
      {
        key: 'amount',
        label: t('amount'),
        cell: (order: OrderView) =>
          new Intl.NumberFormat(i18n.language, { style: 'currency', currency: order.currency }).format(
            order.amount,
          ),
      },
      {
        key: 'orderedAt',
        label: t('orderedAt'),
        from: 'md' as const,
        cell: (order: OrderView) => time(order.orderedAt),
      },
    ],
    [t, time, names, i18n.language, customerId],
  );
  return (
    <CollectionTable
      label={t('orders')}
      queryKey={keys.orders.list(of, text)}
      read={read}
      columns={columns}
      filters={
        (customerId === undefined || shown.length > 0) && (
          <>
            <TextInput
              type="search"
              aria-label={t('findOrder')}
              placeholder={t('findOrder')}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              w={{ base: '100%', xs: 220 }}
            />
            {customerId === undefined && (
              <CustomerChoice
                aria-label={t('customerId')}
                placeholder={t('customerId')}
                value={chosen}
                onChange={setChosen}
                w={{ base: '100%', xs: 260 }}
              />
            )}
          </>
        )
      }
      filtered={text !== '' || chosen !== null}
      empty={{
        title: t('noOrders'),
        ...(onImport && {
          hint: t('noOrdersHint'),
          actions: <Button onClick={onImport}>{t('import')}</Button>,
        }),
      }}
    />
  );
}

const MOST_NAMES = 100;

/** Orders name their customers by id only. */
function useCustomerNames(ids: number[]): Map<number, string> {
  const customers = useQueries({
    queries: ids.slice(0, MOST_NAMES).map((id) => ({
      queryKey: keys.customers.one(id),
      queryFn: () => data(api.GET('/api/v1/customers/{id}', { params: { path: { id } } })),
    })),
  });
  const known = customers.flatMap(({ data: one }) => (one ? [[one.id, one.name] as const] : []));
  const told = JSON.stringify(known);
  return useMemo(() => new Map(JSON.parse(told) as [number, string][]), [told]);
}

function Make({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const form = useForm<OrderValues>({
    initialValues: {
      number: '',
      customerId: null,
      product: '',
      quantity: 1,
      amount: '',
      currency: 'EUR',
      orderedAt: localTime(new Date()),
    },
  });
  return (
    <CreateForm
      form={form}
      create={(values) => data(api.POST('/api/v1/orders', { body: orderOf(values) }))}
      changes={keys.orders.root}
      onCreated={(order) =>
        navigate({ to: '/admin/$section/$id', params: { section: 'orders', id: String(order.id) } })
      }
      onCancel={onClose}
    >
      <OrderFields form={form} stored={false} />
    </CreateForm>
  );
}
