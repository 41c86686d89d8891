// First: the client of the API keeps the fetch that it finds.
import './testing';

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CallConnection } from './connection';
import { type Rig, rig } from './testing';

let call: CallConnection;
let server: Rig;

beforeEach(() => {
  vi.useFakeTimers();
  server = rig();
  call = new CallConnection(31);
});

afterEach(async () => {
  await call.leave();
  vi.useRealTimers();
});

it('offers to whom it should, and sends the microphone to who hears it alone', async () => {
  server.peers = [
    { legId: 1, heard: true, hears: true, relayed: false, offers: true, moves: 0 },
    { legId: 2, heard: true, hears: false, relayed: false, offers: false, moves: 0 },
  ];
  await call.start();
  await vi.advanceTimersByTimeAsync(2_500);
  expect(server.told).toEqual([{ to: 1, type: 'OFFER', body: 'v=0 offer' }]);
  const [first, second] = server.connections;
  expect(first?.sent('audio')).toBe(server.microphone);
  expect(second?.transceivers).toEqual([]);
  server.signals = [{ number: 1, from: 2, type: 'OFFER', body: 'v=0 theirs' }];
  await call.report();
  await vi.advanceTimersByTimeAsync(2_500);
  expect(server.told.at(-1)).toEqual({ to: 2, type: 'ANSWER', body: 'v=0 answer' });
  expect(second?.sent('audio')).toBeNull();
});

it('takes each signal once, and closes what is no longer named', async () => {
  server.peers = [{ legId: 1, heard: true, hears: true, relayed: false, offers: true, moves: 0 }];
  await call.start();
  await vi.advanceTimersByTimeAsync(2_500);
  server.signals = [{ number: 3, from: 1, type: 'ANSWER', body: 'v=0 theirs' }];
  await call.report();
  await call.report();
  expect(server.connections[0]?.remote).toEqual(['v=0 theirs']);
  expect(server.reports.at(-1)).toMatchObject({ after: 3 });
  server.peers = [];
  await call.report();
  expect(server.connections[0]?.closed).toBe(true);
  expect(call.snapshot.remotes).toEqual([]);
});

it('tells every five seconds how it is, and says that it is muted', async () => {
  await call.start();
  const before = server.reports.length;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(server.reports.length).toBe(before + 2);
  call.setMuted(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(server.reports.at(-1)).toMatchObject({ muted: true });
  expect(server.microphone.enabled).toBe(false);
});

it('comes back where it was lost, and goes where it has no part any more', async () => {
  await call.start();
  server.refusal = { endedBy: 'LOST' };
  await call.report();
  expect(server.joined).toBe(2);
  expect(call.snapshot.ended).toBeUndefined();
  server.refusal = { endedBy: 'NOT_ADMITTED' };
  await call.report();
  expect(call.snapshot.ended).toBe('notAdmitted');
  expect(server.microphone.stop).toHaveBeenCalled();
});

it('hears the others without a microphone, and says why nobody hears it', async () => {
  server.noMicrophone = 'NotAllowedError';
  await call.start();
  expect(call.snapshot).toMatchObject({ noMicrophone: 'refused', legId: 9, ended: undefined });
  server.noMicrophone = undefined;
  await call.askMicrophone();
  expect(call.snapshot.noMicrophone).toBeUndefined();
});
