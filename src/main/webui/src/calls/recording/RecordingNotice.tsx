import './words';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data, Problem } from '../../api/client';
import type { NoticeView } from '../../api/schema';
import { showProblem } from '../../app/problems';
import { isSilent, noticeOf } from './notice';
import { RecordingMark } from './RecordingMark';
import classes from './recording.module.css';

const CONFLICT = 409;

/** What all who are in a call see of its recording, and what its customer is told and asked. */
export function RecordingNotice({ callId, customer }: { callId: number; customer: boolean }) {
  const { t } = useTranslation('recording');
  const notice = useQuery(noticeOf(callId)).data;
  if (isSilent(notice)) {
    return null;
  }
  return (
    <>
      {(notice.recording || notice.paused) && (
        <RecordingMark on={notice.recording}>{t(notice.recording ? 'on' : 'paused')}</RecordingMark>
      )}
      {customer && notice.mode !== 'NEVER' && <Announcement callId={callId} notice={notice} />}
    </>
  );
}

function Announcement({ callId, notice }: { callId: number; notice: NoticeView }) {
  const { t } = useTranslation('recording');
  const { consent, agreed, text, version } = notice;
  const answer = useAnswer(callId, version);
  const isTold = consent === 'ANNOUNCE' && agreed == null;
  const { mutate } = answer;
  // What is shown is told: there is nothing to answer.
  useEffect(() => {
    if (isTold) {
      mutate(true);
    }
  }, [isTold, mutate]);
  const isAsked = consent === 'ASK';
  return (
    <section className={classes.notice} aria-label={t('title')} data-testid="recording-notice">
      <Stack gap="xs">
        <Text size="sm" role="status">
          {text}
        </Text>
        {isAsked && agreed == null && (
          <Group gap="xs" role="group" aria-label={t('ask')}>
            <Text size="sm" fw={600} role="alert">
              {t('ask')}
            </Text>
            <Button size="sm" loading={answer.isPending} onClick={() => mutate(true)}>
              {t('yes')}
            </Button>
            <Button size="sm" variant="default" disabled={answer.isPending} onClick={() => mutate(false)}>
              {t('no')}
            </Button>
          </Group>
        )}
        {isAsked && agreed != null && (
          <Group gap="xs">
            <Text size="sm">{t(agreed ? 'agreed' : 'disagreed')}</Text>
            <Button
              size="compact-sm"
              variant="default"
              loading={answer.isPending}
              onClick={() => mutate(!agreed)}
            >
              {t(agreed ? 'takeBack' : 'allow')}
            </Button>
          </Group>
        )}
      </Stack>
    </section>
  );
}

/** The answer of the customer to the text of this version. */
function useAnswer(callId: number, version: number) {
  const client = useQueryClient();
  const { queryKey } = noticeOf(callId);
  return useMutation({
    mutationFn: (agreed: boolean) =>
      data(
        api.PUT('/api/v1/calls/{id}/recording-notice', {
          params: { path: { id: callId } },
          body: { version, agreed },
        }),
      ),
    onSuccess: (now) => client.setQueryData(queryKey, now),
    onError: (problem) => {
      // The text is another one now, or the call is over: what is shown next says so.
      if (!(problem instanceof Problem && problem.status === CONFLICT)) {
        showProblem(problem);
      }
      return client.invalidateQueries({ queryKey });
    },
  });
}
