import { ActionIcon, Badge, Button, Group, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconStar, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordValues } from './record';
import './words';

type Kind = 'emails' | 'phones' | 'postalAddresses' | 'attributeLines';

/** Things of a kind, which are added and removed; where they have an order, the first one is the primary one. */
export function Lines<K extends Kind>({
  form,
  kind,
  nameOf,
  add,
  blank,
  ordered = true,
  children,
}: {
  form: UseFormReturnType<RecordValues>;
  kind: K;
  /** How one is called, counted from 1. */
  nameOf: (number: number) => string;
  add: string;
  blank: RecordValues[K][number];
  ordered?: boolean;
  children: (index: number, name: string) => ReactNode;
}) {
  const { t } = useTranslation('customer');
  return (
    <Stack gap="xs">
      {(form.values[kind] as unknown[]).map((_, index) => {
        const name = nameOf(index + 1);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are told apart by what is being typed
          <Group key={index} gap="xs" align="start" role="group" aria-label={name}>
            {children(index, name)}
            {ordered &&
              (index === 0 ? (
                <Badge variant="light" tt="none" mt={8}>
                  {t('first')}
                </Badge>
              ) : (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  mt={4}
                  aria-label={t('makeFirst', { name })}
                  onClick={() => form.reorderListItem(kind, { from: index, to: 0 })}
                >
                  <IconStar size={16} />
                </ActionIcon>
              ))}
            <ActionIcon
              variant="subtle"
              color="gray"
              mt={4}
              aria-label={t('remove', { name })}
              onClick={() => form.removeListItem(kind, index)}
            >
              <IconX size={16} />
            </ActionIcon>
          </Group>
        );
      })}
      <div>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => form.insertListItem(kind, blank as never)}
        >
          {add}
        </Button>
      </div>
    </Stack>
  );
}
