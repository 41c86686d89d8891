import { api, data } from '../api/client';
import type { Timeline } from './timeline';

/** So many stand beside one another in a picture. */
export const BARS = 400;
/** Of longer ones the sound would fill the memory of the browser. */
const LONGEST = 30 * 60_000;
/** Enough to see who speaks. */
const RATE = 8_000;

/** How loud both sides were over the time, from 0 to 1: the customer, then staff. */
export type Peaks = [number[], number[]];

/** What the sound of a recording looks like; nothing where it is too long, or no sound that this browser knows. */
export async function peaksOf(id: number, { sounds, length }: Timeline): Promise<Peaks | null> {
  if (length === 0 || length > LONGEST) {
    return null;
  }
  const peaks: Peaks = [new Array(BARS).fill(0), new Array(BARS).fill(0)];
  for (const { segment, from } of sounds) {
    const sound = await decoded(id, segment);
    peaks.forEach((side, channel) => {
      const samples = sound.getChannelData(Math.min(channel, sound.numberOfChannels - 1));
      add(side, samples, from, length);
    });
  }
  return peaks;
}

async function decoded(id: number, segment: number): Promise<AudioBuffer> {
  const bytes = (await data(
    api.GET('/api/v1/recordings/{id}/segments/{number}/audio', {
      params: { path: { id, number: segment } },
      parseAs: 'arrayBuffer',
    }),
  )) as unknown as ArrayBuffer;
  return new OfflineAudioContext(2, 1, RATE).decodeAudioData(bytes);
}

/** The loudest sample of each bar. */
export function add(bars: number[], samples: Float32Array, from: number, length: number, rate = RATE): void {
  samples.forEach((sample, index) => {
    const bar = Math.floor((BARS * (from + (1000 * index) / rate)) / length);
    if (bar < BARS) {
      bars[bar] = Math.max(bars[bar] ?? 0, Math.abs(sample));
    }
  });
}
