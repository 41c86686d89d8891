import { Badge, Button, Group, Select, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { DeliveryState, DeliveryView } from '../../api/schema';
import { showProblem } from '../../app/problems';
import { TicketLink } from '../../tickets/TicketLink';
import { CollectionTable } from '../../ui/CollectionTable';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { useTime } from '../../ui/useTime';
import { SectionPage } from '../core/SectionPage';
import './words';

const states: DeliveryState[] = ['WAITING', 'PARKED'];

/** What others outside were to be told and were not yet, or will not be. */
export function Undelivered() {
  const { t } = useTranslation(['admin-mails', 'admin']);
  const time = useTime();
  const [state, setState] = useState<DeliveryState>();
  const columns = useMemo(
    () => [
      {
        key: 'what',
        label: t('what'),
        cell: ({ kind, lane }: DeliveryView) =>
          kind === 'MAIL' ? (
            <TicketLink id={Number(lane)} size="sm" fw={550}>
              {t('mailAbout', { id: lane })}
            </TicketLink>
          ) : (
            `${kind} ${lane}`
          ),
      },
      {
        key: 'state',
        label: t('state'),
        cell: ({ state, attempts, problem }: DeliveryView) => (
          <>
            <Group gap={6}>
              <Badge variant="light" color={state === 'PARKED' ? 'red' : 'gray'} tt="none">
                {t(`stateOf.${state}`)}
              </Badge>
              {attempts > 0 && <Text size="xs">{t('attempts', { count: attempts })}</Text>}
            </Group>
            {problem && (
              <Text size="sm" dir="auto">
                {problem}
              </Text>
            )}
          </>
        ),
      },
      {
        key: 'tried',
        label: t('tried'),
        from: 'sm' as const,
        cell: ({ triedAt, createdAt }: DeliveryView) => time(triedAt ?? createdAt),
      },
      {
        key: 'actions',
        label: '',
        actions: true,
        cell: (delivery: DeliveryView) => <Actions delivery={delivery} />,
      },
    ],
    [t, time],
  );
  return (
    <SectionPage section="undelivered">
      <CollectionTable
        label={t('admin:section.undelivered.title')}
        queryKey={keys.deliveries.list(state)}
        read={(after, limit) =>
          data(
            api.GET('/api/v1/deliveries', {
              params: { query: { limit, ...(after && { after }), ...(state && { state }) } },
            }),
          )
        }
        columns={columns}
        filters={
          <Select
            label={t('state')}
            clearable
            placeholder={t('anyState')}
            data={states.map((value) => ({ value, label: t(`stateOf.${value}`) }))}
            value={state ?? null}
            onChange={(chosen) => setState((chosen as DeliveryState | null) ?? undefined)}
          />
        }
        filtered={state !== undefined}
        empty={{ title: t('allDelivered'), hint: t('allDeliveredHint') }}
      />
    </SectionPage>
  );
}

function Actions({ delivery: { id, state, lane } }: { delivery: DeliveryView }) {
  const { t } = useTranslation('admin-mails');
  const client = useQueryClient();
  const changed = () => client.invalidateQueries({ queryKey: keys.deliveries.root });
  const retry = useMutation({
    mutationFn: () => data(api.POST('/api/v1/deliveries/{id}/retry', { params: { path: { id } } })),
    onError: showProblem,
    onSettled: changed,
  });
  return (
    <Group gap="xs" wrap="nowrap" justify="end">
      {state === 'PARKED' && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconRefresh size={14} aria-hidden />}
          loading={retry.isPending}
          onClick={() => retry.mutate()}
        >
          {t('tryAgain')}
        </Button>
      )}
      <ConfirmButton
        label={t('discard')}
        button={{ size: 'compact-sm', variant: 'subtle', color: 'red' }}
        title={t('discardIt', { id: lane })}
        text={t('discardHint')}
        confirm={t('discard')}
        run={async () => {
          await data(api.DELETE('/api/v1/deliveries/{id}', { params: { path: { id } } }));
          await changed();
        }}
      />
    </Group>
  );
}
