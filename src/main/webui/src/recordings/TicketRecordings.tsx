import './words';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordingView } from '../api/schema';
import { callsOf } from '../calls/queries';
import { usePrefetch } from '../parts/parts';
import { At } from '../tickets/Elapsed';
import { stopwatch } from '../tickets/stopwatch';
import { useTime } from '../ui/useTime';
import * as later from './parts';
import { Opened } from './parts';
import { recordingsOf } from './queries';
import classes from './recordings.module.css';
import { isHeard, StateOf } from './StateOf';

interface Props {
  ticketId: number;
  /** What they stand in, with a title. */
  part: (title: string, children: ReactNode) => ReactNode;
}

/** The recordings of the calls of a ticket, as far as the reader may hear them. */
export default function TicketRecordings({ ticketId, part }: Props) {
  const { t } = useTranslation('recordings');
  const calls = useQuery(callsOf(ticketId)).data;
  const recordings = useQuery({ ...recordingsOf(ticketId), enabled: (calls?.length ?? 0) > 0 }).data;
  usePrefetch(later);
  return recordings && recordings.length > 0
    ? part(
        t('title'),
        <Stack gap={0}>
          {recordings.map((recording) => (
            <Item key={recording.id} recording={recording} />
          ))}
        </Stack>,
      )
    : null;
}

function Item({ recording }: { recording: RecordingView }) {
  const { t } = useTranslation('recordings');
  const time = useTime();
  const [isOpen, setOpen] = useState(false);
  const { startedAt, milliseconds } = recording;
  return (
    <div className={classes.item}>
      <Group gap="xs" justify="space-between">
        <Group gap="xs">
          <Text span size="sm">
            <At time={startedAt} />
          </Text>
          <Text span size="sm" className={classes.times}>
            {stopwatch(milliseconds, t)}
          </Text>
          <StateOf recording={recording} />
        </Group>
        {isHeard(recording) && (
          <Button
            size="compact-sm"
            variant="default"
            aria-expanded={isOpen}
            aria-label={isOpen ? t('hide') : t('listenTo', { time: time(startedAt) })}
            onClick={() => setOpen(!isOpen)}
          >
            {t(isOpen ? 'hide' : 'listen')}
          </Button>
        )}
      </Group>
      {isOpen && isHeard(recording) && (
        <Suspense fallback={null}>
          <Opened recording={recording} />
        </Suspense>
      )}
    </div>
  );
}
