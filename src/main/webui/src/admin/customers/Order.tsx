import { Stack } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { OrderView } from '../../api/schema';
import { EditForm } from '../../ui/EditForm';
import { PageSection } from '../../ui/PageSection';
import { useEditForm } from '../../ui/useEditForm';
import { SectionDelete, SectionDetail } from '../core/SectionPage';
import { OrderFields } from './OrderFields';
import { type OrderValues, orderOf, valuesOf } from './orderForm';
import './words';

const orderQuery = (id: number) =>
  queryOptions({
    queryKey: keys.orders.one(id),
    queryFn: () => data(api.GET('/api/v1/orders/{id}', { params: { path: { id } } })),
  });

export function Order() {
  const { t } = useTranslation(['admin-customers', 'admin', 'common']);
  const id = Number(useParams({ strict: false }).id);
  const order = useQuery(orderQuery(id));
  return (
    <SectionDetail
      section="orders"
      query={order}
      head={(own) => ({
        title: own.number,
        text: `${own.quantity} × ${own.product}`,
        actions: (
          <SectionDelete
            section="orders"
            name={own.number}
            text={t('deleteOrder')}
            queryKey={orderQuery(id).queryKey}
            changes={keys.orders.list()}
            remove={() =>
              data(
                api.DELETE('/api/v1/orders/{id}', {
                  params: { path: { id }, header: { 'If-Match': `"${own.version}"` } },
                }),
              )
            }
          />
        ),
      })}
    >
      {(own) => (
        <>
          <Change order={own} />
        </>
      )}
    </SectionDetail>
  );
}

function Change({ order }: { order: OrderView }) {
  const { t } = useTranslation('admin-customers');
  const editing = useEditForm<OrderView, OrderValues>({
    ...orderQuery(order.id),
    stored: order,
    values: valuesOf,
    save: (values, ifMatch) =>
      data(
        api.PUT('/api/v1/orders/{id}', {
          params: { path: { id: order.id }, header: { 'If-Match': ifMatch } },
          body: orderOf(values, order),
        }),
      ),
    changes: keys.orders.root,
  });
  return (
    <PageSection title={order.number}>
      <EditForm editing={editing} label={order.number} fieldWords={(field) => t(field)}>
        <Stack maw={560}>
          <OrderFields form={editing.form} stored />
        </Stack>
      </EditForm>
    </PageSection>
  );
}
