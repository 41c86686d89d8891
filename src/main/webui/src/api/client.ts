import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from './schema';

/** What the server says went wrong (RFC 9457). */
export class Problem extends Error {
  readonly status: number;
  readonly type: string;
  readonly title: string | undefined;
  readonly violations: { field: string; message: string }[];
  /** Members beyond those of the standard, as `currentStatus`. */
  readonly details: Record<string, unknown>;
  /** After how many seconds to ask again, where the server says so. */
  readonly retryAfter: number | undefined;

  constructor(status: number, body: unknown, retryAfter?: string | null) {
    const { type, title, detail, violations, ...details } = (body ?? {}) as Record<string, unknown>;
    super(String(detail ?? title ?? `The server answered ${status}.`));
    this.status = status;
    this.type = String(type ?? 'about:blank').replace('urn:patchbay:problem:', '');
    this.title = title === undefined ? undefined : String(title);
    this.violations = Array.isArray(violations) ? violations : [];
    this.details = details;
    this.retryAfter = Number(retryAfter) || undefined;
  }
}

/** No answer of the server arrived. */
export class Unreachable extends Error {}

let embedded = false;

/** A page in the frame of a shop has cookies of its own, and says so with each request. */
export function setEmbedded(): void {
  embedded = true;
}

export function isEmbedded(): boolean {
  return embedded;
}

function ofThisPage(): Record<string, string> {
  return embedded ? { 'Patchbay-Embedded': 'true' } : {};
}

const UNAUTHENTICATED = '/api/v1/auth/';
let renewal: Promise<boolean> | undefined;

/** Gets a new token by the session's cookie; those who ask meanwhile share one answer. */
export function renewSession(): Promise<boolean> {
  renewal ??= fetch('/api/v1/auth/session/refresh', { method: 'POST', headers: ofThisPage() })
    .then((answer) => answer.ok)
    .catch(() => false)
    .finally(() => {
      renewal = undefined;
    });
  return renewal;
}

const signedOut = new Set<() => void>();

/** Calls back when the session has ended for good. */
export function onSignedOut(listener: () => void): () => void {
  signedOut.add(listener);
  return () => signedOut.delete(listener);
}

/** Ends the session, also where its token has ended. */
export async function endSession(): Promise<void> {
  await fetch('/api/v1/auth/session', { method: 'DELETE', headers: ofThisPage() });
}

/** Of each POST that was not answered yet, by what it asks, the key that makes its repetition the same request. */
const unanswered = new Map<string, string>();
const asked = new WeakMap<Request, string>();
const PROXIES = 500;

/** Whoever asks again because no answer came has nothing done twice; once it was answered, the same again is meant. */
const onceOnly: Middleware = {
  async onRequest({ request }) {
    if (request.method === 'POST' && !new URL(request.url).pathname.startsWith(UNAUTHENTICATED)) {
      // For another version it is another request.
      const version = request.headers.get('If-Match') ?? '';
      const content = `${request.url} ${version} ${await request.clone().text()}`;
      // Who keeps what they ask longer than this page lasts keeps its key with it.
      const key = request.headers.get('Idempotency-Key') ?? unanswered.get(content) ?? newKey();
      unanswered.set(content, key);
      asked.set(request, content);
      request.headers.set('Idempotency-Key', key);
    }
  },
  onResponse({ request, response }) {
    const content = asked.get(request);
    // What others say for the server does not tell whether it was done.
    if (content && response.status < PROXIES) {
      unanswered.delete(content);
    }
  },
};

/** Random, and short enough for every header. */
export function newKey(): string {
  const random = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const repeatable = new WeakMap<Request, Request>();

const renewing: Middleware = {
  onRequest({ request }) {
    for (const [name, value] of Object.entries(ofThisPage())) {
      request.headers.set(name, value);
    }
    request.headers.set('Accept-Language', document.documentElement.lang);
    repeatable.set(request, request.clone());
  },
  async onResponse({ request, response }) {
    const again = repeatable.get(request);
    if (response.status !== 401 || !again || new URL(request.url).pathname.startsWith(UNAUTHENTICATED)) {
      return undefined;
    }
    if (await renewSession()) {
      return fetch(again);
    }
    for (const listener of signedOut) {
      listener();
    }
    return undefined;
  },
};

const client = createClient<paths>({ baseUrl: window.location.origin });
client.use(onceOnly, renewing);

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** The data of an answer; throws a {@link Problem} where it is none, and {@link Unreachable} where there is none. */
export async function data<T>(answer: Promise<Answer<T>>): Promise<T> {
  const {
    data: body,
    error,
    response,
  } = await answer.catch((problem) => {
    throw new Unreachable('No answer arrived', { cause: problem });
  });
  if (!response.ok) {
    throw new Problem(response.status, error, response.headers.get('Retry-After'));
  }
  return body as T;
}

export const api = client;
