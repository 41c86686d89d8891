import { Anchor, Button, Group, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDownload, IconGavel } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../api/client';
import { keys } from '../api/keys';
import type { RecordingView } from '../api/schema';
import { useMe } from '../app/session';
import { ConfirmButton } from '../ui/ConfirmButton';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { DeleteButton } from '../ui/DeleteButton';
import { useTime } from '../ui/useTime';

const MOST = 500;

/** What can be done with a recording: everybody who hears it takes it away, admins delete it or hold it by law. */
export function Actions({ recording }: { recording: RecordingView }) {
  const { t } = useTranslation('recordings');
  const isAdmin = useMe().roles.includes('admin');
  const time = useTime()(recording.startedAt);
  const parts = recording.segments.filter(({ chunks }) => chunks > 0);
  const queryKey = keys.ticket(recording.ticketId, 'recordings');
  const client = useQueryClient();
  const path = { id: recording.id };
  return (
    <Group gap="sm">
      {parts.map(({ number }, index) => (
        <Anchor
          key={number}
          size="sm"
          href={`/api/v1/recordings/${recording.id}/segments/${number}/audio?download=true`}
          download
        >
          <Group component="span" gap={4}>
            <IconDownload size={14} aria-hidden />
            {parts.length === 1 ? t('download') : t('downloadPart', { number: index + 1 })}
          </Group>
        </Anchor>
      ))}
      {isAdmin && <LegalHold recording={recording} />}
      {isAdmin && !recording.held && (
        <DeleteButton
          name={t('name', { time })}
          text={t('deleteText')}
          remove={async () => {
            await data(api.DELETE('/api/v1/recordings/{id}', { params: { path } }));
            await client.invalidateQueries({ queryKey });
          }}
          queryKey={queryKey}
          changes={keys.recordings.root}
        />
      )}
    </Group>
  );
}

function LegalHold({ recording: { id, ticketId, held } }: { recording: RecordingView }) {
  const { t } = useTranslation('recordings');
  const client = useQueryClient();
  const [opened, { open, close }] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const set = async (body: { held: boolean; reason?: string }) => {
    await data(api.PUT('/api/v1/recordings/{id}/legal-hold', { params: { path: { id } }, body }));
    await client.invalidateQueries({ queryKey: keys.ticket(ticketId, 'recordings') });
    await client.invalidateQueries({ queryKey: keys.recordings.root });
  };
  if (held) {
    return (
      <ConfirmButton
        label={t('release')}
        title={t('releaseTitle')}
        text={t('releaseText')}
        confirm={t('release')}
        done={t('released')}
        run={() => set({ held: false })}
      />
    );
  }
  return (
    <>
      <Button variant="default" leftSection={<IconGavel size={16} aria-hidden />} onClick={open}>
        {t('holdIt')}
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={close}
        title={t('holdIt')}
        text={
          <TextInput
            label={t('reason')}
            description={`${t('holdText')} ${t('reasonHint')}.`}
            required
            maxLength={MOST}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            data-autofocus
          />
        }
        confirm={t('holdIt')}
        done={t('heldNow')}
        danger={false}
        ready={reason.trim() !== ''}
        run={() => set({ held: true, reason: reason.trim() })}
      />
    </>
  );
}
