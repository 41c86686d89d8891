import { useEffect, useState } from 'react';
import { useFormats } from './formats';

const TICK = 30_000;

/** How long ago something was, and goes on being. */
export function Ago({ time }: { time: string }) {
  const [now, setNow] = useState(Date.now);
  const formats = useFormats();
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), TICK);
    return () => clearInterval(clock);
  }, []);
  return (
    <time dateTime={time} title={formats.moment(time)}>
      {formats.ago(time, Math.max(now, Date.now()))}
    </time>
  );
}
