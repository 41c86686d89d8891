import { Button, Group, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { CustomerView } from '../../api/schema';
import { messageOf } from '../../app/problems';
import { PageSection } from '../../ui/PageSection';
import '../../tickets/customer/words';

/** By what another system knows a customer; what the shop said stays. */
export function ExternalId({ customer }: { customer: CustomerView }) {
  const { t } = useTranslation('customer');
  const client = useQueryClient();
  const [typed, setTyped] = useState(customer.externalId ?? '');
  const set = useMutation({
    mutationFn: async (externalId: string) => {
      const params = { path: { id: customer.id }, header: { 'If-Match': `"${customer.version}"` } };
      const path = '/api/v1/customers/{id}/external-id';
      await (externalId
        ? data(api.PUT(path, { params, body: { externalId } }))
        : data(api.DELETE(path, { params })));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.customers.root }),
  });
  if (customer.identifiedAt) {
    return (
      <PageSection title={t('externalId')} text={t('externalIdFixed')}>
        <Text size="sm">{customer.externalId}</Text>
      </PageSection>
    );
  }
  return (
    <PageSection title={t('externalId')} text={t('externalIdHint')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          set.mutate(typed.trim());
        }}
      >
        <Group gap="xs" align="start">
          <TextInput
            aria-label={t('externalId')}
            maxLength={190}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            error={set.error && messageOf(set.error)}
          />
          <Button
            type="submit"
            variant="default"
            loading={set.isPending}
            disabled={typed.trim() === (customer.externalId ?? '')}
          >
            {t(typed.trim() || !customer.externalId ? 'setExternalId' : 'forgetExternalId')}
          </Button>
        </Group>
      </form>
    </PageSection>
  );
}
