import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { IconArrowsJoin2 } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { CustomerView } from '../../api/schema';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { CustomerChoice } from '../../ui/CustomerChoice';
import { PageSection } from '../../ui/PageSection';
import { useTime } from '../../ui/useTime';
import { DetailLink } from '../core/SectionPage';
import './words';

/** Two customers become one, or two again. */
function useChanged(): () => Promise<unknown> {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [keys.customers.root, keys.orders.root, keys.tickets.root].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
}

/** Makes another customer the same person as this one; those of the same address are offered. */
export function Merge({ customer }: { customer: CustomerView }) {
  const { t } = useTranslation('admin-customers');
  const changed = useChanged();
  const [other, setOther] = useState<number | null>(null);
  const { id, name, email } = customer;
  const same = useQuery({
    queryKey: keys.customers.found(email ?? ''),
    queryFn: () =>
      data(api.GET('/api/v1/customers', { params: { query: { text: email ?? '', limit: 20 } } })),
    enabled: Boolean(email),
  });
  const twins = (same.data?.items ?? []).filter((found) => found.id !== id && found.email === email);
  return (
    <ConfirmButton
      label={t('merge')}
      leftSection={<IconArrowsJoin2 size={16} aria-hidden />}
      title={t('mergeIt', { name })}
      confirm={t('merge')}
      done={t('mergeDone')}
      danger={false}
      ready={other !== null && other !== id}
      text={
        <Stack gap="sm">
          <Text size="sm">{t('mergeHint', { name })}</Text>
          {twins.length > 0 && (
            <Group gap="xs">
              <Text size="sm">{t('mergeSame')}</Text>
              {twins.map((twin) => (
                <Button key={twin.id} size="compact-sm" variant="light" onClick={() => setOther(twin.id)}>
                  <bdi>{twin.name}</bdi>&nbsp;#{twin.id}
                </Button>
              ))}
            </Group>
          )}
          <CustomerChoice label={t('mergeOther')} required value={other} onChange={setOther} />
        </Stack>
      }
      run={async () => {
        if (other !== null) {
          await data(
            api.POST('/api/v1/customers/{id}/merges', {
              params: { path: { id } },
              body: { customerId: other },
            }),
          );
          setOther(null);
          await changed();
        }
      }}
    />
  );
}

/** Those who were merged into a customer; nothing where nobody was. */
export function Merges({ customerId: id }: { customerId: number }) {
  const { t } = useTranslation('admin-customers');
  const time = useTime();
  const changed = useChanged();
  const { data: merges } = useQuery({
    queryKey: keys.customers.one(id, 'merges'),
    queryFn: () => data(api.GET('/api/v1/customers/{id}/merges', { params: { path: { id } } })),
  });
  if (!merges?.items.length) {
    return null;
  }
  return (
    <PageSection title={t('merges')}>
      <List listStyleType="none" spacing="xs">
        {merges.items.map((merge) => {
          const name = merge.mergedName ?? `#${merge.mergedId}`;
          return (
            <List.Item key={merge.id}>
              <Group gap="sm">
                <DetailLink section="customers" id={merge.mergedId}>
                  <bdi>{name}</bdi>
                </DetailLink>
                <Text size="sm" c="dimmed">
                  {t('mergedBy', { name: merge.mergedByName, at: time(merge.mergedAt) })}
                </Text>
                {new Date(merge.undoableUntil) > new Date() && (
                  <ConfirmButton
                    label={t('unmerge')}
                    button={{ size: 'compact-sm', 'aria-label': `${t('unmerge')}: ${name}` }}
                    title={t('unmergeIt', { name })}
                    text={t('unmergeHint')}
                    confirm={t('unmerge')}
                    done={t('unmerged')}
                    danger={false}
                    run={async () => {
                      await data(
                        api.DELETE('/api/v1/customers/{id}/merges/{mergeId}', {
                          params: { path: { id, mergeId: merge.id } },
                        }),
                      );
                      await changed();
                    }}
                  />
                )}
              </Group>
            </List.Item>
          );
        })}
      </List>
    </PageSection>
  );
}

/** Where all that was this customer's is now. */
export function MergedInto({ customerId }: { customerId: number }) {
  const { t } = useTranslation('admin-customers');
  return (
    <Alert color="blue" role="status">
      {t('mergedInto')}{' '}
      <DetailLink section="customers" id={customerId}>
        #{customerId}
      </DetailLink>
    </Alert>
  );
}
