import { useTranslation } from 'react-i18next';
import { BARS, type Peaks } from './peaks';
import classes from './recordings.module.css';
import type { Timeline } from './timeline';

const WIDTH = 1_000;
const HEIGHT = 100;
/** As fine as the pointer is, in milliseconds; and a step of the arrow keys. */
const FINE = 1_000;
const STEP = 5_000;
const steps: Record<string, number> = {
  ArrowLeft: -STEP,
  ArrowDown: -STEP,
  ArrowRight: STEP,
  ArrowUp: STEP,
};

interface Props {
  timeline: Timeline;
  /** Nothing while they are made, null where there are none. */
  peaks: Peaks | null | undefined;
  at: number;
  onSeek: (at: number) => void;
  time: (at: number) => string;
}

/** What a recording looks like, with its gaps, and where one is in it. */
export function Wave({ timeline, peaks, at, onSeek, time }: Props) {
  const { t } = useTranslation('recordings');
  const length = Math.max(1, timeline.length);
  const x = (of: number) => (WIDTH * of) / length;
  const box = ({ from, to }: { from: number; to: number }) => ({
    x: x(from),
    width: Math.max(1, x(to) - x(from)),
  });
  return (
    <div className={classes.wave}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
        {timeline.gaps.map((gap) => (
          <rect key={gap.from} className={classes.gap} y={0} height={HEIGHT} {...box(gap)} />
        ))}
        {timeline.holds.map((hold) => (
          <rect key={hold.from} className={classes.hold} y={0} height={HEIGHT} {...box(hold)} />
        ))}
        {peaks ? (
          <>
            <path className={classes.customer} d={bars(peaks[0], HEIGHT / 4)} />
            <path className={classes.staff} d={bars(peaks[1], (3 * HEIGHT) / 4)} />
          </>
        ) : (
          timeline.sounds.map((sound) => (
            <rect
              key={sound.segment}
              className={classes.plain}
              y={HEIGHT / 2 - 4}
              height={8}
              rx={4}
              {...box(sound)}
            />
          ))
        )}
        {timeline.transfers.map(({ at: when }) => (
          <rect key={when} className={classes.transfer} x={x(when)} y={0} width={3} height={HEIGHT} />
        ))}
      </svg>
      {peaks && (
        <>
          <span className={classes.side} aria-hidden>
            {t('customerSide')}
          </span>
          <span className={classes.side} aria-hidden>
            {t('staffSide')}
          </span>
        </>
      )}
      <div className={classes.now} style={{ left: `${(100 * at) / length}%` }} />
      <input
        type="range"
        min={0}
        max={timeline.length}
        step={FINE}
        value={at}
        aria-label={t('position')}
        aria-valuetext={t('positionOf', { at: time(at), length: time(timeline.length) })}
        onKeyDown={(event) => {
          const step = steps[event.key];
          if (step !== undefined) {
            event.preventDefault();
            onSeek(at + step);
          }
        }}
        onChange={({ currentTarget }) => onSeek(currentTarget.valueAsNumber)}
      />
    </div>
  );
}

/** A bar for each peak around a middle; quiet voices are to be seen, too. */
function bars(peaks: number[], middle: number): string {
  const wide = WIDTH / BARS;
  return peaks
    .map((peak, index) => {
      const half = Math.max(0.4, Math.sqrt(Math.min(1, peak)) * (HEIGHT / 4 - 3));
      return `M${index * wide} ${middle - half}h${wide * 0.7}v${2 * half}h${-wide * 0.7}z`;
    })
    .join('');
}
