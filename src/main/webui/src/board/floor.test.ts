import { QueryObserver } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import { keys } from '../api/keys';
import { makeQueryClient } from '../app/Providers';
import { found } from './Board';
import { filtersOf } from './filters';
import { byTrouble } from './floor';
import { paced } from './paced';
import { queue, ticket } from './testing';

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

  it('finds tickets in the order in which they are served', () => {
    const tickets = [
      ticket(1, { openedAt: '2026-11-03T10:00:00Z' }),
      ticket(2, { openedAt: '2026-11-02T10:00:00Z', note: 'a broken lamp' }),
      ticket(3, { priority: 'HIGH', openedAt: '2026-11-04T10:00:00Z' }),
    ];
    expect(found(tickets, {}).map(({ id }) => id)).toEqual([3, 2, 1]);
    expect(found(tickets, { text: 'LAMP' }).map(({ id }) => id)).toEqual([2]);
    const hits = [ticket(9, { priority: 'LOW' }), ticket(1)];
    expect(found(tickets, { text: 'lamp' }, hits).map(({ id }) => id)).toEqual([2, 9, 1]);
    expect(found(tickets, { text: 'lamp', priority: 'LOW' }, hits).map(({ id }) => id)).toEqual([9]);
  });

  it('ignores what makes no sense in an address', () => {
    expect(
      filtersOf({ view: 'x', text: 7, presence: 'GONE', queue: 'all', agent: '3', status: 'OPEN' }),
    ).toEqual({
      view: undefined,
      text: '7',
      presence: undefined,
      free: undefined,
      status: 'OPEN',
      queue: undefined,
      agent: 3,
      priority: undefined,
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
