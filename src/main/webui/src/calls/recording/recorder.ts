import { type QueryClient, QueryObserver } from '@tanstack/react-query';
import { api, data } from '../../api/client';
import type { NoticeView, PauseReason, RecordingView } from '../../api/schema';
import type { CallConnection } from '../connection';
import { persistently } from '../retries';
import { isAllowed, noticeOf } from './notice';
import { allSent, Outgoing } from './sending';
import { Sides } from './sides';

const TYPE = 'audio/webm;codecs=opus';
const BITS = 64_000;
const PIECE = 2_000;
/** What could not begin is tried again after so long. */
const AGAIN = 10_000;
/** The pause of a call that the server does not know of yet, for whoever loads the page anew. */
const PAUSING = 'patchbay-recording-pause';

export interface Recording {
  /** Whether this desk records just now. */
  on: boolean;
  /** Why it does not, as long as the server does not say so itself. */
  pausing: PauseReason | undefined;
  /** Why it was paused last, as far as this page did it. */
  pausedFor: PauseReason | undefined;
  /** Why it cannot, or why what is recorded does not arrive. */
  problem: unknown;
  /** Whether the browser has no sound before somebody presses something. */
  silenced: boolean;
  /** Whether the browser cannot record at all. */
  unable: boolean;
}

const NOTHING: Recording = {
  on: false,
  pausing: undefined,
  pausedFor: undefined,
  problem: undefined,
  silenced: false,
  unable: false,
};

/** What is recorded between two gaps. */
interface Take {
  recorder: MediaRecorder;
  outgoing: Outgoing;
  /** Done once all that it recorded is on its way. */
  over: Promise<void>;
}

/**
 * Records a call while this device has the part of the ticket's holder, as its organisation and its customer want it.
 * It outlives the pages that show it, and never disturbs the call.
 */
export class Recorder {
  snapshot = NOTHING;
  private notice: NoticeView | undefined;
  private sides: Sides | undefined;
  private take: Take | undefined;
  private recording: number | undefined;
  private wanted = false;
  private notBefore = 0;
  private settling = false;
  private again = false;
  private closed = false;
  private readonly stops: (() => void)[];
  private readonly watchers = new Set<() => void>();

  constructor(
    private readonly call: CallConnection,
    private readonly client: QueryClient,
    private readonly account: number,
  ) {
    const observer = new QueryObserver(client, noticeOf(call.callId));
    const pausing = stored(call.callId);
    if (pausing) {
      this.snapshot = { ...NOTHING, pausing, pausedFor: pausing };
      void this.tellPause(pausing).catch(() => {});
    }
    const wake = () => void this.wake();
    window.addEventListener('pointerdown', wake);
    window.addEventListener('keydown', wake);
    this.notice = observer.getCurrentResult().data;
    this.stops = [
      observer.subscribe(({ data: notice }) => {
        this.notice = notice;
        void this.settle();
      }),
      call.watch(() => {
        this.sides?.of(call);
        void this.settle();
      }),
      () => window.removeEventListener('pointerdown', wake),
      () => window.removeEventListener('keydown', wake),
    ];
    void this.settle();
  }

  watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  /** Records on demand, or goes on after a pause. */
  async goOn(): Promise<void> {
    if (this.notice?.paused) {
      const path = { id: await this.recordingId() };
      await data(api.POST('/api/v1/recordings/{id}/resume', { params: { path } }));
      await this.look();
    }
    this.wanted = true;
    this.notBefore = 0;
    await this.settle();
  }

  /** Nothing is recorded from this moment on; then the server is told, which ends it by itself after a while. */
  async pause(reason: PauseReason): Promise<void> {
    this.wanted &&= reason !== 'STOPPED';
    this.change({ pausing: reason, pausedFor: reason });
    sessionStorage.setItem(PAUSING, JSON.stringify({ callId: this.call.callId, reason }));
    await this.stop();
    await this.tellPause(reason);
  }

  private async tellPause(reason: PauseReason): Promise<void> {
    try {
      const path = { id: await this.recordingId() };
      await persistently(() =>
        data(api.POST('/api/v1/recordings/{id}/pause', { params: { path }, body: { reason } })),
      );
      await this.look();
    } finally {
      sessionStorage.removeItem(PAUSING);
      this.change({ pausing: undefined });
      void this.settle();
    }
  }

  private async recordingId(): Promise<number> {
    this.recording ??= (await this.begun()).id;
    return this.recording;
  }

  private begun(): Promise<RecordingView> {
    const path = { id: this.call.callId };
    return data(api.POST('/api/v1/calls/{id}/recordings', { params: { path } }));
  }

  private look(): Promise<unknown> {
    return this.client.refetchQueries({ queryKey: noticeOf(this.call.callId).queryKey });
  }

  private get should(): boolean {
    const { call, legId, ended } = this.call.snapshot;
    const { notice } = this;
    const holds = call?.legs.some(({ id, role }) => id === legId && role === 'AGENT');
    if (ended || !holds || !call || !notice || !isAllowed(notice)) {
      return false;
    }
    if (notice.paused || this.snapshot.pausing || notice.mode === 'NEVER') {
      return false;
    }
    const isWanted = notice.mode === 'ALWAYS' || notice.recording || this.wanted;
    // What has begun goes on while somebody comes back.
    return isWanted && (call.state === 'ACTIVE' || this.take !== undefined);
  }

