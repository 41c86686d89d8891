import { Badge, Checkbox, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data, Problem } from '../api/client';
import { keys } from '../api/keys';
import type { BlockView } from '../api/schema';
import { useMe } from '../app/session';
import { ConfirmButton } from '../ui/ConfirmButton';
import { useTime } from '../ui/useTime';
import './block.words';

const DAYS = [1, 7, 30];
const DAY = 24 * 60 * 60 * 1000;

const blockQuery = (id: number) =>
  queryOptions({
    queryKey: keys.customers.one(id, 'block'),
    queryFn: () =>
      data(api.GET('/api/v1/customers/{id}/block', { params: { path: { id } } })).catch((problem) => {
        if (problem instanceof Problem && problem.status === 404) {
          return null;
        }
        throw problem;
      }),
  });

/** Keeps a customer out, or tells that somebody did. */
export default function BlockCustomer({ id, name }: { id: number; name: string }) {
  const { data: block } = useQuery(blockQuery(id));
  if (block === undefined) {
    return null;
  }
  return block ? <Blocked block={block} name={name} /> : <Block id={id} name={name} />;
}

function Block({ id, name }: { id: number; name: string }) {
  const { t } = useTranslation('block');
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [days, setDays] = useState<string | null>('7');
  const [networks, setNetworks] = useState(false);
  return (
    <ConfirmButton
      label={t('block')}
      leftSection={<IconBan size={14} aria-hidden />}
      button={{ size: 'compact-sm' }}
      title={t('blockIt', { name })}
      confirm={t('block')}
      done={t('done')}
      ready={reason.trim() !== ''}
      text={
        <Stack gap="sm">
          <Text size="sm">{t('hint')}</Text>
          <Textarea
            label={t('reason')}
            required
            autosize
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            data-autofocus
          />
          <Select
            label={t('until')}
            allowDeselect={false}
            value={days}
            onChange={setDays}
            data={[
              ...DAYS.map((count) => ({ value: String(count), label: t('days', { count }) })),
              { value: '', label: t('forEver') },
            ]}
          />
          <Checkbox
            label={t('networks')}
            description={t('networksHint')}
            checked={networks}
            onChange={(event) => setNetworks(event.currentTarget.checked)}
          />
        </Stack>
      }
      run={async () => {
        const until = days ? new Date(Date.now() + Number(days) * DAY).toISOString() : undefined;
        await data(
          api.PUT('/api/v1/customers/{id}/block', {
            params: { path: { id } },
            body: { reason: reason.trim(), networks, ...(until && { until }) },
          }),
        );
        await Promise.all(
          [keys.customers.root, keys.tickets.root].map((queryKey) => client.invalidateQueries({ queryKey })),
        );
      }}
    />
  );
}

function Blocked({ block, name }: { block: BlockView; name: string }) {
  const { t } = useTranslation('block');
  const time = useTime();
  const { roles } = useMe();
  return (
    <Stack gap={4} align="start">
      <Group gap="xs">
        <Badge color="red" variant="light" tt="none">
          {block.until ? t('blockedUntil', { until: time(block.until) }) : t('blocked')}
        </Badge>
        {roles.some((role) => role === 'supervisor' || role === 'admin') && (
          <Unblock id={block.customerId} name={name} />
        )}
      </Group>
      <Text size="sm" dir="auto">
        {t('by', { name: block.blockedByName, reason: block.reason })}
      </Text>
    </Stack>
  );
}

export function Unblock({ id, name }: { id: number; name: string }) {
  const { t } = useTranslation('block');
  const client = useQueryClient();
  return (
    <ConfirmButton
      label={t('unblock')}
      button={{ size: 'compact-sm', 'aria-label': `${t('unblock')}: ${name}` }}
      danger={false}
      title={t('unblockIt', { name })}
      text={t('unblockHint')}
      confirm={t('unblock')}
      done={t('unblocked')}
      run={async () => {
        await data(api.DELETE('/api/v1/customers/{id}/block', { params: { path: { id } } }));
        await client.invalidateQueries({ queryKey: keys.customers.root });
      }}
    />
  );
}
