import { Anchor } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import './words';

/** Leads to all that its reader may read of a conversation, as a text. */
export function TranscriptLink({ conversationId }: { conversationId: number }) {
  const { t } = useTranslation('conversation');
  return (
    <Anchor
      href={`/api/v1/conversations/${conversationId}/transcript`}
      download
      size="sm"
      mt="xs"
      style={{ display: 'inline-flex', alignItems: 'center', gap: 4 }}
      data-testid="transcript"
    >
      <IconDownload size={16} aria-hidden />
      {t('transcript')}
    </Anchor>
  );
}
