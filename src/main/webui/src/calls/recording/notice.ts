import { queryOptions } from '@tanstack/react-query';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { NoticeView } from '../../api/schema';
import { now } from '../../tickets/stopwatch';

/** News of the call tell what changes; this is for those that were lost. */
const EVERY = 10_000;
/** The server's answer is of the time after the end of a pause. */
const AFTER_PAUSE = 300;

/** What is said of the recording of a call, and whether it is recorded just now. */
export const noticeOf = (callId: number) =>
  queryOptions({
    queryKey: keys.tickets.recordingOf(callId),
    queryFn: () => data(api.GET('/api/v1/calls/{id}/recording-notice', { params: { path: { id: callId } } })),
    refetchInterval: ({ state }) => nextLook(state.data),
    refetchIntervalInBackground: true,
  });

function nextLook(notice: NoticeView | undefined): number {
  const left = notice?.pausedUntil ? Date.parse(notice.pausedUntil) - now() : EVERY;
  return Math.min(EVERY, Math.max(0, left) + AFTER_PAUSE);
}

/** Whether the call may be recorded, as far as its customer decides that. */
export function isAllowed({ consent, agreed }: NoticeView): boolean {
  return agreed != null && (consent === 'ANNOUNCE' || agreed);
}

/** Whether there is nothing to say of it. */
export function isSilent(notice: NoticeView | undefined): notice is undefined {
  return !notice || (notice.mode === 'NEVER' && !notice.recording && !notice.paused);
}
