import './words';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import {
  IconMicrophone,
  IconMicrophoneOff,
  IconPhone,
  IconPhoneOff,
  IconPlayerPause,
  IconPlayerPlay,
  IconScreenShare,
  IconScreenShareOff,
  IconVideoOff,
  IconVideoPlus,
} from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LegView } from '../api/schema';
import { showProblem } from '../app/problems';
import { useBusy } from '../parts/quiet';
import { Since } from '../tickets/stopwatch';
import { current, forget } from './calling';
import classes from './calls.module.css';
import { playMusic } from './music';
import { RecordingNotice } from './recording/RecordingNotice';
import type { Snapshot } from './snapshot';

/** From here on people complain. */
const BAD = 3;

interface Props {
  calling: Snapshot;
  staff: boolean;
  /** Instead of what all see of the recording. */
  recording?: ReactNode;
  /** What else is to be told, and where to go. */
  children?: ReactNode;
}

/** The call in which this window is. */
export function CallPanel({ calling, staff, recording, children }: Props) {
  const { t } = useTranslation('calls');
  const { call, ended, muted, camera, screen, mode, legId } = calling;
  const state = ended
    ? 'ENDED'
    : legId === undefined
      ? 'joining'
      : call?.onHold
        ? 'onHold'
        : (call?.state ?? 'joining');
  // The holder of the ticket holds and ends it for all.
  const steers = staff && call?.legs.find(({ id }) => id === legId)?.role === 'AGENT';
  useBusy(!ended);
  useMusic(!staff && !ended && legId !== undefined && state !== 'ACTIVE');
  const talks = mode !== 'LISTEN';
  const isVideo = call?.kind === 'VIDEO';
  const others = call?.legs.filter(({ id }) => id !== legId);
  const names = others
    ?.filter((leg) => !steers || leg.mode === 'TALK')
    .map(({ name }) => name ?? t('somebody'))
    .join(', ');
  return (
    <section className={classes.panel} aria-label={t('title')} data-testid="call" data-state={state}>
      <Stack gap="xs">
        <Group gap="xs" justify="space-between">
          <Group gap="xs">
            <IconPhone size={18} aria-hidden />
            <span className={classes.state} role="status">
              {t(`state.${state}`)}
            </span>
            {!ended && call?.answeredAt && (
              <span className={classes.timer}>
                <Since time={call.answeredAt} />
              </span>
            )}
            {staff && !ended && calling.line && (
              <Text span size="sm" className={classes.dim}>
                {t(`line.${calling.line}`)}
              </Text>
            )}
          </Group>
          {!ended && legId !== undefined && (
            <Group gap="xs">
              {talks && (
                <Button
                  variant={muted ? 'filled' : 'default'}
                  size="sm"
                  leftSection={muted ? <IconMicrophoneOff size={16} /> : <IconMicrophone size={16} />}
                  onClick={() => current()?.setMuted(!muted)}
                >
                  {t(muted ? 'unmute' : 'mute')}
                </Button>
              )}
              {talks && isVideo && (
                <Button
                  variant="default"
                  size="sm"
                  leftSection={camera ? <IconVideoOff size={16} /> : <IconVideoPlus size={16} />}
                  onClick={() => void current()?.setCamera(!camera)}
                >
                  {t(camera ? 'noCameraNow' : 'camera')}
                </Button>
              )}
              {talks && staff && isVideo && (
                <Button
                  variant="default"
                  size="sm"
                  leftSection={screen ? <IconScreenShareOff size={16} /> : <IconScreenShare size={16} />}
                  onClick={() => void current()?.setScreen(!screen)}
                >
                  {t(screen ? 'noScreen' : 'screen')}
                </Button>
              )}
              {steers && call?.answeredAt && (
                <Button
                  variant="default"
                  size="sm"
                  leftSection={call.onHold ? <IconPlayerPlay size={16} /> : <IconPlayerPause size={16} />}
                  onClick={() => current()?.hold(!call.onHold).catch(showProblem)}
                >
                  {t(call.onHold ? 'resume' : 'hold')}
                </Button>
              )}
              <Button
                color="red.9"
                size="sm"
                leftSection={<IconPhoneOff size={16} />}
                onClick={() => void (steers || !staff ? current()?.end() : current()?.leave())}
              >
                {t(steers || !staff ? 'hangUp' : 'leave')}
              </Button>
            </Group>
          )}
        </Group>
        {!ended && names && (
          <Text size="sm" className={classes.dim}>
            {t('inIt', { names })}
          </Text>
        )}
        {!ended &&
          steers &&
          others?.map(
            ({ id, mode, name }) =>
              mode !== 'TALK' && (
                <Text key={id} size="sm" role="status">
                  {t(`supervisedBy.${mode}`, { name: name ?? t('somebody') })}
                </Text>
              ),
          )}
        {!ended &&
          legId !== undefined &&
          (recording ?? <RecordingNotice callId={calling.callId} customer={!staff} />)}
        <Notices calling={calling} staff={staff} />
        {children}
        {!ended && <Videos calling={calling} />}
        {ended && (
          <Button variant="default" size="sm" w="fit-content" onClick={forget}>
            {t('close')}
          </Button>
        )}
      </Stack>
    </section>
  );
}

