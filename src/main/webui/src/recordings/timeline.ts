import type { PauseReason, RecordingView, TicketEventView } from '../api/schema';

/** Shorter gaps are how long it takes to begin another segment. */
const UNHEARD = 1_500;
/** Of what was said before a gap. */
const LAST_WORDS = 2_000;

/** A stretch of sound, in milliseconds from the beginning of the recording. */
export interface Sound {
  segment: number;
  from: number;
  to: number;
}

/** Why nothing was recorded for a while. */
export type GapReason = PauseReason | 'TRANSFER' | 'INTERRUPTED';

export interface Gap {
  from: number;
  to: number;
  reason: GapReason;
}

/** The customer waited. */
export interface Hold {
  from: number;
  to: number;
}

/** Somebody else went on with the call. */
export interface Transfer {
  at: number;
  agentId: number;
}

export interface Timeline {
  length: number;
  sounds: Sound[];
  gaps: Gap[];
  holds: Hold[];
  transfers: Transfer[];
}

/** What was recorded when, and why not. */
export function timelineOf(recording: RecordingView, events: TicketEventView[] = []): Timeline {
  const segments = recording.segments.filter(({ chunks }) => chunks > 0);
  const sounds = segments.map(({ number, fromMs, toMs }, index) => ({
    segment: number,
    from: fromMs,
    // Pieces that came late were said before the next segment began.
    to: Math.min(toMs, segments[index + 1]?.fromMs ?? toMs),
  }));
  const length = Math.max(recording.milliseconds, sounds.at(-1)?.to ?? 0);
  const transfers = segments
    .filter(({ agentId }, index) => agentId !== (segments[index - 1]?.agentId ?? agentId))
    .map(({ agentId, fromMs }) => ({ agentId, at: fromMs }));
  const gaps = sounds
    .map(({ to }, index) => ({ from: to, to: sounds[index + 1]?.from ?? to }))
    .filter(({ from, to }) => to - from > UNHEARD)
    .map((gap) => ({ ...gap, reason: reasonOf(recording, gap, transfers) }));
  return { length, sounds, gaps, holds: holdsOf(recording, events, length), transfers };
}

function reasonOf({ pauses }: RecordingView, { from, to }: Hold, transfers: Transfer[]): GapReason {
  // The last seconds before a pause come a moment after it was told.
  const pause = pauses.find(({ fromMs, toMs }) => fromMs < to && (toMs ?? Infinity) > from);
  return pause?.reason ?? (transfers.some(({ at }) => at === to) ? 'TRANSFER' : 'INTERRUPTED');
}

/** From the history of the ticket. */
function holdsOf({ startedAt }: RecordingView, events: TicketEventView[], length: number): Hold[] {
  const begin = Date.parse(startedAt);
  const holds: Hold[] = [];
  let held: number | undefined;
  const ends = (at: number) => {
    if (held !== undefined && at > 0 && held < length) {
      holds.push({ from: Math.max(0, held), to: Math.min(at, length) });
    }
    held = undefined;
  };
  for (const { type, at } of events) {
    if (type === 'CALL_HELD') {
      held ??= Date.parse(at) - begin;
    } else if (type === 'CALL_RESUMED' || type === 'CALL_ENDED') {
      ends(Date.parse(at) - begin);
    }
  }
  ends(length);
  return holds;
}

/** The sound at a time, or the next one after it. */
export function soundAt({ sounds }: Timeline, time: number): Sound | undefined {
  return sounds.find(({ to }) => time < to);
}

/** For whoever goes back into a gap: the end of what was said before it. */
export function heardBefore({ sounds }: Timeline, time: number): number {
  const before = sounds.findLast(({ from }) => from <= time);
  return before && time >= before.to ? Math.max(before.from, before.to - LAST_WORDS) : time;
}
