import { useEffect, useState } from 'react';

const FIRST = 40;
const MORE = 120;

/** Nobody sees hundreds of rows at once: more are made when the last one comes near. */
export function useGrowing(): [shown: number, end: (last: HTMLElement | null) => void] {
  const [shown, setShown] = useState(FIRST);
  const [last, end] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (!last) {
      return undefined;
    }
    const watching = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && setShown((before) => before + MORE),
      { rootMargin: '800px' },
    );
    watching.observe(last);
    return () => watching.disconnect();
  }, [last]);
  return [shown, end];
}
