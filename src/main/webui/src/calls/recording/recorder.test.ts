// First: the client of the API keeps the fetch that it finds.
import './testing';

import type { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Recorder } from './recorder';
import { sendLeft } from './sending';
import { type FakeCall, FakeRecorder, heardOn, kept, rig, type Server } from './testing';

const ACCOUNT = 7;

let server: Server;
let call: FakeCall;
let client: QueryClient;

const goesBy = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const last = () => FakeRecorder.all.at(-1) as FakeRecorder;

async function records(): Promise<Recorder> {
  const recorder = new Recorder(call.connection, client, ACCOUNT);
  await goesBy(1_000);
  return recorder;
}

beforeEach(() => {
  vi.useFakeTimers();
  ({ server, call, client } = rig());
});

afterEach(() => {
  call.becomes({ ended: 'left' });
  client.clear();
  vi.useRealTimers();
});

it('records where all calls are, piece by piece, and ends with the call', async () => {
  const recorder = await records();
  expect(recorder.snapshot.on).toBe(true);
  last().says('one ');
  last().says('two');
  await goesBy(0);
  expect(server.sound[1]).toBe('one two');
  call.becomes({ ended: 'over' });
  await goesBy(0);
  expect(server.sound[1]).toBe('one two.');
  expect(server.asked.slice(-2)).toEqual(['end of segment', 'complete']);
  expect(kept.size).toBe(0);
});

it('records nobody who was not told, or does not agree', async () => {
  const { agreed: _, ...unanswered } = server.notice;
  server.notice = unanswered as typeof server.notice;
  await records();
  server.notice = { ...server.notice, agreed: false };
  await goesBy(10_000);
  expect(FakeRecorder.all).toEqual([]);
  server.notice = { ...server.notice, agreed: true };
  await goesBy(10_000);
  expect(last().state).toBe('recording');
  server.notice = { ...server.notice, agreed: false };
  await goesBy(10_000);
  expect(last().state).toBe('inactive');
});

it('stops before it asks for a pause, and begins another segment after it', async () => {
  const recorder = await records();
  last().says('before');
  const pausing = recorder.pause('CARD_DATA');
  expect(last().state).toBe('inactive');
  expect(server.asked).not.toContain('pause');
  await goesBy(1_000);
  await pausing;
  expect(FakeRecorder.all).toHaveLength(1);
  await recorder.goOn();
  await goesBy(0);
  last().says('after');
  await goesBy(0);
  expect(server.sound).toEqual({ 1: 'before.', 2: 'after' });
  // It ends by itself as well.
  await recorder.pause('PRIVATE');
  server.notice = { ...server.notice, recording: true, paused: false, pausedUntil: null };
  await goesBy(10_000);
  expect(FakeRecorder.all).toHaveLength(3);
});

it('keeps nothing of the seconds in which a page of the shop paused it', async () => {
  await records();
  last().says('before');
  server.notice = { ...server.notice, recording: false, paused: true };
  await goesBy(10_000);
  expect(server.sound).toEqual({ 1: 'before' });
  expect(last().state).toBe('inactive');
});

it('records on demand when it is asked, until it is stopped', async () => {
  server.notice = { ...server.notice, mode: 'ON_DEMAND' };
  const recorder = await records();
  expect(FakeRecorder.all).toEqual([]);
  await recorder.goOn();
  expect(recorder.snapshot.on).toBe(true);
  await goesBy(20_000);
  await recorder.pause('STOPPED');
  await goesBy(20_000);
  expect(recorder.snapshot.on).toBe(false);
  await recorder.goOn();
  await goesBy(0);
  expect(recorder.snapshot.on).toBe(true);
  expect(server.asked.filter((step) => step === 'segments')).toHaveLength(2);
});

it('loses nothing where the line is cut, or there is no room for a while', async () => {
  const recorder = await records();
  server.refusal = 'no line';
  last().says('one ');
  await goesBy(3_000);
  expect(recorder.snapshot.problem).toBeUndefined();
  server.refusal = { status: 409, type: 'storage-full' };
  last().says('two');
  await goesBy(30_000);
  expect(recorder.snapshot).toMatchObject({ on: true, problem: { type: 'storage-full' } });
  expect(kept.size).toBe(3);
  server.refusal = undefined;
  await goesBy(30_000);
  expect(server.sound[1]).toBe('one two');
  expect(recorder.snapshot.problem).toBeUndefined();
});

it('sends what a page has left that was closed, and nothing of another account', async () => {
  const piece = { account: ACCOUNT, recording: 12, segment: 4, at: 0, bytes: new ArrayBuffer(0) };
  kept.set('7-12-4-0', { ...piece, number: 0 });
  kept.set('7-12-4-3', { ...piece, number: 3, bytes: new TextEncoder().encode('left').buffer });
  kept.set('8-12-5-1', { ...piece, account: 8, segment: 5, number: 1 });
  await sendLeft(ACCOUNT);
  expect(server.asked).toEqual(['piece 4.3', 'end of segment']);
  expect([...kept.keys()]).toEqual(['8-12-5-1']);
});

it('mixes who talks on two sides, while they come and go, and nobody who whispers', async () => {
  const voice = (legId: number, heard = true) => ({
    legId,
    heard,
    stream: new MediaStream([`voice ${legId}`] as never),
  });
  (call.local as unknown as { tracks: unknown[] }).tracks.push('microphone');
  const legs = [
    { id: 9, role: 'AGENT', mode: 'TALK' },
    { id: 1, role: 'CUSTOMER', mode: 'TALK' },
    { id: 2, role: 'COLLEAGUE', mode: 'TALK' },
  ];
  const view = { engine: 'MESH', state: 'ACTIVE', legs };
  call.becomes({ call: view, remotes: [voice(1), voice(2), voice(3)] });
  await records();
  expect([heardOn(0), heardOn(1)]).toEqual([['voice 1'], ['microphone', 'voice 2']]);
  // On hold.
  call.becomes({ remotes: [voice(1, false), voice(2)] });
  expect([heardOn(0), heardOn(1)]).toEqual([[], ['microphone', 'voice 2']]);
  expect(FakeRecorder.all).toHaveLength(1);
});
