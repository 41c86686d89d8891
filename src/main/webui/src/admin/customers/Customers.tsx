import { Select, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { CustomerView } from '../../api/schema';
import { tagsQuery } from '../../tickets/labels/queries';
import { TagList } from '../../tickets/labels/TagList';
import { CreateForm } from '../../ui/CreateForm';
import { SignInFields } from '../accounts/SignInFields';
import { GroupChoice } from '../core/choices';
import { DetailLink, SectionCollection } from '../core/SectionPage';
import '../../tickets/customer/words';
import './words';

export function Customers() {
  const { t } = useTranslation(['admin-customers', 'admin', 'customer']);
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed, 250);
  const [groupId, setGroupId] = useState<number | null>(null);
  const [tagId, setTagId] = useState<string | null>(null);
  const known = useQuery(tagsQuery).data;
  const read = useCallback(
    (after: string | undefined, limit: number) =>
      data(
        api.GET('/api/v1/customers', {
          params: {
            query: {
              limit,
              ...(after && { after }),
              ...(text && { text }),
              ...(groupId && { groupId }),
              ...(tagId && { tagId: Number(tagId) }),
            },
          },
        }),
      ),
    [text, groupId, tagId],
  );
  const columns = useMemo(
    () => [
      {
        key: 'name',
        label: t('name'),
        cell: (customer: CustomerView) => (
          <DetailLink section="customers" id={customer.id}>
            <bdi>{customer.erasedAt ? t('erasedCustomer', { number: customer.id }) : customer.name}</bdi>
          </DetailLink>
        ),
      },
      { key: 'email', label: t('email'), cell: (customer: CustomerView) => customer.email },
      {
        key: 'tags',
        label: t('customer:tags'),
        from: 'md' as const,
        cell: (customer: CustomerView) => (
          <TagList tags={(known ?? []).filter((tag) => customer.tagIds.includes(tag.id))} />
        ),
      },
      {
        key: 'language',
        label: t('language'),
        from: 'md' as const,
        cell: (customer: CustomerView) => customer.language,
      },
      {
        key: 'signIn',
        label: t('signIn'),
        from: 'sm' as const,
        cell: (customer: CustomerView) => t(customer.signIn ? 'canSignIn' : 'cannotSignIn'),
      },
    ],
    [t, known],
  );
  return (
    <SectionCollection
      section="customers"
      queryKey={keys.customers.list(text, groupId, tagId)}
      read={read}
      columns={columns}
      onSearch={setTyped}
      filters={
        <>
          <GroupChoice
            aria-label={t('groupId')}
            placeholder={t('groupId')}
            clearable
            value={groupId}
            onChange={setGroupId}
            w={{ base: '100%', xs: 200 }}
          />
          <Select
            aria-label={t('customer:tags')}
            placeholder={t('customer:tags')}
            clearable
            searchable
            data={(known ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
            value={tagId}
            onChange={setTagId}
            w={{ base: '100%', xs: 200 }}
          />
        </>
      }
      filtered={groupId !== null || tagId !== null}
      create={{ label: t('newCustomer'), form: (close) => <Make onClose={close} /> }}
      empty={{ title: t('noCustomers'), hint: t('noCustomersHint') }}
    />
  );
}

function Make({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('admin-customers');
  const navigate = useNavigate();
  const [withSignIn, setWithSignIn] = useState(false);
  const form = useForm({
    initialValues: {
      name: '',
      email: '',
      language: '',
      groupId: null as number | null,
      signIn: { username: '', password: '' },
    },
  });
  return (
    <CreateForm
      form={form}
      create={({ name, email, language, groupId, signIn }) =>
        data(
          api.POST('/api/v1/customers', {
            body: {
              name,
              email,
              ...(language && { language }),
              ...(groupId && { groupId }),
              ...(withSignIn && { signIn }),
            },
          }),
        )
      }
      changes={keys.customers.root}
      onCreated={(customer) =>
        navigate({ to: '/admin/$section/$id', params: { section: 'customers', id: String(customer.id) } })
      }
      onCancel={onClose}
    >
      <TextInput label={t('name')} required maxLength={200} data-autofocus {...form.getInputProps('name')} />
      <TextInput label={t('email')} type="email" required maxLength={190} {...form.getInputProps('email')} />
      <TextInput
        label={t('language')}
        description={t('languageHint')}
        maxLength={35}
        {...form.getInputProps('language')}
      />
      <GroupChoice label={t('groupId')} clearable {...form.getInputProps('groupId')} />
      <Switch
        label={t('withSignIn')}
        checked={withSignIn}
        onChange={(event) => setWithSignIn(event.currentTarget.checked)}
      />
      {withSignIn && <SignInFields form={form} />}
    </CreateForm>
  );
}
