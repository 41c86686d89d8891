import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { QueueState } from '../api/schema';
import { now, Since, shortStopwatch, stopwatch } from '../tickets/stopwatch';
import { floorQuery } from './floor';

/** For how long the one has waited that waits longest, of the time in which its queue is open: it stands still meanwhile. */
export function LongestWait({ queue, short = false }: { queue: QueueState | undefined; short?: boolean }) {
  const { t } = useTranslation('board');
  const at = useQuery({ ...floorQuery, select: (floor) => floor.at }).data;
  if (!queue?.oldestWaitingSince) {
    return '–';
  }
  const wait = queue.longestWaitSeconds * 1_000;
  if (!queue.open) {
    return <span title={t('closedNow')}>{(short ? shortStopwatch : stopwatch)(wait, t)}</span>;
  }
  const read = at ? Date.parse(at) : now();
  const whole = read - Date.parse(queue.oldestWaitingSince);
  const closed = Math.max(0, Math.floor(whole / 1_000) * 1_000 - wait);
  return <Since time={new Date(Date.parse(queue.oldestWaitingSince) + closed).toISOString()} short={short} />;
}
