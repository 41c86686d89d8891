import { QueryObserver } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import { keys } from '../api/keys';
import { makeQueryClient } from '../app/Providers';
import { queue } from '../testing/floor.testing';
import { paced } from '../tickets/steering/paced';
import { filtersOf } from './filters';
import { byTrouble } from './floor';

describe('what the board makes of figures and addresses', () => {
  it('orders queues by alarms, then who is stranded, then the target, then the wait', () => {
    const level = { answered: 9, answeredWithin: 5, abandoned: 0, targetPercent: 80, percent: 55 };
    const queues = [
      queue(1, 'calm'),
      queue(2, 'waits', { waiting: 1, longestWaitSeconds: 50 }),
      queue(3, 'late', { serviceLevel: level }),
      queue(4, 'stranded', { waiting: 1, free: 0 }),
      queue(5, 'alarmed', { alarms: [{ kind: 'MAX_WAITING', value: 3, threshold: 2 }] }),
    ];
    expect(queues.sort(byTrouble).map(({ name }) => name)).toEqual([
      'alarmed',
      'stranded',
      'late',
      'waits',
      'calm',
    ]);
  });

  it('ignores what makes no sense in an address', () => {
    expect(filtersOf({ text: 7, presence: 'GONE', free: 'perhaps' })).toEqual({
      text: '7',
      presence: undefined,
      free: undefined,
    });
  });

  it('reads a busy floor once for all who ask meanwhile, and once more for the last change', async () => {
    vi.useFakeTimers();
    const client = makeQueryClient();
    const again = vi.spyOn(client, 'invalidateQueries');
    let reads = 0;
    const read = paced(1_000, async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      return ++reads;
    });
    const ask = () => read({ client, queryKey: keys.floor });
    const first = ask();
    await vi.advanceTimersByTimeAsync(10);
    const [meanwhile, second] = [ask(), ask()];
    await vi.advanceTimersByTimeAsync(50);
    expect(await Promise.all([first, meanwhile, second])).toEqual([1, 1, 1]);
    expect(again).toHaveBeenCalledTimes(1);
    const third = ask();
    await vi.advanceTimersByTimeAsync(900);
    expect(reads).toBe(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(await third).toBe(2);
    vi.useRealTimers();
  });

  it('reads the floor once more, as the first answer may be of a moment before', async () => {
    vi.useFakeTimers();
    let reads = 0;
    const queryFn = paced(1_000, async () => ++reads, 2);
    const leave = new QueryObserver(makeQueryClient(), { queryKey: keys.floor, queryFn }).subscribe(() => {});
    await vi.advanceTimersByTimeAsync(900);
    expect(reads).toBe(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(reads).toBe(2);
    leave();
    vi.useRealTimers();
  });
});
