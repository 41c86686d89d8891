import { Anchor, Card, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../api/keys';
import type { MessageView, TicketEventView, TicketView } from '../api/schema';
import { useMe } from '../app/session';
import { conversationQuery, MessageField, outbox, Thread, types } from '../tickets/conversation';
import { useFiles } from '../tickets/conversation/files';
import { agentNameOf } from './names';
import { useLinkTo, usePlaces } from './places';
import classes from './portal.module.css';

interface Props {
  request: TicketView;
  events?: TicketEventView[] | undefined;
  /** Whether it is all there is on the page. */
  tall?: boolean;
  /** After the last message. */
  end?: ReactNode;
}

/** What is said about a request, and where to write. */
export function Conversation({ request, events, tall = false, end }: Props) {
  const { t } = useTranslation('portal');
  const me = useMe();
  const id = request.conversationId;
  const [quoted, setQuoted] = useState<MessageView>();
  const goesOnIn = useGoesOn(request);
  const asks = request.status === 'PENDING';
  const question = events?.findLast((event) => event.type === 'PENDED');
  // Where it is opened again with a word, that is a step of its own.
  const reopens = request.channel !== 'CHAT' && request.nextSteps.includes('REOPEN');
  const files = useFiles();
  const isOpen = !request.erasedAt && goesOnIn === undefined && !reopens;
  return (
    <Card
      withBorder
      p={0}
      component="section"
      className={classes.talk}
      data-tall={tall || undefined}
      data-wanted={asks || undefined}
      aria-labelledby="conversation"
    >
      <Thread
        conversationId={id}
        account={me.id}
        customer
        end={end}
        onQuote={isOpen ? setQuoted : undefined}
      />
      <div className={classes.write}>
        {asks && !tall && (
          <Title order={2} size="h5" mb="xs" id="wanted">
            {t('asks', { name: question?.actorName ?? agentNameOf(request) ?? t('somebody') })}
          </Title>
        )}
        {request.erasedAt && <Text c="dimmed">{t('erased')}</Text>}
        {goesOnIn !== undefined && <GoesOn ticketId={goesOnIn} />}
        {isOpen && (
          <MessageField
            account={me.id}
            about={id}
            kind="say"
            {...(asks &&
              (tall
                ? { placeholder: t('answer') }
                : { id: 'answer', label: t('answer'), button: t('sendAnswer') }))}
            hint={hintOf(request)}
            quoted={quoted}
            onUnquote={() => setQuoted(undefined)}
            files={files}
            onWrite={(text) => types(id, 'PUBLIC', text)}
            onSend={(text) => {
              outbox.put({
                conversationId: id,
                text,
                audience: 'PUBLIC',
                ...(quoted && { replyTo: quoted.number }),
                ...(files.ready.length > 0 && { attachments: files.ready }),
              });
              files.clear();
              setQuoted(undefined);
            }}
          />
        )}
      </div>
    </Card>
  );

  function hintOf({ status, nextSteps }: TicketView): string | undefined {
    if (status === 'RESOLVED' && nextSteps.includes('REOPEN')) {
      return t('opensAgain');
    }
    return ['RESOLVED', 'CLOSED', 'CANCELLED'].includes(status) ? t('beginsNew') : undefined;
  }
}

/** The request in which the conversation goes on, where it is another; whoever wrote just now is led there. */
function useGoesOn(request: TicketView): number | undefined {
  const client = useQueryClient();
  const places = usePlaces();
  const now = useQuery(conversationQuery(request.conversationId)).data?.ticketId;
  const { id, conversationId, mergedInto } = request;
  useEffect(
    () =>
      outbox.listen((unsent, sent) => {
        if ('message' in sent && unsent.conversationId === conversationId) {
          void client.invalidateQueries({ queryKey: keys.ticket(id) });
          void client.invalidateQueries({ queryKey: keys.tickets.root });
          if (sent.message.ticketId !== id) {
            places.go(sent.message.ticketId);
          }
        }
      }),
    [client, places, id, conversationId],
  );
  return mergedInto ?? (now === id ? undefined : now);
}

function GoesOn({ ticketId }: { ticketId: number }) {
  const { t } = useTranslation('portal');
  const link = useLinkTo(ticketId);
  return <Anchor {...link}>{t('goesOn', { id: ticketId })}</Anchor>;
}
