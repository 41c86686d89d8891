import { type ComponentType, type FunctionComponent, lazy, useEffect, useState } from 'react';
import { wordsAreThere } from '../app/words';
import { renewStyles } from './styles';
import { askVersion, lacks, onGreeted, ownVersion } from './version';

const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 15_000;
/** So often a server may say that it has no such part, before somebody is told: another replica may have it. */
const REFUSALS = 3;

type Load<M> = () => Promise<M>;

/** A part of the pages that comes later, by itself or when it is wanted. */
export interface Part {
  /** Has it come, where it can. Fails never: whoever wants it tries again. */
  preload: () => Promise<void>;
  /** Whether it has come. */
  isThere: () => boolean;
}

type PropsOf<C> = C extends ComponentType<infer P> ? P : never;

/**
 * A component of a file of its own, which suspends until that has come. There is no other way to load a part: here it waits
 * for the line and is tried again, for as long as it takes, and the page says so where only another version has it.
 */
export function lazyPart<P>(load: Load<{ default: ComponentType<P> }>): FunctionComponent<P> & Part;
export function lazyPart<M, K extends keyof M>(
  load: Load<M>,
  name: K,
): FunctionComponent<PropsOf<M[K]>> & Part;
export function lazyPart(
  load: Load<Record<string, ComponentType>>,
  name = 'default',
): FunctionComponent & Part {
  const part = latePart(load);
  let come: ComponentType | undefined;
  const fetch = async () => {
    const module = await part.fetch();
    come = module[name];
    return { default: come as ComponentType };
  };
  const later = lazy(() => arrives(fetch));
  function LazyPart(props: object) {
    // What is there already is shown at once; and what is shown stays the same component.
    const [{ Shown }] = useState(() => ({ Shown: come ?? later }));
    return <Shown {...props} />;
  }
  return Object.assign(LazyPart, { preload: () => settled(fetch()), isThere: () => come !== undefined });
}

/** Something else of a file of its own: `fetch` fails where that does not come. */
export function latePart<M>(load: Load<M>): Part & { fetch: Load<M> } {
  let isThere = false;
  const fetch = async () => {
    await renewStyles();
    const module = await load();
    await wordsAreThere();
    isThere = true;
    return module;
  };
  return { fetch, preload: () => settled(fetch()), isThere: () => isThere };
}

function settled(promise: Promise<unknown>): Promise<void> {
  return promise.then(
    () => undefined,
    () => undefined,
  );
}

async function arrives<M>(fetch: Load<M>): Promise<M> {
  const part = {};
  let refusals = 0;
  for (let tries = 0; ; tries++) {
    try {
      const come = await fetch();
      lacks(part, undefined);
      return come;
    } catch (problem) {
      const version = await askVersion();
      refusals = version === undefined ? 0 : refusals + 1;
      if (refusals === REFUSALS) {
        console.warn('A part of the page does not come', problem);
      }
      if (refusals >= REFUSALS) {
        lacks(part, version === ownVersion() ? 'stuck' : 'gone');
      }
      await moment(Math.min(FIRST_PAUSE * 2 ** tries, LONGEST_PAUSE));
    }
  }
}

/** Ends early where the line comes back. */
function moment(pause: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      stop();
      resolve();
    };
    const timer = setTimeout(end, pause);
    window.addEventListener('online', end);
    const stop = onGreeted(end);
  });
}

/**
 * Has parts come while the browser has nothing else to do. What somebody needs every day is then there, whatever becomes of
 * the line and the version.
 */
export function usePrefetch(parts: Part[] | Record<string, Part>): void {
  const [wanted] = useState(() => Object.values(parts));
  useEffect(() => {
    let left = false;
    const cancel = whenIdle(() => void inTurn(wanted, () => left));
    return () => {
      left = true;
      cancel();
    };
  }, [wanted]);
}

/** Tries those that do not come again and again: the line may be back before they were missed. */
async function inTurn(parts: Part[], isLeft: () => boolean): Promise<void> {
  let missing = parts;
  for (let tries = 0; missing.length > 0 && !isLeft(); tries++) {
    if (tries > 0) {
      await moment(Math.min(FIRST_PAUSE * 2 ** tries, LONGEST_PAUSE));
    }
    for (const part of missing) {
      await part.preload();
    }
    missing = missing.filter((part) => !part.isThere());
  }
}

function whenIdle(act: () => void): () => void {
  let cancel = () => {};
  const wait = () => {
    // Safari has no such call.
    if (typeof requestIdleCallback === 'function') {
      const call = requestIdleCallback(act, { timeout: 5_000 });
      cancel = () => cancelIdleCallback(call);
    } else {
      const timer = setTimeout(act, 1_000);
      cancel = () => clearTimeout(timer);
    }
  };
  if (document.readyState === 'complete') {
    wait();
  } else {
    window.addEventListener('load', wait, { once: true });
    cancel = () => window.removeEventListener('load', wait);
  }
  return () => cancel();
}

// Vite says that a part did not come: it may be the first sign of another version.
window.addEventListener('vite:preloadError', () => void askVersion());
