/**
 * The page of the shop that shows us. Who it is tells its first message; the content security policy has let no other
 * site frame us. It learns nothing but whether to close, how many requests are news, how tall we are, and whether its word
 * was believed.
 */
type ToShop =
  | { patchbay: 'close' }
  /** It may have changed since it was told. */
  | { patchbay: 'where' }
  | { patchbay: 'unread'; count: number }
  | { patchbay: 'identity'; accepted: boolean }
  | { patchbay: 'size'; height: number };

let origin: string | undefined;
let shown = true;
let page: string | undefined;
let identity: string | null | undefined;
let waiting: ToShop[] = [];
const watchers = new Set<() => void>();

window.addEventListener('message', (message: MessageEvent<unknown>) => {
  if (window.parent === window || message.source !== window.parent || origin === 'null') {
    return;
  }
  const said = message.data as {
    patchbay?: unknown;
    shown?: unknown;
    page?: unknown;
    token?: unknown;
  } | null;
  if (said?.patchbay === 'identity' && origin === message.origin) {
    identity = typeof said.token === 'string' ? said.token : null;
    for (const watcher of watchers) {
      watcher();
    }
    return;
  }
  if (said?.patchbay !== 'shown' || (origin !== undefined && origin !== message.origin)) {
    return;
  }
  origin = message.origin;
  shown = said.shown === true;
  page = typeof said.page === 'string' ? said.page : undefined;
  for (const saying of waiting) {
    tell(saying);
  }
  waiting = [];
  for (const watcher of watchers) {
    watcher();
  }
});

export function tell(saying: ToShop): void {
  if (origin === undefined) {
    waiting.push(saying);
  } else {
    window.parent.postMessage(saying, origin);
  }
}

export const isFramed = window.parent !== window;

/** The shop's word for who is signed in there; null for nobody, undefined where it does not say. */
export const identityThere = (): string | null | undefined => identity;

export const isShown = (): boolean => shown;

/** The address of the shop's page, as far as it tells it. */
export function pageOfShop(): string | undefined {
  tell({ patchbay: 'where' });
  return page;
}

export function watchShop(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
