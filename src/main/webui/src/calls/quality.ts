import type { Quality } from '../api/schema';

export type Line = 'good' | 'fair' | 'bad';

/** What a line has carried so far. */
interface Carried {
  lost: number;
  received: number;
}

/** The state of one's lines since it was last asked for: of several, the worst counts. */
export class Measure {
  private before = new Map<string, Carried>();

  /** Nothing where they cannot be measured. */
  async of(connections: Iterable<RTCPeerConnection>): Promise<Quality | undefined> {
    try {
      return await this.measured(connections);
    } catch {
      return undefined;
    }
  }

  private async measured(connections: Iterable<RTCPeerConnection>): Promise<Quality | undefined> {
    const found: Quality[] = [];
    const now = new Map<string, Carried>();
    let index = 0;
    for (const connection of connections) {
      const line = index++;
      const all = [...(await connection.getStats()).values()];
      const pair = all.find(
        (each) => each.type === 'candidate-pair' && each.nominated && each.state === 'succeeded',
      );
      for (const heard of all.filter((each) => each.type === 'inbound-rtp' && each.kind === 'audio')) {
        const carried = { lost: heard.packetsLost ?? 0, received: heard.packetsReceived ?? 0 };
        const name = `${line} ${heard.ssrc}`;
        const before = this.before.get(name) ?? { lost: 0, received: 0 };
        now.set(name, carried);
        const lost = Math.max(0, carried.lost - before.lost);
        const all = lost + Math.max(0, carried.received - before.received);
        found.push({
          lossPercent: all === 0 ? 0 : (100 * lost) / all,
          jitterMs: within(1000 * (heard.jitter ?? 0)),
          roundTripMs: within(1000 * (pair?.currentRoundTripTime ?? 0)),
        });
      }
    }
    this.before = now;
    return found.length === 0
      ? undefined
      : {
          lossPercent: worst(found.map(({ lossPercent = 0 }) => lossPercent)),
          jitterMs: worst(found.map(({ jitterMs = 0 }) => jitterMs)),
          roundTripMs: worst(found.map(({ roundTripMs = 0 }) => roundTripMs)),
        };
  }
}

const LONGEST = 60_000;
const within = (time: number) => Math.min(LONGEST, Math.max(0, time));
const worst = (all: number[]) => Math.round(100 * Math.max(...all)) / 100;

/** As somebody would say it. */
export function lineOf({ lossPercent = 0, jitterMs = 0, roundTripMs = 0 }: Quality): Line {
  if (lossPercent > 6 || jitterMs > 80 || roundTripMs > 500) {
    return 'bad';
  }
  return lossPercent > 2 || jitterMs > 40 || roundTripMs > 300 ? 'fair' : 'good';
}
