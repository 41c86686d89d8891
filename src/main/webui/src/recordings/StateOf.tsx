import './words';
import { Badge, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecordingState, RecordingView } from '../api/schema';

const COLOURS = {
  RECORDING: 'red',
  READY: 'green',
  FAILED: 'orange',
  DELETED: 'gray',
} as const satisfies Record<RecordingState, string>;

/** Whether there is something to hear. */
export function StateOf({ recording: { state, partial, held } }: { recording: RecordingView }) {
  const { t } = useTranslation('recordings');
  return (
    <Group component="span" gap={4}>
      <Badge variant="light" color={COLOURS[state]}>
        {t(`states.${state}`)}
      </Badge>
      {state === 'READY' && partial && (
        <Badge variant="light" color="orange">
          {t('partial')}
        </Badge>
      )}
      {held && (
        <Badge variant="light" color="grape">
          {t('held')}
        </Badge>
      )}
    </Group>
  );
}

export const isHeard = ({ state }: RecordingView) => state === 'READY';
