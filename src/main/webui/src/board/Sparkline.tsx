import classes from './Sparkline.module.css';
import { type Sample, useSeen } from './seen';

const WIDTH = 96;
const HEIGHT = 24;

/** How many waited lately; the figure beside it says the same to who does not see it. */
export function Sparkline({ queueId }: { queueId: number }) {
  const samples = useSeen(queueId);
  const line = path(samples);
  return line ? (
    <svg
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden
      className={classes.spark}
    >
      <path d={line} />
    </svg>
  ) : null;
}

/** A stair: a figure holds until another one is seen. */
export function path(samples: Sample[]): string | undefined {
  const [first] = samples;
  const last = samples.at(-1);
  if (!first || !last || first.at === last.at) {
    return undefined;
  }
  const highest = Math.max(4, ...samples.map((sample) => sample.waiting));
  const x = ({ at }: Sample) => (((at - first.at) / (last.at - first.at)) * WIDTH).toFixed(1);
  const y = ({ waiting }: Sample) => (HEIGHT - 2 - (waiting / highest) * (HEIGHT - 4)).toFixed(1);
  return samples
    .map((sample, index) => (index === 0 ? `M0 ${y(sample)}` : `H${x(sample)}V${y(sample)}`))
    .join('');
}
