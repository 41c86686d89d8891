import { api, data, Problem } from '../api/client';
import type { LegMode, LegState, PeerView, SignalView } from '../api/schema';
import * as devices from './media';
import { Mix } from './mix';
import { Peer, SERVER } from './peer';
import { Players } from './players';
import { lineOf, Measure } from './quality';
import { retried } from './retries';
import { type Ended, joining, type Options, remotesOf, type Snapshot } from './snapshot';

const REPORT_EVERY = 5_000;
const LOOK_EVERY = 1_000;

/**
 * The part of this device in a call: it joins, tells how it is and asks how the call is, and keeps a connection with
 * each device that the server names. It plays what is to be heard by itself, whatever the page shows.
 *
 * Whoever records takes the sound of this side from `local`, that of the others from `snapshot.remotes`, and learns of
 * changes by `watch`.
 */
export class CallConnection {
  /** The microphone, and the camera or the screen, as far as they are on. */
  readonly local = new MediaStream();
  snapshot: Snapshot;
  private readonly peers = new Map<number, Peer>();
  private readonly players = new Players(() => this.change({ silenced: true }));
  private readonly watchers = new Set<() => void>();
  private readonly measure = new Measure();
  private microphone: MediaStreamTrack | undefined;
  private cameraTrack: MediaStreamTrack | undefined;
  private screenTrack: MediaStreamTrack | undefined;
  private mix: Mix | undefined;
  private state: LegState | undefined;
  private after = 0;
  private reporting: Promise<void> | undefined;
  private again = false;
  /** Whether a server has what is sent from here. */
  private isSending = false;
  private timers: ReturnType<typeof setInterval>[] = [];

  constructor(
    readonly callId: number,
    private readonly options: Options = {},
  ) {
    this.snapshot = joining(callId, options);
  }

  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** Joins, by the devices that there are: whoever has none hears the others all the same. */
  async start(): Promise<void> {
    if (this.snapshot.mode !== 'LISTEN') {
      await this.askMicrophone();
    }
    if (this.options.camera) {
      await this.setCamera(true);
    }
    await this.join();
    if (!this.snapshot.ended) {
      this.timers = [
        setInterval(() => void this.report(), REPORT_EVERY),
        setInterval(() => this.look(), LOOK_EVERY),
      ];
    }
  }

  private async join(): Promise<void> {
    this.closePeers();
    this.after = 0;
    try {
      await this.take(
        await data(
          api.POST('/api/v1/calls/{id}/legs', {
            params: { path: { id: this.callId } },
            body: { mode: this.snapshot.mode },
          }),
        ),
      );
    } catch (problem) {
      if (!(problem instanceof Problem)) {
        throw problem;
      }
      await this.wasRefused(problem);
    }
    if (this.snapshot.muted || this.snapshot.camera) {
      await this.report();
    }
  }

  /** Tells the server how this device is, and does what the answer says; one after the other. */
  report(): Promise<void> {
    if (this.reporting) {
      this.again = true;
      return this.reporting;
    }
    const run = async () => {
      do {
        this.again = false;
        await this.reportOnce();
      } while (this.again && !this.snapshot.ended);
    };
    this.reporting = run().finally(() => {
      this.reporting = undefined;
    });
    return this.reporting;
  }

  private async reportOnce(): Promise<void> {
    const { legId, mode, muted, camera, screen, ended } = this.snapshot;
    if (legId === undefined || ended) {
      return;
    }
    const quality = await this.measure.of([...this.peers.values()].map(({ connection }) => connection));
    try {
      const state = await data(
        api.PUT('/api/v1/calls/{id}/legs/{legId}', {
          params: { path: { id: this.callId, legId } },
          body: { mode, muted, camera, screen, after: this.after, ...(quality && { quality }) },
        }),
      );
      this.change({ online: true, ...(quality && { line: lineOf(quality) }) });
      await this.take(state);
    } catch (problem) {
      if (problem instanceof Problem && problem.status < 500 && problem.status !== 429) {
        await this.wasRefused(problem);
      } else {
        this.change({ online: false });
      }
    }
  }

