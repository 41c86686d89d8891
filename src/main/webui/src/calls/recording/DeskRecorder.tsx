import './words';
import { Button, Group, Text } from '@mantine/core';
import { IconPlayerPause, IconPlayerRecord, IconPlayerStop } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoticeView, PauseReason } from '../../api/schema';
import { messageOf, showProblem } from '../../app/problems';
import type { CallConnection } from '../connection';
import { isAllowed, isSilent, noticeOf } from './notice';
import { GoesOnIn, RecordingMark } from './RecordingMark';
import { RecordingNotice } from './RecordingNotice';
import { type Recorder, type Recording, recorderOf } from './recorder';

/** Records the call of the desk, and steers that. */
export function DeskRecorder({ call, account }: { call: CallConnection; account: number }) {
  const client = useQueryClient();
  const recorder = useMemo(() => recorderOf(call, client, account), [call, client, account]);
  const state = useSyncExternalStore(recorder.watch, () => recorder.snapshot);
  const notice = useQuery(noticeOf(call.callId)).data;
  const { call: view, legId } = call.snapshot;
  const holds = view?.legs.some(({ id, role }) => id === legId && role === 'AGENT');
  if (!holds) {
    return <RecordingNotice callId={call.callId} customer={false} />;
  }
  return isSilent(notice) ? null : (
    <Controls recorder={recorder} state={state} notice={notice} isOn={view?.state === 'ACTIVE'} />
  );
}

interface Props {
  recorder: Recorder;
  state: Recording;
  notice: NoticeView;
  isOn: boolean;
}

function Controls({ recorder, state, notice, isOn }: Props) {
  const { t } = useTranslation('recording');
  const pause = useMutation({
    mutationFn: (reason: PauseReason) => recorder.pause(reason),
    onError: showProblem,
  });
  const goOn = useMutation({ mutationFn: () => recorder.goOn(), onError: showProblem });
  const isPaused = notice.paused || state.pausing !== undefined;
  const isOnDemand = notice.mode === 'ON_DEMAND';
  // What was stopped on demand does not go on by itself.
  const isStopped = state.pausing === 'STOPPED' || (notice.paused && !notice.pausedUntil);
  return (
    <Group gap="xs" role="group" aria-label={t('title')}>
      <Standing state={state} notice={notice} isOn={isOn} isPaused={isPaused} isStopped={isStopped} />
      {state.on && !isPaused && (
        <>
          <Step onClick={() => pause.mutate('CARD_DATA')} icon={<IconPlayerPause size={16} />}>
            {t('pauseCard')}
          </Step>
          <Step onClick={() => pause.mutate('PRIVATE')}>{t('pausePrivate')}</Step>
          {isOnDemand && (
            <Step onClick={() => pause.mutate('STOPPED')} icon={<IconPlayerStop size={16} />}>
              {t('stop')}
            </Step>
          )}
        </>
      )}
      {isAllowed(notice) && (isPaused || (isOnDemand && isOn && !state.on && !notice.recording)) && (
        <Step
          onClick={() => goOn.mutate()}
          icon={<IconPlayerRecord size={16} />}
          loading={goOn.isPending || pause.isPending}
        >
          {t(isPaused && !isStopped ? 'goOn' : 'record')}
        </Step>
      )}
    </Group>
  );
}

function Step({
  icon,
  ...props
}: {
  icon?: ReactNode;
  loading?: boolean;
  onClick: () => void;
  children: string;
}) {
  return <Button variant="default" size="compact-sm" leftSection={icon} {...props} />;
}

/** In words: whether it is recorded, and else why not. */
function Standing({
  state: { on, problem, silenced, unable, pausedFor },
  notice,
  isOn,
  isPaused,
  isStopped,
}: Omit<Props, 'recorder'> & { isPaused: boolean; isStopped: boolean }) {
  const { t } = useTranslation('recording');
  if (isPaused) {
    const reason = isStopped ? 'STOPPED' : pausedFor;
    return (
      <>
        <RecordingMark>{reason ? t(`pausedFor.${reason}`) : t('paused')}</RecordingMark>
        {notice.pausedUntil && <GoesOnIn until={notice.pausedUntil} />}
      </>
    );
  }
  if (!isAllowed(notice)) {
    return <RecordingMark>{t(notice.agreed == null ? 'unanswered' : 'declined')}</RecordingMark>;
  }
  if (on) {
    return (
      <>
        <RecordingMark on>{t('on')}</RecordingMark>
        {problem !== undefined && (
          <Text size="sm" role="alert">
            {t('unsent', { problem: messageOf(problem) })}
          </Text>
        )}
      </>
    );
  }
  if (unable) {
    return <RecordingMark>{t('problem', { problem: t('unsupported') })}</RecordingMark>;
  }
  if (silenced) {
    return <RecordingMark>{t('silenced')}</RecordingMark>;
  }
  if (problem !== undefined) {
    return <RecordingMark>{t('problem', { problem: messageOf(problem) })}</RecordingMark>;
  }
  const begins = isOn && (notice.mode === 'ALWAYS' || notice.recording);
  return <RecordingMark>{t(begins ? 'beginning' : 'off')}</RecordingMark>;
}
