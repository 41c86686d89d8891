import { Alert, Checkbox, Loader, Stack, Text, TextInput } from '@mantine/core';
import { IconEraser } from '@tabler/icons-react';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { CustomerView } from '../../api/schema';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { useTime } from '../../ui/useTime';
import './words';

const LOOK_AGAIN = 1000;

const erasureQuery = (id: number) =>
  queryOptions({
    queryKey: keys.customers.one(id, 'erasure'),
    queryFn: () => data(api.GET('/api/v1/customers/{id}/erasure', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data?.state === 'DONE' ? false : LOOK_AGAIN),
  });

/** Erases a customer, once their name was typed: nothing brings them back. */
export function Erase({ customer }: { customer: CustomerView }) {
  const { t } = useTranslation(['admin-customers', 'admin']);
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const [cancelTickets, setCancelTickets] = useState(false);
  const { id, name } = customer;
  return (
    <ConfirmButton
      label={t('erase')}
      leftSection={<IconEraser size={16} aria-hidden />}
      title={t('eraseIt', { name })}
      confirm={t('erase')}
      ready={typed.trim() === name.trim()}
      text={
        <Stack gap="sm">
          <Text size="sm">{t('eraseGoes')}</Text>
          <Text size="sm">{t('eraseStays')}</Text>
          <Text size="sm" fw={600}>
            {t('admin:deleteHint')}
          </Text>
          <Checkbox
            label={t('cancelTickets')}
            description={t('cancelTicketsHint')}
            checked={cancelTickets}
            onChange={(event) => setCancelTickets(event.currentTarget.checked)}
          />
          <TextInput
            label={t('typeName', { name })}
            autoComplete="off"
            dir="auto"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            data-autofocus
          />
        </Stack>
      }
      run={async () => {
        await data(
          api.POST('/api/v1/customers/{id}/erasure', { params: { path: { id } }, body: { cancelTickets } }),
        );
        await Promise.all(
          [keys.customers.root, keys.orders.root, keys.tickets.root].map((queryKey) =>
            client.invalidateQueries({ queryKey }),
          ),
        );
      }}
    />
  );
}

/** How far the erasure of a customer is. */
export function Erasure({ customerId }: { customerId: number }) {
  const { t } = useTranslation('admin-customers');
  const time = useTime();
  const { data: erasure } = useQuery(erasureQuery(customerId));
  if (!erasure) {
    return null;
  }
  return (
    <Alert
      color={erasure.doneAt ? 'teal' : 'orange'}
      icon={erasure.doneAt ? undefined : <Loader size="xs" />}
      title={erasure.doneAt ? t('erasedAt', { at: time(erasure.doneAt) }) : t('erasing')}
      role="status"
    >
      {t('erasedSoFar', {
        tickets: t('erasedTickets', { count: erasure.tickets }),
        orders: t('erasedOrders', { count: erasure.orders }),
        entries: t('erasedEntries', { count: erasure.auditEntries }),
      })}
    </Alert>
  );
}
