import type { CallConnection } from '../connection';

const CUSTOMER = 0;
const STAFF = 1;

interface Source {
  node: MediaStreamAudioSourceNode;
  side: number;
}

/** The two sides of a call as one sound: the customer on the left, staff on the right. Voices come and go in it. */
export class Sides {
  private readonly context = new AudioContext();
  private readonly destination = this.context.createMediaStreamDestination();
  private readonly inputs: GainNode[];
  private readonly sources = new Map<MediaStreamTrack, Source>();

  constructor() {
    const merger = this.context.createChannelMerger(2);
    this.inputs = [CUSTOMER, STAFF].map((side) => {
      const input = this.context.createGain();
      input.channelCount = 1;
      input.channelCountMode = 'explicit';
      input.connect(merger, 0, side);
      return input;
    });
    merger.connect(this.destination);
  }

  get stream(): MediaStream {
    return this.destination.stream;
  }

  /** Whether it has sound; browsers have none on a page on which nobody has pressed anything yet. */
  get runs(): boolean {
    return this.context.state === 'running';
  }

  /** Begins to have sound, where the browser lets it. */
  async wake(): Promise<void> {
    // A promise that the browser does not keep before somebody presses something.
    await Promise.race([this.context.resume(), new Promise((resolve) => setTimeout(resolve, 500))]);
  }

  /** Mixes the voices that are in the call now. */
  of(call: CallConnection): void {
    const voices = voicesOf(call);
    for (const [track, { node, side }] of this.sources) {
      if (voices.get(track) !== side) {
        node.disconnect();
        this.sources.delete(track);
      }
    }
    for (const [track, side] of voices) {
      if (!this.sources.has(track)) {
        const node = this.context.createMediaStreamSource(new MediaStream([track]));
        node.connect(this.inputs[side] as GainNode);
        this.sources.set(track, { node, side });
      }
    }
  }

  close(): void {
    void this.context.close();
  }
}

/** Those who talk, by their sides. Whoever listens or whispers is unknown here, and so in no recording. */
function voicesOf({ local, snapshot: { call, remotes } }: CallConnection): Map<MediaStreamTrack, number> {
  const voices = new Map<MediaStreamTrack, number>();
  for (const track of local.getAudioTracks()) {
    voices.set(track, STAFF);
  }
  for (const { legId, heard, stream } of remotes) {
    const leg = call?.legs.find(({ id }) => id === legId);
    if (heard && leg?.mode === 'TALK') {
      for (const track of stream.getAudioTracks()) {
        voices.set(track, leg.role === 'CUSTOMER' ? CUSTOMER : STAFF);
      }
    }
  }
  return voices;
}