  /** A device that was lost comes back; others learn why not. */
  private async wasRefused(problem: Problem): Promise<void> {
    const { endedBy } = problem.details;
    if (endedBy === 'LOST') {
      await this.join();
    } else if (endedBy === 'MOVED') {
      this.finish('moved');
    } else if (problem.status === 403 || endedBy === 'NOT_ADMITTED') {
      this.finish('notAdmitted');
    } else {
      const call = await data(api.GET('/api/v1/calls/{id}', { params: { path: { id: this.callId } } })).catch(
        () => undefined,
      );
      this.change(call ? { call } : {});
      this.finish(problem.status === 409 ? 'over' : 'gone');
    }
  }

  private async take(state: LegState): Promise<void> {
    if (this.snapshot.ended) {
      return;
    }
    this.state = state;
    for (const [legId, peer] of this.peers) {
      if (!state.peers.some((each) => each.legId === legId)) {
        peer.close();
        this.peers.delete(legId);
      }
    }
    for (const view of state.peers) {
      const known = this.peers.get(view.legId);
      if (known && known.view.moves === view.moves) {
        known.view = view;
      } else {
        known?.close();
        this.peers.set(
          view.legId,
          new Peer(
            view,
            state.iceServers,
            (type, body) => this.signal(view.legId, type, body),
            () => this.refresh(),
          ),
        );
      }
    }
    this.change({ legId: state.leg.id, call: state.call, mode: state.leg.mode });
    this.send();
    await this.hear(state.signals);
  }

  private async hear(signals: SignalView[]): Promise<void> {
    for (const signal of signals) {
      if (signal.number > this.after) {
        this.after = signal.number;
        try {
          await this.peers.get(signal.from)?.hear(signal, this.state?.iceServers ?? []);
        } catch (problem) {
          // It is tried anew where the two are not connected after a while.
          console.warn('A signal of another device could not be taken', problem);
        }
      }
    }
  }

  private async signal(to: number, type: SignalView['type'], body: string): Promise<void> {
    const { legId } = this.snapshot;
    if (legId === undefined) {
      return;
    }
    const params = { path: { id: this.callId, legId } };
    try {
      await data(api.POST('/api/v1/calls/{id}/legs/{legId}/signals', { params, body: { to, type, body } }));
    } catch {
      // Whoever is not connected after a while tries again.
    }
  }

  private look(): void {
    for (const peer of this.peers.values()) {
      peer.look();
    }
  }

  /** Whom one is sent to, and what. */
  private send(): void {
    const views = [...this.peers.values()].map(({ view }) => view);
    const picture = this.screenTrack ?? this.cameraTrack ?? null;
    const isRelaying = views.some(({ relayed }) => relayed);
    if (isRelaying) {
      this.mix ??= new Mix();
      this.mix.of([
        ...(this.microphone ? [this.microphone] : []),
        ...[...this.peers.values()]
          .filter(({ view }) => view.heard && !view.relayed)
          .flatMap(({ stream }) => stream.getAudioTracks()),
      ]);
    } else {
      this.mix?.close();
      this.mix = undefined;
    }
    for (const peer of this.peers.values()) {
      peer.sends({
        audio: this.soundFor(peer.view),
        video: peer.view.hears || peer.view.relayed ? picture : null,
      });
    }
  }

  private soundFor({ relayed, hears }: PeerView): MediaStreamTrack | null {
    return (relayed ? this.mix?.track : hears ? this.microphone : undefined) ?? null;
  }

  /** Something of a connection has changed. A server passes on what comes from here once it is told. */
  private refresh(): void {
    const isSending = this.peers.get(SERVER)?.isConnected ?? false;
    if (isSending && !this.isSending) {
      void this.report();
    }
    this.isSending = isSending;
    this.send();
    this.change({});
  }

