import { Badge, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCircleCheck } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { PolicyView } from '../../api/schema';
import { isFound } from '../../app/found';
import { CreateForm } from '../../ui/CreateForm';
import { useTime } from '../../ui/useTime';
import { DetailLink, SectionCollection } from '../core/SectionPage';
import './words';

const read = (after: string | undefined, limit: number) =>
  data(api.GET('/api/v1/routing-policies', { params: { query: { limit, ...(after && { after }) } } }));

const matches = (policy: PolicyView, text: string) => isFound(policy.name, text);

export function Policies() {
  const { t } = useTranslation(['admin-policies', 'admin']);
  const time = useTime();
  const columns = useMemo(
    () => [
      {
        key: 'name',
        label: t('name'),
        cell: (policy: PolicyView) => (
          <DetailLink section="policies" id={policy.id}>
            <bdi>{policy.name}</bdi>
          </DetailLink>
        ),
      },
      {
        key: 'published',
        label: t('published'),
        cell: (policy: PolicyView) =>
          policy.publishedVersion == null ? (
            <Text size="sm" c="dimmed">
              {t('notPublished')}
            </Text>
          ) : (
            <Badge color="teal.8" tt="none" leftSection={<IconCircleCheck size={12} aria-hidden />}>
              {t('version', { number: policy.publishedVersion })}
            </Badge>
          ),
      },
      {
        key: 'made',
        label: t('made'),
        from: 'sm' as const,
        cell: (policy: PolicyView) => time(policy.createdAt),
      },
    ],
    [t, time],
  );
  return (
    <SectionCollection
      section="policies"
      text={t('lead')}
      queryKey={keys.policies.list()}
      read={read}
      columns={columns}
      matches={matches}
      create={{ label: t('new'), form: (close) => <Make onClose={close} /> }}
      empty={{ title: t('none'), hint: t('noneHint') }}
    />
  );
}

function Make({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('admin-policies');
  const navigate = useNavigate();
  const form = useForm({ initialValues: { name: '' } });
  return (
    <CreateForm
      form={form}
      create={(body) => data(api.POST('/api/v1/routing-policies', { body }))}
      changes={keys.policies.root}
      onCreated={(policy) =>
        navigate({ to: '/admin/$section/$id', params: { section: 'policies', id: String(policy.id) } })
      }
      onCancel={onClose}
    >
      <TextInput label={t('name')} required maxLength={100} data-autofocus {...form.getInputProps('name')} />
    </CreateForm>
  );
}
