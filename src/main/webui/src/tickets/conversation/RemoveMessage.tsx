import { Radio, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import type { MessageView } from '../../api/schema';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { readAnew } from './queries';
import './remove.words';

const ALL = 'all';

interface Props {
  message: MessageView;
  onClose: () => void;
}

/** Takes words and files out of a message, or one of its files. */
export default function RemoveMessage({ message, onClose }: Props) {
  const { t } = useTranslation('remove');
  const client = useQueryClient();
  const [which, setWhich] = useState(ALL);
  const { conversationId: id, number, attachments } = message;
  const remove = async () => {
    if (which === ALL) {
      await data(
        api.DELETE('/api/v1/conversations/{id}/messages/{number}', { params: { path: { id, number } } }),
      );
    } else {
      const path = { id, number, attachmentId: Number(which) };
      await data(
        api.DELETE('/api/v1/conversations/{id}/messages/{number}/attachments/{attachmentId}', {
          params: { path },
        }),
      );
    }
    await readAnew(client, id, number);
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('title')}
      text={
        <Stack gap="sm">
          <Text size="sm">{t(message.audience === 'INTERNAL' ? 'textOfNote' : 'text')}</Text>
          {attachments.length > 0 && (
            <Radio.Group label={t('which')} value={which} onChange={setWhich}>
              <Stack gap="xs" mt="xs">
                <Radio value={ALL} label={t('all')} />
                {attachments.map((file) => (
                  <Radio key={file.id} value={String(file.id)} label={t('file', { name: file.name })} />
                ))}
              </Stack>
            </Radio.Group>
          )}
        </Stack>
      }
      confirm={t('confirm')}
      done={t('done')}
      run={remove}
    />
  );
}
