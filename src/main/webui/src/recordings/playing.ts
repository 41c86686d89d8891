import { renewSession } from '../api/client';
import { heardBefore, type Sound, soundAt, type Timeline } from './timeline';

export const SPEEDS = [0.75, 1, 1.25, 1.5, 2] as const;
export type Speed = (typeof SPEEDS)[number];
/** Who is heard: both, each in an ear of theirs, or one of them in both. */
export type Heard = 'both' | 'customer' | 'staff';

export interface Playing {
  on: boolean;
  /** In milliseconds from the beginning of the recording. */
  at: number;
  failed: boolean;
}

const addressOf = (id: number, segment: number) => `/api/v1/recordings/${id}/segments/${segment}/audio`;

/** Plays the segments of a recording as one sound. */
export class Playback {
  snapshot: Playing = { on: false, at: 0, failed: false };
  private readonly audio = new Audio();
  private sound: Sound | undefined;
  private context: AudioContext | undefined;
  private ways: Record<'ll' | 'lr' | 'rl' | 'rr', GainNode> | undefined;
  private heard: Heard = 'both';
  private renewed = false;
  private readonly watchers = new Set<() => void>();

  constructor(
    private readonly id: number,
    private readonly timeline: Timeline,
  ) {
    this.audio.preload = 'metadata';
    this.audio.ontimeupdate = () => this.sound && this.change({ at: this.place() });
    this.audio.onended = () => this.next();
    this.audio.onerror = () => void this.again();
  }

  watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  async play(): Promise<void> {
    this.route();
    const end = !soundAt(this.timeline, this.snapshot.at);
    if (!this.sound || end) {
      this.load(end ? 0 : this.snapshot.at);
    }
    this.change({ on: true, failed: false });
    try {
      await this.audio.play();
    } catch (problem) {
      // A seek in between is none.
      if ((problem as Error).name !== 'AbortError') {
        this.change({ on: false });
      }
    }
  }

  pause(): void {
    this.audio.pause();
    this.change({ on: false });
  }

  seek(time: number): void {
    const at = Math.min(Math.max(0, time), this.timeline.length);
    this.load(at < this.snapshot.at ? heardBefore(this.timeline, at) : at);
    if (this.snapshot.on) {
      void this.play();
    }
  }

  setSpeed(speed: Speed): void {
    this.audio.defaultPlaybackRate = speed;
    this.audio.playbackRate = speed;
  }

  hear(heard: Heard): void {
    this.heard = heard;
    this.mix();
  }

  close(): void {
    this.audio.pause();
    this.audio.removeAttribute('src');
    this.audio.onerror = null;
    void this.context?.close();
  }

  private place(): number {
    const { from = 0, to = 0 } = this.sound ?? {};
    return Math.min(from + 1000 * this.audio.currentTime, to);
  }

  private load(time: number): void {
    const sound = soundAt(this.timeline, time);
    if (!sound) {
      this.sound = undefined;
      this.pause();
      this.change({ at: this.timeline.length });
      return;
    }
    const inside = Math.max(0, time - sound.from) / 1000;
    if (sound.segment !== this.sound?.segment) {
      this.audio.src = addressOf(this.id, sound.segment);
    }
    this.sound = sound;
    this.audio.currentTime = inside;
    this.change({ at: sound.from + 1000 * inside });
  }

  private next(): void {
    const after = this.timeline.sounds.find(({ from }) => from >= (this.sound?.to ?? 0));
    if (after) {
      this.load(after.from);
      void this.play();
    } else {
      this.sound = undefined;
      this.change({ on: false, at: this.timeline.length });
    }
  }

  /** The session may have ended meanwhile, and audio does not begin another. */
  private async again(): Promise<void> {
    const { at, on } = this.snapshot;
    this.sound = undefined;
    if (!this.renewed && (await renewSession())) {
      this.renewed = true;
      this.load(at);
      if (on) {
        await this.play();
      }
    } else {
      this.change({ on: false, failed: true });
    }
  }

  /** Browsers have sound to mix only once somebody has pressed something. */
  private route(): void {
    if (this.context) {
      return;
    }
    const context = new AudioContext();
    const apart = context.createChannelSplitter(2);
    const together = context.createChannelMerger(2);
    const way = (from: number, to: number) => {
      const gain = context.createGain();
      apart.connect(gain, from);
      gain.connect(together, 0, to);
      return gain;
    };
    this.ways = { ll: way(0, 0), lr: way(0, 1), rl: way(1, 0), rr: way(1, 1) };
    context.createMediaElementSource(this.audio).connect(apart);
    together.connect(context.destination);
    this.context = context;
    this.mix();
  }

  private mix(): void {
    if (this.ways) {
      const { ll, lr, rl, rr } = this.ways;
      ll.gain.value = this.heard === 'staff' ? 0 : 1;
      rr.gain.value = this.heard === 'customer' ? 0 : 1;
      lr.gain.value = this.heard === 'customer' ? 1 : 0;
      rl.gain.value = this.heard === 'staff' ? 1 : 0;
    }
  }

  private change(changes: Partial<Playing>): void {
    this.snapshot = { ...this.snapshot, ...changes };
    for (const watcher of this.watchers) {
      watcher();
    }
  }
}