  private change(changes: Partial<Snapshot>): void {
    const call = changes.call ?? this.snapshot.call;
    this.snapshot = {
      ...this.snapshot,
      ...changes,
      remotes: remotesOf(this.peers.values(), call),
    };
    this.players.play(this.snapshot.remotes);
    for (const watcher of this.watchers) {
      watcher();
    }
  }

  /** Plays what the browser did not play before somebody pressed something. */
  unsilence(): void {
    this.change({ silenced: false });
    this.players.begin();
  }

  /** Also to ask once more where it was refused. */
  async askMicrophone(): Promise<void> {
    const track = await devices.microphone();
    if (typeof track === 'string') {
      this.change({ noMicrophone: track });
      return;
    }
    if (this.snapshot.ended) {
      track.stop();
      return;
    }
    track.enabled = !this.snapshot.muted;
    track.onended = () => {
      this.microphone = undefined;
      this.local.removeTrack(track);
      this.change({ noMicrophone: 'missing' });
      this.send();
    };
    this.microphone = track;
    this.local.addTrack(track);
    this.change({ noMicrophone: undefined });
    this.send();
  }

  setMuted(muted: boolean): void {
    if (this.microphone) {
      this.microphone.enabled = !muted;
    }
    this.change({ muted });
    void this.report();
  }

  async setCamera(on: boolean): Promise<void> {
    if (on) {
      const track = await devices.camera();
      if (typeof track === 'string') {
        this.change({ noCamera: track, camera: false });
        return;
      }
      track.onended = () => void this.setCamera(false);
      this.cameraTrack = track;
      this.local.addTrack(track);
    } else if (this.cameraTrack) {
      this.cameraTrack.stop();
      this.local.removeTrack(this.cameraTrack);
      this.cameraTrack = undefined;
    }
    this.change({ camera: on, noCamera: undefined });
    this.send();
    await this.report();
  }

  async setScreen(on: boolean): Promise<void> {
    if (on) {
      const track = await devices.screen();
      // Whoever does not choose a screen shows none.
      if (typeof track === 'string') {
        return;
      }
      track.onended = () => void this.setScreen(false);
      this.screenTrack = track;
    } else {
      this.screenTrack?.stop();
      this.screenTrack = undefined;
    }
    this.change({ screen: on });
    this.send();
    await this.report();
  }

  /** Of supervisors. */
  async setMode(mode: LegMode): Promise<void> {
    this.change({ mode });
    if (mode !== 'LISTEN' && !this.microphone) {
      await this.askMicrophone();
    }
    await this.report();
  }

  async hold(onHold: boolean): Promise<void> {
    const params = { path: { id: this.callId } };
    const call = await data(api.PUT('/api/v1/calls/{id}/hold', { params, body: { onHold } }));
    this.change({ call });
    await this.report();
  }

  /** Goes, and the others go on where they may. */
  async leave(): Promise<void> {
    const { legId, ended } = this.snapshot;
    this.finish('left');
    if (legId !== undefined && !ended) {
      const path = { id: this.callId, legId };
      await retried(() => data(api.DELETE('/api/v1/calls/{id}/legs/{legId}', { params: { path } })));
    }
  }

  /** Ends it for all. */
  async end(): Promise<void> {
    this.finish('over');
    const path = { id: this.callId };
    await retried(() => data(api.DELETE('/api/v1/calls/{id}', { params: { path } })));
  }

  private finish(ended: Ended): void {
    if (this.snapshot.ended) {
      return;
    }
    this.timers.forEach(clearInterval);
    this.closePeers();
    this.mix?.close();
    for (const track of [this.microphone, this.cameraTrack, this.screenTrack]) {
      track?.stop();
    }
    this.change({ ended, camera: false, screen: false });
  }

  private closePeers(): void {
    for (const peer of this.peers.values()) {
      peer.close();
    }
    this.peers.clear();
  }
}