/** What somebody must know to be heard. */
function Notices({ calling, staff }: { calling: Snapshot; staff: boolean }) {
  const { t } = useTranslation('calls');
  const { call, ended, noMicrophone, noCamera, online, line, legId } = calling;
  if (ended) {
    const end = staff && ended === 'over' && call?.endedBy;
    const text = end ? t(`end.${end}`) : ended === 'moved' || ended === 'notAdmitted' ? t(ended) : undefined;
    return text ? <Text size="sm">{text}</Text> : null;
  }
  const isBad = (leg: LegView) => leg.id !== legId && leg.mos != null && leg.mos < BAD;
  return (
    <>
      {noMicrophone && (
        <Alert color="orange" role="alert" p="xs">
          <Stack gap="xs" align="start">
            {t(`noMicrophone.${noMicrophone}`)}
            <Button size="compact-sm" variant="default" onClick={() => void current()?.askMicrophone()}>
              {t('again')}
            </Button>
          </Stack>
        </Alert>
      )}
      {noCamera && (
        <Alert color="orange" role="alert" p="xs">
          {t(`noCamera.${noCamera}`)}
        </Alert>
      )}
      {calling.silenced && (
        <Button size="sm" w="fit-content" onClick={() => current()?.unsilence()}>
          {t('soundOn')}
        </Button>
      )}
      {!online && (
        <Alert color="orange" role="status" p="xs">
          {t('offline')}
        </Alert>
      )}
      {online && line === 'bad' && (
        <Text size="sm" role="status">
          {t('badLine')}
        </Text>
      )}
      {staff &&
        call?.legs.filter(isBad).map(({ id, name }) => (
          <Text key={id} size="sm">
            {t('theirLine', { name: name ?? t('somebody') })}
          </Text>
        ))}
      {call?.onHold && <Text size="sm">{t(staff ? 'holdStaff' : 'holdHint')}</Text>}
      {calling.muted && (
        <Text size="sm" role="status">
          {t('muted')}
        </Text>
      )}
    </>
  );
}

function Videos({ calling }: { calling: Snapshot }) {
  const { t } = useTranslation('calls');
  const shown = calling.remotes.filter(({ legId, heard }) => {
    const leg = calling.call?.legs.find(({ id }) => id === legId);
    return heard && (leg?.camera || leg?.screen);
  });
  const own = calling.camera ? current()?.local : undefined;
  if (shown.length === 0 && !own) {
    return null;
  }
  return (
    <div className={classes.videos}>
      {shown.map(({ legId, stream, name }) => (
        <Video key={legId} stream={stream} label={t('videoOf', { name: name ?? t('somebody') })} />
      ))}
      {own && <Video stream={own} label={t('ownVideo')} />}
    </div>
  );
}

function Video({ stream, label }: { stream: MediaStream; label: string }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) {
      video.current.srcObject = stream;
    }
  }, [stream]);
  // The sound comes by itself.
  return <video ref={video} className={classes.video} aria-label={label} autoPlay playsInline muted />;
}

function useMusic(plays: boolean): void {
  useEffect(() => (plays ? playMusic() : undefined), [plays]);
}
