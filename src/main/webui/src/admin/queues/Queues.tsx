import { Badge, Button, Select, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import type { Distribution, QueueView } from '../../api/schema';
import { isFound } from '../../app/found';
import { Side } from '../core/Ask';
import { MakeForm } from '../core/editing';
import { useDuration } from '../core/fields';
import { List } from '../core/List';
import { SectionPage, ThingLink } from '../core/Page';
import './words';

export const distributions: Distribution[] = [
  'LONGEST_IDLE',
  'ROUND_ROBIN',
  'LEAST_LOADED',
  'BEST_SKILLED',
  'RANKED',
];

const read = (after: string | undefined, limit: number) =>
  data(api.GET('/api/v1/queues', { params: { query: { limit, ...(after && { after }) } } }));

const matches = (queue: QueueView, text: string) => isFound(queue.name, text);

export function Queues() {
  const { t } = useTranslation(['admin-queues', 'admin']);
  const duration = useDuration();
  const [making, setMaking] = useState(false);
  const columns = useMemo(
    () => [
      {
        key: 'name',
        label: t('name'),
        cell: (queue: QueueView) => (
          <>
            <ThingLink section="queues" id={queue.id}>
              <bdi>{queue.name}</bdi>
            </ThingLink>{' '}
            {queue.isDefault && (
              <Badge variant="default" tt="none" size="sm">
                {t('isDefault')}
              </Badge>
            )}
          </>
        ),
      },
      {
        key: 'distribution',
        label: t('distribution'),
        from: 'sm' as const,
        cell: (queue: QueueView) => t(`distributions.${queue.distribution}`),
      },
      {
        key: 'level',
        label: t('serviceLevel'),
        cell: (queue: QueueView) =>
          queue.serviceLevel
            ? t('levelShort', {
                percent: queue.serviceLevel.percent,
                time: duration(queue.serviceLevel.seconds),
              })
            : '–',
      },
      {
        key: 'priority',
        label: t('priority'),
        from: 'md' as const,
        cell: (queue: QueueView) => queue.priority,
      },
    ],
    [t, duration],
  );
  const create = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
      {t('new')}
    </Button>
  );
  return (
    <SectionPage section="queues" actions={create}>
      <List
        label={t('admin:section.queues.title')}
        queryKey={['queues', 'admin', 'list']}
        read={read}
        columns={columns}
        matches={matches}
        empty={
          <>
            <Title order={2} size="h4">
              {t('none')}
            </Title>
            <Text c="dimmed">{t('noneHint')}</Text>
            {create}
          </>
        }
      />
      <Side title={t('new')} opened={making} onClose={() => setMaking(false)}>
        <Make onClose={() => setMaking(false)} />
      </Side>
    </SectionPage>
  );
}

function Make({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('admin-queues');
  const navigate = useNavigate();
  const form = useForm({ initialValues: { name: '', distribution: 'LONGEST_IDLE' as Distribution } });
  return (
    <MakeForm
      form={form}
      make={(body) => data(api.POST('/api/v1/queues', { body }))}
      changes={['queues']}
      onMade={(queue) =>
        navigate({ to: '/admin/$section/$id', params: { section: 'queues', id: String(queue.id) } })
      }
      onCancel={onClose}
    >
      <TextInput label={t('name')} required maxLength={100} data-autofocus {...form.getInputProps('name')} />
      <Select
        label={t('distribution')}
        allowDeselect={false}
        data={distributions.map((own) => ({ value: own, label: t(`distributions.${own}`) }))}
        {...form.getInputProps('distribution')}
      />
    </MakeForm>
  );
}
