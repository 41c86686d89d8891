import { Problem } from '../api/client';

const TRIES = 4;
const PAUSE = 700;

/** Asks again where no answer comes, or the server fails. */
export async function persistently<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask();
    } catch (problem) {
      if (tries === TRIES || (problem instanceof Problem && problem.status < 500)) {
        throw problem;
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE * tries));
    }
  }
}

/** Whoever hung up is not to be waited for: what does not arrive is told once more, and then the server misses us. */
export async function retried(act: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 3; tries++) {
    try {
      await act();
      return;
    } catch (problem) {
      if (problem instanceof Problem) {
        return;
      }
    }
  }
}
