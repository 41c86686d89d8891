import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface Props {
  typed: string;
  onType(text: string): void;
}

/** Finds an order where there are too many to look through. */
export function OrderSearch({ typed, onType }: Props) {
  const { t } = useTranslation('portal');
  return (
    <TextInput
      type="search"
      aria-label={t('findOrder')}
      placeholder={t('findOrder')}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  );
}
