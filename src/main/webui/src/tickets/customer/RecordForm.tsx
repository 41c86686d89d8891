import { SimpleGrid, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { CustomerView } from '../../api/schema';
import { EditForm } from '../../ui/EditForm';
import { PageSection } from '../../ui/PageSection';
import { useEditForm } from '../../ui/useEditForm';
import { TagChoice } from '../labels/TagChoice';
import { customerQuery } from '../queries';
import { Lines } from './Lines';
import { changeOf, type RecordValues, toldByLine, valuesOf } from './record';
import './words';

const NARROW = { base: '100%', xs: 130 };
const WIDE = { base: '100%', xs: 250 };

/** What is known of a customer, and how they are reached. */
export function RecordForm({
  customer,
  more,
}: {
  customer: CustomerView;
  /** Further fields of the profile. */
  more?: (form: UseFormReturnType<RecordValues>) => ReactNode;
}) {
  const { t } = useTranslation('customer');
  const editing = useEditForm<CustomerView, RecordValues>({
    ...customerQuery(customer.id),
    stored: customer,
    values: valuesOf,
    save: (values, ifMatch) =>
      data(
        api.PUT('/api/v1/customers/{id}', {
          params: { path: { id: customer.id }, header: { 'If-Match': ifMatch } },
          body: changeOf(values),
        }),
      ).catch(toldByLine),
    changes: keys.customers.root,
  });
  const { form } = editing;
  const { getInputProps } = form;
  const toldByTheShop = customer.email && !customer.emails.some(({ address }) => address === customer.email);
  const label = (path: string, name: string) => (
    <TextInput
      aria-label={t('labelOf', { name })}
      placeholder={t('label')}
      maxLength={50}
      w={NARROW}
      {...getInputProps(`${path}.label`)}
    />
  );
  return (
    <EditForm
      editing={editing}
      label={t('record')}
      fieldWords={(field) => t(field === 'attributeLines' ? 'attributes' : (field as 'name'))}
    >
      <PageSection title={t('profile')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label={t('name')} required maxLength={200} {...getInputProps('name')} />
          <TextInput
            label={t('language')}
            placeholder={t('languageHint')}
            maxLength={35}
            {...getInputProps('language')}
          />
          {more?.(form)}
        </SimpleGrid>
        <TagChoice
          size="sm"
          label={t('tags')}
          maxValues={20}
          {...getInputProps('tagIds')}
          value={form.values.tagIds}
          onChange={(ids) => form.setFieldValue('tagIds', ids)}
        />
      </PageSection>
      <PageSection title={t('emails')} text={toldByTheShop ? undefined : t('emailsHint')}>
        {toldByTheShop && <Text size="sm">{t('emailsOfTheShop', { email: customer.email })}</Text>}
        <Lines
          form={form}
          kind="emails"
          nameOf={(number) => t('email', { number })}
          add={t('addEmail')}
          blank={{ address: '', label: '' }}
          ordered={!toldByTheShop}
        >
          {(index, name) => (
            <>
              <TextInput
                type="email"
                aria-label={name}
                required
                maxLength={190}
                w={WIDE}
                {...getInputProps(`emails.${index}.address`)}
              />
              {label(`emails.${index}`, name)}
            </>
          )}
        </Lines>
      </PageSection>
      <PageSection title={t('phones')} text={t('phonesHint')}>
        <Lines
          form={form}
          kind="phones"
          nameOf={(number) => t('phone', { number })}
          add={t('addPhone')}
          blank={{ number: '', label: '' }}
        >
          {(index, name) => (
            <>
              <TextInput
                type="tel"
                aria-label={name}
                required
                maxLength={40}
                w={WIDE}
                {...getInputProps(`phones.${index}.number`)}
              />
              {label(`phones.${index}`, name)}
            </>
          )}
        </Lines>
      </PageSection>
      <PageSection title={t('postalAddresses')}>
        <Lines
          form={form}
          kind="postalAddresses"
          nameOf={(number) => t('postal', { number })}
          add={t('addPostal')}
          blank={{ street: '', postalCode: '', city: '', region: '', country: '', label: '' }}
        >
          {(index, name) => {
            const path = `postalAddresses.${index}`;
            return (
              <>
                <TextInput
                  label={t('street')}
                  required
                  maxLength={200}
                  w={WIDE}
                  {...getInputProps(`${path}.street`)}
                />
                <TextInput
                  label={t('postalCode')}
                  maxLength={20}
                  w={NARROW}
                  {...getInputProps(`${path}.postalCode`)}
                />
                <TextInput
                  label={t('city')}
                  required
                  maxLength={100}
                  w={NARROW}
                  {...getInputProps(`${path}.city`)}
                />
                <TextInput
                  label={t('region')}
                  maxLength={100}
                  w={NARROW}
                  {...getInputProps(`${path}.region`)}
                />
                <TextInput
                  label={t('country')}
                  placeholder={t('countryHint')}
                  maxLength={2}
                  w={NARROW}
                  {...getInputProps(`${path}.country`)}
                />
                {label(path, name)}
              </>
            );
          }}
        </Lines>
      </PageSection>
      <PageSection title={t('attributes')} text={t('attributesHint')}>
        <Lines
          form={form}
          kind="attributeLines"
          nameOf={(number) => t('attributeN', { number })}
          add={t('addAttribute')}
          blank={{ key: '', value: '' }}
          ordered={false}
        >
          {(index, name) => (
            <>
              <TextInput
                aria-label={name}
                placeholder={t('attribute')}
                maxLength={100}
                {...getInputProps(`attributeLines.${index}.key`)}
              />
              <TextInput
                aria-label={t('valueN', { number: index + 1 })}
                placeholder={t('value')}
                maxLength={1000}
                {...getInputProps(`attributeLines.${index}.value`)}
              />
            </>
          )}
        </Lines>
      </PageSection>
    </EditForm>
  );
}
