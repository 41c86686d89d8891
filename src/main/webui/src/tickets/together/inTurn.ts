import { Problem, Unreachable } from '../../api/client';

/** The page's other requests, and those of everybody else, must get through meanwhile. */
const AT_ONCE = 4;
const UNAUTHENTICATED = 401;
const TOO_MANY_REQUESTS = 429;
/** Seconds, where the server does not say how many. */
const REST = 5;

/**
 * Does it to each in their order, a few at a time, and tells of each what came of it. Where the server says that this is too
 * much, all rest as long as it says. Once it is stopped, what was begun ends and no other is begun; it stops by itself where
 * there is no answer, or no session any more.
 *
 * @param onEnd is told of each that was done, and of each that was not, with the problem
 */
export async function inTurn<T>(
  things: readonly T[],
  act: (thing: T) => Promise<void>,
  stop: AbortController,
  onEnd: (thing: T, problem?: unknown) => void,
): Promise<void> {
  const waiting = [...things.entries()];
  let rest = Promise.resolve();
  const next = () => (stop.signal.aborted ? undefined : waiting.shift());
  const worker = async () => {
    for (let entry = next(); entry; entry = next()) {
      const [, thing] = entry;
      try {
        await act(thing);
        onEnd(thing);
      } catch (problem) {
        if (isStatus(problem, TOO_MANY_REQUESTS)) {
          waiting.push(entry);
          waiting.sort(([one], [other]) => one - other);
          rest = pause(problem.retryAfter ?? REST, stop.signal);
        } else {
          if (problem instanceof Unreachable || isStatus(problem, UNAUTHENTICATED)) {
            stop.abort();
          }
          onEnd(thing, problem);
        }
      }
      await rest;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

function isStatus(problem: unknown, status: number): problem is Problem {
  return problem instanceof Problem && problem.status === status;
}

function pause(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const timer = setTimeout(resolve, seconds * 1_000);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
