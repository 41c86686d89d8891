import { expect, test } from 'vitest';
import type { RecordingView, TicketEventView } from '../api/schema';
import { heardBefore, soundAt, timelineOf } from './timeline';

const segment = (number: number, fromMs: number, toMs: number, agentId = 7) => ({
  number,
  fromMs,
  toMs,
  agentId,
  chunks: 5,
  bytes: 9,
  complete: true,
});

const recording = {
  startedAt: '2026-12-01T10:00:00Z',
  milliseconds: 60_000,
  segments: [
    segment(1, 200, 14_000),
    segment(2, 20_000, 30_000),
    segment(3, 30_800, 40_000),
    { ...segment(4, 40_500, 40_500), chunks: 0 },
    segment(5, 45_000, 60_000, 8),
  ],
  pauses: [{ reason: 'CARD_DATA', fromMs: 13_900, toMs: 19_900 }],
} as unknown as RecordingView;

test('gaps have their reasons, and short ones are none', () => {
  const { gaps, transfers, length } = timelineOf(recording);
  expect(gaps).toEqual([
    { from: 14_000, to: 20_000, reason: 'CARD_DATA' },
    { from: 40_000, to: 45_000, reason: 'TRANSFER' },
  ]);
  expect(transfers).toEqual([{ at: 45_000, agentId: 8 }]);
  expect(length).toBe(60_000);
  const lost = { ...recording, pauses: [], segments: recording.segments.slice(0, 2) };
  expect(timelineOf(lost).gaps[0]?.reason).toBe('INTERRUPTED');
});

test('pieces that came late do not reach into the next segment', () => {
  const segments = [segment(1, 0, 29_000), segment(2, 20_000, 30_000)];
  expect(timelineOf({ ...recording, segments }).sounds.map(({ to }) => to)).toEqual([20_000, 30_000]);
});

test('holds are those of this call, also where one goes on until its end', () => {
  const events = [
    ['CALL_HELD', '09:00:00'],
    ['CALL_ENDED', '09:01:00'],
    ['CALL_HELD', '10:00:22'],
    ['CALL_RESUMED', '10:00:28'],
    ['CALL_HELD', '10:00:50'],
    ['CALL_ENDED', '10:01:10'],
  ].map(([type, time]) => ({ type, at: `2026-12-01T${time}Z` })) as TicketEventView[];
  expect(timelineOf(recording, events).holds).toEqual([
    { from: 22_000, to: 28_000 },
    { from: 50_000, to: 60_000 },
  ]);
});

test('who goes to a gap hears what comes after it', () => {
  const timeline = timelineOf(recording);
  expect(soundAt(timeline, 5_000)?.segment).toBe(1);
  expect(soundAt(timeline, 15_000)?.segment).toBe(2);
  expect(soundAt(timeline, 60_000)).toBeUndefined();
  // Back over it: the last words before.
  expect([heardBefore(timeline, 15_000), heardBefore(timeline, 12_000)]).toEqual([12_000, 12_000]);
});
