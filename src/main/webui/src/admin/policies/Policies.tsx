import { Badge, Button, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCircleCheck, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import type { PolicyView } from '../../api/schema';
import { isFound } from '../../app/found';
import { Side } from '../core/Ask';
import { MakeForm } from '../core/editing';
import { useTime } from '../core/fields';
import { List } from '../core/List';
import { SectionPage, ThingLink } from '../core/Page';
import './words';

const read = (after: string | undefined, limit: number) =>
  data(api.GET('/api/v1/routing-policies', { params: { query: { limit, ...(after && { after }) } } }));

const matches = (policy: PolicyView, text: string) => isFound(policy.name, text);

export function Policies() {
  const { t } = useTranslation(['admin-policies', 'admin']);
  const time = useTime();
  const [making, setMaking] = useState(false);
  const columns = useMemo(
    () => [
      {
        key: 'name',
        label: t('name'),
        cell: (policy: PolicyView) => (
          <ThingLink section="policies" id={policy.id}>
            <bdi>{policy.name}</bdi>
          </ThingLink>
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
  const create = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
      {t('new')}
    </Button>
  );
  return (
    <SectionPage section="policies" actions={create}>
      <Text size="sm" c="dimmed">
        {t('lead')}
      </Text>
      <List
        label={t('admin:section.policies.title')}
        queryKey={['routing-policies', 'admin', 'list']}
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
  const { t } = useTranslation('admin-policies');
  const navigate = useNavigate();
  const form = useForm({ initialValues: { name: '' } });
  return (
    <MakeForm
      form={form}
      make={(body) => data(api.POST('/api/v1/routing-policies', { body }))}
      changes={['routing-policies']}
      onMade={(policy) =>
        navigate({ to: '/admin/$section/$id', params: { section: 'policies', id: String(policy.id) } })
      }
      onCancel={onClose}
    >
      <TextInput label={t('name')} required maxLength={100} data-autofocus {...form.getInputProps('name')} />
    </MakeForm>
  );
}
