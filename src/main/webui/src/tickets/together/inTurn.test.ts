import { describe, expect, it, vi } from 'vitest';
import { Problem, Unreachable } from '../../api/client';
import { inTurn } from './inTurn';

const things = (count: number) => Array.from({ length: count }, (_, number) => ({ number }));

describe('many requests in turn', () => {
  it('are begun in their order, four at once, and each is told', async () => {
    let underWay = 0;
    let most = 0;
    const begun: number[] = [];
    const told: number[] = [];
    await inTurn(
      things(10),
      async ({ number }) => {
        begun.push(number);
        most = Math.max(most, ++underWay);
        await Promise.resolve();
        underWay--;
        if (number === 3) {
          throw new Problem(409, {});
        }
      },
      new AbortController(),
      ({ number }, problem) => told.push(problem === undefined ? number : -number),
    );
    expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(most).toBe(4);
    expect(told.toSorted((one, other) => one - other)).toEqual([-3, 0, 1, 2, 4, 5, 6, 7, 8, 9]);
  });

  it('rest as long as the server says that they are too many, and none is lost', async () => {
    vi.useFakeTimers();
    let tooMany = true;
    const asked: number[] = [];
    const done: number[] = [];
    const all = inTurn(
      things(6),
      async ({ number }) => {
        asked.push(number);
        if (tooMany) {
          throw new Problem(429, {}, '30');
        }
      },
      new AbortController(),
      ({ number }) => done.push(number),
    );
    await vi.advanceTimersByTimeAsync(29_000);
    expect(asked).toHaveLength(4);
    tooMany = false;
    await vi.advanceTimersByTimeAsync(1_000);
    await all;
    expect(done.toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
    vi.useRealTimers();
  });

  it('end what was begun when they are stopped, even at rest, and begin nothing more', async () => {
    const stop = new AbortController();
    const done: number[] = [];
    await inTurn(
      things(9),
      async ({ number }) => {
        if (number === 1) {
          await Promise.resolve();
          stop.abort();
        }
        if (number === 2) {
          throw new Problem(429, {}, '3600');
        }
      },
      stop,
      ({ number }) => done.push(number),
    );
    expect(done.toSorted()).toEqual([0, 1, 3]);
  });

  it.each([new Unreachable(), new Problem(401, {})])(
    'are not begun where none can succeed: %s',
    async (problem) => {
      const ended: number[] = [];
      await inTurn(
        things(50),
        () => Promise.reject(problem),
        new AbortController(),
        ({ number }) => ended.push(number),
      );
      expect(ended.length).toBeLessThanOrEqual(4);
    },
  );
});
