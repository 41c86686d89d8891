import { api, data, Problem } from '../../api/client';
import { drop, forget, keep, keptOf, leftSegments, nameOf, type Piece, type SegmentKey } from './pieces';

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 15_000;
const UNAUTHENTICATED = 401;

/** Of this page, the segments that are under way. */
const underWay = new Set<Outgoing>();

/** What is told of pieces that do not arrive: why the server takes none just now, or will take no more. */
export type Told = (problem: unknown) => void;

/**
 * The pieces of one segment on their way to the server: one after the other, each again until it is kept there, and in
 * the browser until then.
 */
export class Outgoing {
  readonly done: Promise<void>;
  private last: number;
  private ended = false;
  private over = false;
  private wake = () => {};

  constructor(
    readonly of: SegmentKey,
    private readonly told: Told,
    private readonly waiting: Piece[] = [],
  ) {
    this.last = waiting.at(-1)?.number ?? 0;
    underWay.add(this);
    this.done = this.run().finally(() => {
      this.over = true;
      underWay.delete(this);
    });
  }

  /** Begins a segment. While this page is there, no other one sends it. */
  static begin(of: SegmentKey, told: Told): Outgoing {
    const outgoing = new Outgoing(of, told);
    void keep({ ...of, number: 0, at: Date.now(), bytes: new ArrayBuffer(0) });
    void navigator.locks?.request(nameOf(of), () => outgoing.done);
    return outgoing;
  }

  /** Nothing where the server takes no more. */
  async add(bytes: ArrayBuffer): Promise<void> {
    if (this.over) {
      return;
    }
    const piece = { ...this.of, number: ++this.last, at: Date.now(), bytes };
    await keep(piece);
    this.waiting.push(piece);
    this.wake();
  }

  /** Nothing more comes. */
  end(): void {
    this.ended = true;
    this.wake();
  }

  private async run(): Promise<void> {
    try {
      for (;;) {
        const [piece] = this.waiting;
        if (piece) {
          await this.untilKept(() => send(piece));
          await drop(piece);
          this.waiting.shift();
        } else if (this.ended) {
          break;
        } else {
          await new Promise<void>((resolve) => {
            this.wake = resolve;
          });
        }
      }
      await this.untilKept(() => complete(this.of));
    } catch (problem) {
      this.told(problem);
      if (problem instanceof Problem && problem.status === UNAUTHENTICATED) {
        // It is sent when its agent is back.
        return;
      }
    }
    await forget(this.of);
  }

  private async untilKept(act: () => Promise<unknown>): Promise<void> {
    for (let tries = 0; ; tries++) {
      try {
        await act();
        if (tries > 0) {
          this.told(undefined);
        }
        return;
      } catch (problem) {
        if (problem instanceof Problem && isFinal(problem)) {
          throw problem;
        }
        // Lines are lost for seconds: nobody needs to know. That there is no room is another matter.
        if (problem instanceof Problem) {
          this.told(problem);
        }
        await moment(Math.min(FIRST_PAUSE * 2 ** tries, LONGEST_PAUSE));
      }
    }
  }
}

function isFinal({ status, type }: Problem): boolean {
  return status < 500 && status !== 429 && type !== 'storage-full';
}

function send({ recording, segment, number, bytes }: Piece) {
  const path = { id: recording, number: segment, chunk: number };
  return data(
    api.PUT('/api/v1/recordings/{id}/segments/{number}/chunks/{chunk}', {
      params: { path },
      body: bytes as unknown as string,
      bodySerializer: () => bytes,
      headers: { 'Content-Type': 'application/octet-stream' },
    }),
  );
}

function complete({ recording, segment }: SegmentKey) {
  const path = { id: recording, number: segment };
  return data(api.POST('/api/v1/recordings/{id}/segments/{number}/complete', { params: { path } }));
}

/** Ends early where the line comes back. */
function moment(pause: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      resolve();
    };
    const timer = setTimeout(end, pause);
    window.addEventListener('online', end);
  });
}

/** Sends what pages before this one have left, of this account: as when they were closed, or loaded anew. */
export async function sendLeft(account: number): Promise<void> {
  const left = await leftSegments(account).catch(() => []);
  await Promise.all(
    left.map((segment) => navigator.locks?.request(nameOf(segment), () => sendRest(segment))),
  );
}

async function sendRest(segment: SegmentKey): Promise<void> {
  // The page that recorded it may have sent it meanwhile.
  if (![...underWay].some(({ of }) => nameOf(of) === nameOf(segment))) {
    const rest = new Outgoing(segment, () => {}, await keptOf(segment));
    rest.end();
    await rest.done;
  }
}

/** Ends once nothing of a recording is under way. */
export async function allSent(recording: number): Promise<void> {
  await Promise.all([...underWay].filter(({ of }) => of.recording === recording).map(({ done }) => done));
}
