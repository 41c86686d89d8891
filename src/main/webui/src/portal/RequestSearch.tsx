import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LONGEST_TEXT } from '../tickets/sought';

interface Props {
  typed: string;
  onType(text: string): void;
}

/** Finds a request where there are too many to look through. */
export function RequestSearch({ typed, onType }: Props) {
  const { t } = useTranslation('portal');
  return (
    <TextInput
      type="search"
      aria-label={t('findRequest')}
      placeholder={t('findRequest')}
      leftSection={<IconSearch size={16} aria-hidden />}
      maxLength={LONGEST_TEXT}
      value={typed}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  );
}
