import './words';
import { ActionIcon, Anchor, Button, Group, NativeSelect, SegmentedControl, Text } from '@mantine/core';
import {
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconRewindBackward10,
  IconRewindForward10,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../api/keys';
import type { RecordingView } from '../api/schema';
import { agentQuery, eventsQuery } from '../tickets/queries';
import { stopwatch } from '../tickets/stopwatch';
import { useTime } from '../ui/useTime';
import { peaksOf } from './peaks';
import { type Heard, Playback, SPEEDS, type Speed } from './playing';
import classes from './recordings.module.css';
import { type Timeline, timelineOf } from './timeline';
import { Wave } from './Wave';

const SKIP = 10_000;

/** Plays a recording: all its segments as one, with what lies between them. */
export function Player({ recording }: { recording: RecordingView }) {
  const { t } = useTranslation('recordings');
  const when = useTime()(recording.startedAt);
  const events = useQuery(eventsQuery(recording.ticketId));
  const timeline = useMemo(() => timelineOf(recording, events.data), [recording, events.data]);
  // Its sounds are what it was when it was opened: who listens is not thrown back by news.
  const [playback] = useState(() => new Playback(recording.id, timeline));
  useEffect(() => () => playback.close(), [playback]);
  const { on, at, failed } = useSyncExternalStore(playback.watch, () => playback.snapshot);
  const peaks = useQuery({
    queryKey: keys.recordings.one(recording.id, 'peaks'),
    queryFn: () => peaksOf(recording.id, timeline),
    staleTime: Infinity,
    retry: false,
  });
  const [speed, setSpeed] = useState<Speed>(1);
  const [heard, setHeard] = useState<Heard>('both');
  const time = (of: number) => stopwatch(of, t);
  return (
    <section
      className={classes.player}
      aria-label={t('player', { time: when })}
      data-testid="player"
      data-playing={on || undefined}
    >
      <Wave
        timeline={timeline}
        peaks={peaks.isError ? null : peaks.data}
        at={at}
        onSeek={(to) => playback.seek(to)}
        time={time}
      />
      <Group gap="xs">
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('back')}
          onClick={() => playback.seek(at - SKIP)}
        >
          <IconRewindBackward10 size={20} />
        </ActionIcon>
        <Button
          leftSection={on ? <IconPlayerPauseFilled size={16} /> : <IconPlayerPlayFilled size={16} />}
          onClick={() => (on ? playback.pause() : void playback.play())}
        >
          {t(on ? 'pause' : 'play')}
        </Button>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('forth')}
          onClick={() => playback.seek(at + SKIP)}
        >
          <IconRewindForward10 size={20} />
        </ActionIcon>
        <Text span size="sm" className={classes.times}>
          {time(at)} / {time(timeline.length)}
        </Text>
        <NativeSelect
          size="xs"
          aria-label={t('speed')}
          data={SPEEDS.map((each) => ({ value: String(each), label: `${each} ×` }))}
          value={String(speed)}
          onChange={({ currentTarget: { value } }) => {
            const next = Number(value) as Speed;
            setSpeed(next);
            playback.setSpeed(next);
          }}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('hear')}
          data={[
            { value: 'both', label: t('both') },
            { value: 'customer', label: t('customerSide') },
            { value: 'staff', label: t('staffSide') },
          ]}
          value={heard}
          onChange={(next) => {
            setHeard(next as Heard);
            playback.hear(next as Heard);
          }}
        />
      </Group>
      {failed && (
        <Text size="sm" role="alert">
          {t('failed')}
        </Text>
      )}
      {peaks.data === null && (
        <Text size="xs" c="dimmed">
          {t('noPicture')}
        </Text>
      )}
      <Moments timeline={timeline} time={time} onSeek={(to) => playback.seek(to)} />
    </section>
  );
}

/** In words, what the picture shows: where nothing was recorded and why, where the customer waited, who went on. */
function Moments({
  timeline: { gaps, holds, transfers },
  time,
  onSeek,
}: {
  timeline: Timeline;
  time: (at: number) => string;
  onSeek: (at: number) => void;
}) {
  const { t } = useTranslation('recordings');
  const span = ({ from, to }: { from: number; to: number }) => `${time(from)} – ${time(to)}`;
  const moments: { at: number; words: string; agentId?: number }[] = [
    ...gaps.map((gap) => ({ at: gap.from, words: `${span(gap)} ${t(`gap.${gap.reason}`)}` })),
    ...holds.map((hold) => ({ at: hold.from, words: `${span(hold)} ${t('hold')}` })),
    ...transfers.map(({ at, agentId }) => ({ at, words: time(at), agentId })),
  ].toSorted((one, other) => one.at - other.at);
  if (moments.length === 0) {
    return null;
  }
  return (
    <ul className={classes.moments} aria-label={t('moments')}>
      {moments.map((moment) => (
        <li key={moment.words}>
          <Anchor component="button" type="button" size="sm" onClick={() => onSeek(moment.at)}>
            {moment.words}
            {moment.agentId !== undefined && <To agentId={moment.agentId} />}
          </Anchor>
        </li>
      ))}
    </ul>
  );
}

function To({ agentId }: { agentId: number }) {
  const { t } = useTranslation('recordings');
  const agent = useQuery(agentQuery(agentId));
  return <> {t('transfer', { name: agent.data?.name ?? t('somebody') })}</>;
}
