import { QueryClient } from '@tanstack/react-query';
import { vi } from 'vitest';
import type { NoticeView } from '../../api/schema';
import type { CallConnection } from '../connection';
import type { Piece, SegmentKey } from './pieces';

// The client of the API keeps the `fetch` that it found when it was loaded.
const door = vi.hoisted(() => {
  const answers: { by?: (request: Request) => Promise<Response> } = {};
  globalThis.fetch = (request) =>
    answers.by?.(request as Request) ?? Promise.reject(new TypeError('no server'));
  return answers;
});

const browser = vi.hoisted(() => ({ kept: new Map<string, unknown>() }));

/** What a browser keeps, also when a page is loaded anew. */
export const kept = browser.kept as Map<string, Piece>;

vi.mock('./pieces', () => {
  const nameOf = ({ account, recording, segment }: SegmentKey) => `${account}-${recording}-${segment}`;
  const keyOf = (piece: Omit<Piece, 'at' | 'bytes'>) => `${nameOf(piece)}-${piece.number}`;
  return {
    nameOf,
    keep: async (piece: Piece) => void kept.set(keyOf(piece), piece),
    drop: async (piece: Piece) => void kept.delete(keyOf(piece)),
    forget: async (segment: SegmentKey) => {
      for (const [key, piece] of kept) {
        if (nameOf(piece) === nameOf(segment)) {
          kept.delete(key);
        }
      }
    },
    keptOf: async (segment: SegmentKey) =>
      [...kept.values()].filter((piece) => piece.number > 0 && nameOf(piece) === nameOf(segment)),
    leftSegments: async (account: number) => [
      ...new Map(
        [...kept.values()]
          .filter((piece) => piece.account === account)
          .map((piece) => [nameOf(piece), piece]),
      ).values(),
    ],
  };
});

/** A recorder whose sound the test says. */
export class FakeRecorder {
  static all: FakeRecorder[] = [];
  static isTypeSupported = () => true;
  state = 'inactive';
  ondataavailable: ((event: { data: Blob }) => void) | null = null;
  onstop: (() => void) | null = null;
  constructor() {
    FakeRecorder.all.push(this);
  }
  start() {
    this.state = 'recording';
  }
  says(sound: string) {
    this.ondataavailable?.({ data: new Blob([sound]) });
  }
  /** As browsers do: what is left comes before the end. */
  stop() {
    this.state = 'inactive';
    this.says('.');
    this.onstop?.();
  }
}

/** A server that records, and what it was asked in its order. */
export class Server {
  notice: NoticeView = {
    mode: 'ALWAYS',
    consent: 'ASK',
    text: 'We record.',
    version: 1,
    agreed: true,
    recording: false,
    paused: false,
  } as NoticeView;
  /** With what pieces are refused. */
  refusal: { status: number; type: string } | 'no line' | undefined;
  asked: string[] = [];
  sound: Record<number, string> = {};
  private segments = 0;

  constructor() {
    door.by = (request) => this.answer(request);
  }

  private async answer(request: Request): Promise<Response> {
    const path = new URL(request.url).pathname.replace('/api/v1', '');
    const chunk = /segments\/(\d+)\/chunks\/(\d+)$/.exec(path);
    if (chunk) {
      const { refusal } = this;
      if (refusal) {
        return refusal === 'no line'
          ? Promise.reject(new TypeError('no line'))
          : Response.json({ type: `urn:patchbay:problem:${refusal.type}` }, { status: refusal.status });
      }
      const segment = Number(chunk[1]);
      this.sound[segment] = (this.sound[segment] ?? '') + (await request.text());
      this.asked.push(`piece ${segment}.${chunk[2]}`);
      return new Response(null, { status: 204 });
    }
    if (path.endsWith('/recording-notice')) {
      return Response.json(this.notice);
    }
    const step = path.split('/').at(-1) as string;
    this.asked.push(step === 'complete' && path.includes('segments') ? 'end of segment' : step);
    if (step === 'segments') {
      return Response.json({ number: ++this.segments }, { status: 201 });
    }
    if (step === 'recordings') {
      this.notice = { ...this.notice, recording: true };
    } else if (step === 'pause') {
      const { reason } = await request.json();
      const pausedUntil = reason === 'STOPPED' ? null : new Date(Date.now() + 600_000).toISOString();
      this.notice = { ...this.notice, recording: false, paused: true, pausedUntil };
    } else if (step === 'resume') {
      this.notice = { ...this.notice, recording: true, paused: false, pausedUntil: null };
    }
    return Response.json({ id: 12 });
  }
}

/** A call as its holder has it. */
export class FakeCall {
  readonly callId = 31;
  readonly local = new MediaStream();
  private readonly watchers = new Set<() => void>();
  snapshot: Record<string, unknown> = {
    callId: 31,
    legId: 9,
    remotes: [],
    call: { engine: 'MESH', state: 'ACTIVE', legs: [{ id: 9, role: 'AGENT', mode: 'TALK' }] },
  };

  watch = (watcher: () => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  becomes(changes: Record<string, unknown>) {
    this.snapshot = { ...this.snapshot, ...changes };
    for (const watcher of this.watchers) {
      watcher();
    }
  }

  get connection(): CallConnection {
    return this as unknown as CallConnection;
  }
}

class Node {
  static wires: [from: unknown, to: unknown, side: unknown][] = [];
  connect = (to: Node, _?: number, side?: number) => {
    Node.wires.push([this, to, side]);
    return to;
  };
  disconnect = () => {
    Node.wires = Node.wires.filter(([from]) => from !== this);
  };
}

/** The sources that reach a side, 0 for the left one. */
export function heardOn(side: number): unknown[] {
  const inputs = Node.wires.filter(([, , to]) => to === side).map(([from]) => from);
  return Node.wires
    .filter(([, to]) => inputs.includes(to))
    .map(([from]) => (from as { track?: unknown }).track);
}

export function rig(): { server: Server; call: FakeCall; client: QueryClient } {
  kept.clear();
  sessionStorage.clear();
  FakeRecorder.all = [];
  Node.wires = [];
  vi.stubGlobal('MediaRecorder', FakeRecorder);
  vi.stubGlobal(
    'MediaStream',
    class {
      constructor(readonly tracks: unknown[] = []) {}
      getAudioTracks = () => this.tracks;
    },
  );
  vi.stubGlobal(
    'AudioContext',
    class {
      state = 'running';
      resume = async () => {};
      close = async () => {};
      createGain = () => new Node();
      createChannelMerger = () => new Node();
      createMediaStreamDestination = () => Object.assign(new Node(), { stream: new MediaStream() });
      createMediaStreamSource = (stream: MediaStream) =>
        Object.assign(new Node(), { track: stream.getAudioTracks()[0] });
    },
  );
  Object.defineProperty(navigator, 'locks', {
    value: { request: async (_: string, run: () => unknown) => run() },
    configurable: true,
  });
  return { server: new Server(), call: new FakeCall(), client: new QueryClient() };
}
