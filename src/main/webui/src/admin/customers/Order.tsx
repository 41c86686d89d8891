import { Stack } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import type { OrderView } from '../../api/schema';
import { AskButton } from '../core/Ask';
import { EditForm, useEditing } from '../core/editing';
import { Bones, Failed } from '../core/List';
import { Page, Part } from '../core/Page';
import { OrderFields } from './OrderFields';
import { type OrderValues, orderOf, valuesOf } from './orderForm';
import './words';

const orderQuery = (id: number) =>
  queryOptions({
    queryKey: ['orders', 'admin', id],
    queryFn: () => data(api.GET('/api/v1/orders/{id}', { params: { path: { id } } })),
  });

export function Order() {
  const { t } = useTranslation(['admin-customers', 'admin', 'common']);
  const id = Number(useParams({ strict: false }).id);
  const order = useQuery(orderQuery(id));
  const navigate = useNavigate();
  const client = useQueryClient();
  const own = order.data;
  if (!own) {
    return (
      <Page title={t('admin:section.orders.title')}>
        {order.error ? <Failed problem={order.error} retry={() => order.refetch()} /> : <Bones />}
      </Page>
    );
  }
  return (
    <Page
      title={own.number}
      text={`${own.quantity} × ${own.product}`}
      actions={
        <AskButton
          label={t('common:delete')}
          leftSection={<IconTrash size={16} aria-hidden />}
          title={t('admin:deleteIt', { name: own.number })}
          text={t('deleteOrder')}
          confirm={t('common:delete')}
          done={t('admin:deleted')}
          run={async () => {
            await data(
              api.DELETE('/api/v1/orders/{id}', {
                params: { path: { id }, header: { 'If-Match': `"${own.version}"` } },
              }),
            );
            await navigate({ to: '/admin/$section', params: { section: 'orders' } });
            await client.invalidateQueries({ queryKey: ['orders', 'admin', 'list'] });
          }}
        />
      }
    >
      <Change order={own} />
    </Page>
  );
}

function Change({ order }: { order: OrderView }) {
  const { t } = useTranslation('admin-customers');
  const editing = useEditing<OrderView, OrderValues>({
    ...orderQuery(order.id),
    thing: order,
    values: valuesOf,
    save: (values, ifMatch) =>
      data(
        api.PUT('/api/v1/orders/{id}', {
          params: { path: { id: order.id }, header: { 'If-Match': ifMatch } },
          body: orderOf(values, order),
        }),
      ),
    changes: ['orders'],
  });
  return (
    <Part title={order.number}>
      <EditForm editing={editing} label={order.number} fieldWords={(field) => t(field)}>
        <Stack maw={560}>
          <OrderFields form={editing.form} stored />
        </Stack>
      </EditForm>
    </Part>
  );
}
