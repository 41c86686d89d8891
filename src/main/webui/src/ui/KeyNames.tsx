import { Kbd, type KbdProps, Text } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrittenKeys } from './keys';

/** A key as it is on this keyboard, as far as the browser tells, beside what it does; who hears the page reads the sheet. */
export function KeyHint({ name, ...look }: { name: string } & KbdProps) {
  const { writtenFor } = useWrittenKeys();
  return (
    <Kbd size="xs" {...look} aria-hidden>
      {writtenFor(name)?.toUpperCase() ?? name}
    </Kbd>
  );
}

/** Keys, as they are on this keyboard and as shortcuts name them. */
export function KeyNames({ keys }: { keys: string }) {
  const { writtenFor } = useWrittenKeys();
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
export function KeysByPlace() {
  const { t } = useTranslation('common');
  return useWrittenKeys().byPlace ? (
    <Text size="sm" c="dimmed" mb="xs">
      {t('keysByPlace')}
    </Text>
  ) : null;
}
