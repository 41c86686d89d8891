import { Kbd, Text } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { WrittenKeys } from './keys';

/** Keys, as shortcuts name them and as they are on this keyboard, as far as the browser tells. */
export function KeyNames({ keys, written: { writtenFor } }: { keys: string; written: WrittenKeys }) {
  return keys.split(' ').map((key, index) => {
    const written = writtenFor(key);
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: they never change places
      <Fragment key={index}>
        {index > 0 && ' '}
        <Kbd size="xs">{written?.toUpperCase() ?? key}</Kbd>
        {written && (
          <Text component="span" size="xs" c="dimmed">
            {` (${key})`}
          </Text>
        )}
      </Fragment>
    );
  });
}

/** Says so where keys work by their place. */
export function KeysByPlace({ written: { byPlace } }: { written: WrittenKeys }) {
  const { t } = useTranslation('common');
  return byPlace ? (
    <Text size="sm" c="dimmed" mb="xs">
      {t('keysByPlace')}
    </Text>
  ) : null;
}
