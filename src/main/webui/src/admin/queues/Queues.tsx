import { Badge, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { Distribution, QueueView } from '../../api/schema';
import { isFound } from '../../app/found';
import { CreateForm } from '../../ui/CreateForm';
import { useDuration } from '../../ui/duration';
import { DetailLink, SectionCollection } from '../core/SectionPage';
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
  const columns = useMemo(
    () => [
      {
        key: 'name',
        label: t('name'),
        cell: (queue: QueueView) => (
          <>
            <DetailLink section="queues" id={queue.id}>
              <bdi>{queue.name}</bdi>
            </DetailLink>{' '}
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
  return (
    <SectionCollection
      section="queues"
      queryKey={keys.queues.list()}
      read={read}
      columns={columns}
      matches={matches}
      create={{ label: t('new'), form: (close) => <Make onClose={close} /> }}
      empty={{ title: t('none'), hint: t('noneHint') }}
    />
  );
}

function Make({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('admin-queues');
  const navigate = useNavigate();
  const form = useForm({ initialValues: { name: '', distribution: 'LONGEST_IDLE' as Distribution } });
  return (
    <CreateForm
      form={form}
      create={(body) => data(api.POST('/api/v1/queues', { body }))}
      changes={keys.queues.root}
      onCreated={(queue) =>
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
    </CreateForm>
  );
}