  /** Does what is to be done as things are; one after the other. */
  private async settle(): Promise<void> {
    if (this.settling || this.closed) {
      this.again = true;
      return;
    }
    this.settling = true;
    try {
      do {
        this.again = false;
        if (this.call.snapshot.ended) {
          await this.close();
        } else if (!this.should) {
          await this.stop(this.notice?.paused);
        } else if (!this.take && Date.now() >= this.notBefore) {
          await this.begin();
        }
      } while (this.again && !this.closed);
    } finally {
      this.settling = false;
    }
  }

  private async begin(): Promise<void> {
    if (!canRecord()) {
      this.change({ unable: true });
      return;
    }
    try {
      const sides = await this.sound();
      if (!sides) {
        return;
      }
      const { id } = await this.begun();
      this.recording = id;
      const { number } = await data(
        api.POST('/api/v1/recordings/{id}/segments', { params: { path: { id } } }),
      );
      const of = { account: this.account, recording: id, segment: number };
      const outgoing = Outgoing.begin(of, (problem) => this.change({ problem }));
      if (!this.should) {
        outgoing.end();
        return;
      }
      this.take = this.record(sides.stream, outgoing);
      this.change({ on: true, problem: undefined, pausedFor: undefined });
      void this.look();
      void outgoing.done.then(() => (this.take?.outgoing === outgoing ? this.later() : undefined));
    } catch (problem) {
      if (this.should) {
        this.change({ problem });
        await this.later();
      }
    }
  }

  /** Tries another time. */
  private async later(): Promise<void> {
    this.notBefore = Date.now() + AGAIN;
    setTimeout(() => void this.settle(), AGAIN);
    await this.stop();
  }

  private async sound(): Promise<Sides | undefined> {
    this.sides ??= new Sides();
    this.sides.of(this.call);
    await this.sides.wake();
    const silenced = !this.sides.runs;
    this.change({ silenced });
    return silenced ? undefined : this.sides;
  }

  /** Somebody has pressed something. */
  private async wake(): Promise<void> {
    if (this.snapshot.silenced) {
      await this.sides?.wake();
      await this.settle();
    }
  }

  private record(stream: MediaStream, outgoing: Outgoing): Take {
    const recorder = new MediaRecorder(stream, { mimeType: TYPE, audioBitsPerSecond: BITS });
    let pieces = Promise.resolve();
    const over = new Promise<void>((resolve) => {
      recorder.onstop = () => {
        void pieces.then(() => {
          outgoing.end();
          resolve();
          // The browser has stopped it where nobody else has.
          if (this.take?.recorder === recorder) {
            this.take = undefined;
            this.change({ on: false });
            void this.settle();
          }
        });
      };
    });
    recorder.ondataavailable = ({ data: piece }) => {
      if (piece.size > 0) {
        pieces = pieces.then(async () => outgoing.add(await piece.arrayBuffer()));
      }
    };
    recorder.start(PIECE);
    return { recorder, outgoing, over };
  }

  /** @param late whether somebody else has paused it some time ago: then its last seconds are not kept */
  private async stop(late = false): Promise<void> {
    const { take } = this;
    if (!take) {
      return;
    }
    this.take = undefined;
    if (late) {
      take.recorder.ondataavailable = null;
    }
    if (take.recorder.state !== 'inactive') {
      take.recorder.stop();
    }
    this.change({ on: false });
    await take.over;
  }

  private async close(): Promise<void> {
    this.closed = true;
    for (const stop of this.stops) {
      stop();
    }
    const isOver = this.call.snapshot.ended === 'over';
    await this.stop();
    this.sides?.close();
    if (isOver && this.recording !== undefined) {
      await allSent(this.recording);
      // One that nobody ends is ended a while after its call.
      const path = { id: this.recording };
      await data(api.POST('/api/v1/recordings/{id}/complete', { params: { path } })).catch(() => {});
    }
  }

  private change(changes: Partial<Recording>): void {
    this.snapshot = { ...this.snapshot, ...changes };
    for (const watcher of this.watchers) {
      watcher();
    }
  }
}

function canRecord(): boolean {
  return typeof MediaRecorder !== 'undefined' && MediaRecorder.isTypeSupported(TYPE);
}

function stored(call: number): PauseReason | undefined {
  const { callId, reason } = JSON.parse(sessionStorage.getItem(PAUSING) ?? '{}');
  return callId === call ? reason : undefined;
}

const recorders = new WeakMap<CallConnection, Recorder>();

/** The recorder of a call; there is one, whatever shows it. */
export function recorderOf(call: CallConnection, client: QueryClient, account: number): Recorder {
  const known = recorders.get(call);
  if (known) {
    return known;
  }
  const recorder = new Recorder(call, client, account);
  recorders.set(call, recorder);
  return recorder;
}
