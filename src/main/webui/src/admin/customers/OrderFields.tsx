import { NumberInput, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { CustomerChoice } from '../../ui/CustomerChoice';
import { WholeNumber } from '../../ui/WholeNumber';
import type { OrderValues } from './orderForm';

export function OrderFields({ form, stored }: { form: UseFormReturnType<OrderValues>; stored: boolean }) {
  const { t } = useTranslation('admin-customers');
  const { getInputProps } = form;
  return (
    <>
      <TextInput
        label={t('number')}
        description={t('numberHint')}
        required
        disabled={stored}
        maxLength={64}
        {...getInputProps('number')}
      />
      <CustomerChoice label={t('customerId')} required {...getInputProps('customerId')} />
      <TextInput label={t('product')} required maxLength={200} {...getInputProps('product')} />
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <WholeNumber label={t('quantity')} required min={1} {...getInputProps('quantity')} />
        <NumberInput
          label={t('amount')}
          required
          min={0}
          decimalScale={2}
          fixedDecimalScale
          {...getInputProps('amount')}
        />
        <TextInput label={t('currency')} required maxLength={3} {...getInputProps('currency')} />
      </SimpleGrid>
      <TextInput type="datetime-local" label={t('orderedAt')} required {...getInputProps('orderedAt')} />
    </>
  );
}
