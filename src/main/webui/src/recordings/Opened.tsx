import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecordingView } from '../api/schema';
import { useTime } from '../ui/useTime';
import { Actions } from './Actions';
import { Player } from './Player';

/** A recording that somebody hears, and what they can do with it. */
export default function Opened({ recording }: { recording: RecordingView }) {
  const { t } = useTranslation('recordings');
  const time = useTime();
  const { held, heldFor, deleteAfter } = recording;
  const standing = held
    ? heldFor
      ? t('heldFor', { reason: heldFor })
      : t('held')
    : deleteAfter
      ? t('deletedOn', { time: time(deleteAfter) })
      : undefined;
  return (
    <Stack gap="sm">
      <Player recording={recording} />
      <Actions recording={recording} />
      {standing && (
        <Text size="xs" c="dimmed">
          {standing}
        </Text>
      )}
    </Stack>
  );
}
