import { ActionIcon, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldView, TicketView } from '../../api/schema';
import { messageOf } from '../../app/problems';
import { changeFields, taken } from './change';
import { FieldInput } from './FieldInput';

interface Props {
  ticket: TicketView;
  field: FieldView;
  onClose: () => void;
}

/** Changes one value in its place: Enter keeps it, Escape leaves it as it was. */
export default function FieldForm({ ticket, field, onClose }: Props) {
  const { t } = useTranslation('labels');
  const client = useQueryClient();
  const [value, setValue] = useState<unknown>(ticket.fields[field.key] ?? null);
  const saving = useMutation({
    mutationFn: () => changeFields(client, ticket, { [field.key]: value }),
    onSuccess: (after) => {
      taken(client, after);
      onClose();
    },
  });
  return (
    <form
      aria-label={t('editField', { name: field.label })}
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onClose();
        }
      }}
    >
      <Stack gap={2}>
        <Group gap={4} wrap="nowrap" align="start">
          <FieldInput field={field} value={value} onChange={setValue} aria-label={field.label} autoFocus />
          <ActionIcon
            type="submit"
            size="md"
            loading={saving.isPending}
            aria-label={t('saveField', { name: field.label })}
          >
            <IconCheck size={14} />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size="md"
            onClick={onClose}
            aria-label={t('leaveField', { name: field.label })}
          >
            <IconX size={14} />
          </ActionIcon>
        </Group>
        {saving.error && (
          <Text size="xs" c="red.8" role="alert">
            {messageOf(saving.error)}
          </Text>
        )}
      </Stack>
    </form>
  );
}
