import { ActionIcon, Badge, Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { CustomerView } from '../../api/schema';
import BlockCustomer from '../../tickets/BlockCustomer';
import { EditForm } from '../../ui/EditForm';
import { PageSection } from '../../ui/PageSection';
import { useEditForm } from '../../ui/useEditForm';
import { GroupChoice } from '../core/choices';
import { SectionDelete, SectionDetail } from '../core/SectionPage';
import { Erase, Erasure } from './Erase';
import { Merge, MergedInto, Merges } from './Merge';
import { OrderList } from './Orders';
import './words';

const customerQuery = (id: number) =>
  queryOptions({
    queryKey: keys.customers.one(id),
    queryFn: () => data(api.GET('/api/v1/customers/{id}', { params: { path: { id } } })),
  });

export function Customer() {
  const { t } = useTranslation(['admin-customers', 'admin', 'common']);
  const id = Number(useParams({ strict: false }).id);
  const customer = useQuery(customerQuery(id));
  return (
    <SectionDetail
      section="customers"
      query={customer}
      head={(own) =>
        own.erasedAt
          ? { title: t('erasedCustomer', { number: id }) }
          : {
              title: own.name,
              mark: (
                <Badge variant="default" tt="none">
                  {t(own.signIn ? 'canSignIn' : 'cannotSignIn')}
                </Badge>
              ),
              actions: own.joinedTo ? undefined : (
                <>
                  <Merge customer={own} />
                  <Erase customer={own} />
                  <SectionDelete
                    section="customers"
                    name={own.name}
                    text={t('deleteCustomer')}
                    queryKey={customerQuery(id).queryKey}
                    changes={keys.customers.list()}
                    remove={() =>
                      data(
                        api.DELETE('/api/v1/customers/{id}', {
                          params: { path: { id }, header: { 'If-Match': `"${own.version}"` } },
                        }),
                      )
                    }
                  />
                </>
              ),
            }
      }
    >
      {(own) => (
        <>
          {!own.erasedAt && !own.joinedTo && <BlockCustomer id={id} name={own.name} />}
          {own.erasedAt ? (
            <Erasure customerId={id} />
          ) : own.joinedTo ? (
            <MergedInto customerId={own.joinedTo} />
          ) : (
            <Profile customer={own} />
          )}
          <Merges customerId={id} />
          <PageSection title={t('orders')}>
            <OrderList customerId={id} />
          </PageSection>
        </>
      )}
    </SectionDetail>
  );
}

function Profile({ customer }: { customer: CustomerView }) {
  const { t } = useTranslation(['admin-customers', 'admin']);
  const editing = useEditForm({
    ...customerQuery(customer.id),
    stored: customer,
    values: ({ name, email, groupId, language, attributes }) => ({
      name,
      email: email ?? '',
      groupId: groupId as number | null,
      language: language ?? '',
      attributeLines: Object.entries(attributes).map(([key, value]) => ({ key, value })),
    }),
    save: ({ attributeLines, language, ...rest }, ifMatch) =>
      data(
        api.PUT('/api/v1/customers/{id}', {
          params: { path: { id: customer.id }, header: { 'If-Match': ifMatch } },
          body: {
            ...rest,
            ...(language && { language }),
            attributes: Object.fromEntries(
              attributeLines.filter(({ key }) => key).map(({ key, value }) => [key, value]),
            ),
          },
        }),
      ),
    changes: keys.customers.root,
  });
  const { form } = editing;
  const { getInputProps } = form;
  return (
    <EditForm
      editing={editing}
      label={t('profile')}
      fieldWords={(field) => t(field === 'attributeLines' ? 'attributes' : field)}
    >
      <PageSection title={t('profile')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label={t('name')} required maxLength={200} {...getInputProps('name')} />
          <TextInput label={t('email')} type="email" required maxLength={190} {...getInputProps('email')} />
          <TextInput
            label={t('language')}
            placeholder={t('languageHint')}
            maxLength={35}
            {...getInputProps('language')}
          />
          <GroupChoice label={t('groupId')} allowDeselect={false} {...getInputProps('groupId')} />
        </SimpleGrid>
      </PageSection>
      <PageSection title={t('attributes')} text={t('attributesHint')}>
        <Stack gap="xs">
          {form.values.attributeLines.map((_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are told apart by what is being typed
            <Group key={index} gap="xs">
              <TextInput
                aria-label={t('attributeN', { number: index + 1 })}
                placeholder={t('attribute')}
                {...getInputProps(`attributeLines.${index}.key`)}
              />
              <TextInput
                aria-label={t('valueN', { number: index + 1 })}
                placeholder={t('value')}
                maxLength={1000}
                {...getInputProps(`attributeLines.${index}.value`)}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('ui:removeIt', { name: t('attributeN', { number: index + 1 }) })}
                onClick={() => form.removeListItem('attributeLines', index)}
              >
                <IconX size={16} />
              </ActionIcon>
            </Group>
          ))}
          <Text size="xs">
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => form.insertListItem('attributeLines', { key: '', value: '' })}
            >
              {t('addAttribute')}
            </Button>
          </Text>
        </Stack>
      </PageSection>
    </EditForm>
  );
}
