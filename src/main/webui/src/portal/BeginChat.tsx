import { Anchor, Card, Container, Group, Skeleton, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { renewSession } from '../api/client';
import { keys } from '../api/keys';
import type { BeginningView, FormAnswers } from '../api/schema';
import { meQuery, useMe } from '../app/session';
import { MessageField, NEW, outbox, useUnsent } from '../tickets/conversation';
import { Outgoing } from '../tickets/conversation/Outgoing';
import { useStoredDrafts } from '../tickets/drafts';
import { BackHome } from './BackHome';
import { BeforeChat } from './BeforeChat';
import { useFormats } from './formats';
import { useArrival, usePlaces } from './places';
import classes from './portal.module.css';
import { chatBeginning, isLive, myRequests } from './queries';
import { SoundSwitch } from './sound';

/** Where a customer says what they want; with the first message the chat begins. */
export function BeginChat() {
  const { t } = useTranslation('portal');
  useStoredDrafts();
  const me = useMe();
  const formats = useFormats();
  const client = useQueryClient();
  const places = usePlaces();
  const heading = useArrival();
  const unsent = useUnsent(NEW);
  const live = useInfiniteQuery(myRequests)
    .data?.pages.flatMap((page) => page.items)
    .find((request) => request.channel === 'CHAT' && isLive(request))?.id;
  useDocumentTitle(`${t('talkTitle')} · Patchbay`);
  useEffect(
    () =>
      outbox.listen((unsent, sent) => {
        if ('conversationId' in sent) {
          void client.invalidateQueries({ queryKey: keys.chatBeginning });
          if (unsent.answers?.name) {
            // The session has the name that they gave from now on.
            void renewSession().then(() => client.invalidateQueries({ queryKey: meQuery.queryKey }));
          }
          void client.invalidateQueries({ queryKey: keys.tickets.root });
          places.go(sent.conversationId);
        }
      }),
    [client, places],
  );
  const isIdle = unsent.length === 0;
  const beginning = useQuery(chatBeginning);
  const questions = beginning.data?.questions ?? [];
  const [answers, setAnswers] = useState<FormAnswers>();
  const [isAnswered, setAnswered] = useState(false);
  // The form may have changed since it was read: the server says what is missing.
  const isRefused = !isIdle && unsent.every(({ refused }) => refused !== undefined);
  useEffect(() => {
    if (isRefused) {
      setAnswered(false);
      void client.invalidateQueries({ queryKey: keys.chatBeginning });
    }
  }, [client, isRefused]);
  const isClosed = isIdle && beginning.data?.now === 'CLOSED';
  const asks = (isIdle || isRefused) && !isClosed && !isAnswered && questions.length > 0;
  useEffect(() => {
    // It goes on where it was begun, on this device or another.
    if (live !== undefined && isIdle) {
      places.go(live);
    }
  }, [places, live, isIdle]);
  return (
    <Container size="sm" px={0}>
      <div className={classes.chat}>
        <Group justify="space-between" wrap="nowrap">
          <BackHome />
          <SoundSwitch />
        </Group>
        <Title order={1} size="h3" ref={heading} tabIndex={-1} className={classes.heading} id="conversation">
          {t('talkTitle')}
        </Title>
        <Card
          withBorder
          p={0}
          component="section"
          className={classes.talk}
          data-tall
          aria-labelledby="conversation"
        >
          <div className={classes.greeting}>
            <Text fw={600} dir="auto" style={{ whiteSpace: 'pre-line' }}>
              {beginning.data?.greeting ?? t('talkGreeting', { name: me.name })}
            </Text>
            <Text c="dimmed" size="sm" data-testid="reception">
              {receptionOf(beginning.data)}
            </Text>
            {asks && (
              <BeforeChat
                questions={questions}
                answers={answers}
                onAnswered={(given) => {
                  setAnswers(given);
                  setAnswered(true);
                  for (const each of unsent) {
                    outbox.again({ ...each, answers: given });
                  }
                }}
              />
            )}
            {isAnswered && isIdle && (
              <Anchor component="button" type="button" size="sm" onClick={() => setAnswered(false)}>
                {t('before.back')}
              </Anchor>
            )}
            <Outgoing unsent={unsent} known={[]} conversationId={NEW} account={me.id} />
          </div>
          {beginning.isPending && <Skeleton h={56} m="md" />}
          {!beginning.isPending && !asks && !isClosed && (
            <div className={classes.write}>
              <MessageField
                account={me.id}
                about="chat"
                kind="say"
                placeholder={t('talkFirst')}
                autoFocus
                busy={unsent.some(({ refused }) => refused === undefined)}
                onSend={(text) =>
                  outbox.put({ conversationId: NEW, text, audience: 'PUBLIC', ...(answers && { answers }) })
                }
              />
            </div>
          )}
        </Card>
      </div>
    </Container>
  );

  /** Whether somebody is there. */
  function receptionOf(known: BeginningView | undefined): string {
    if (!known || known.now === 'OPEN') {
      return t('talkHint');
    }
    const { now, opensAt } = known;
    return opensAt ? t(`reception.${now}at`, { date: formats.moment(opensAt) }) : t(`reception.${now}`);
  }
}
