import {
  Alert,
  Box,
  Button,
  Card,
  Container,
  Group,
  Skeleton,
  Stack,
  Text,
  Textarea,
  Title,
} from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconLinkOff, IconMail, IconSend } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data, newKey, Problem } from '../api/client';
import { keys } from '../api/keys';
import type { AnswerRequest, CaseView, MessageView } from '../api/schema';
import { dateFormat } from '../app/dates';
import { Logo } from '../app/Logo';
import { messageOf } from '../app/problems';
import { usePrefetch } from '../parts/parts';
import { Words } from '../tickets/conversation/MessageGroup';
import { Asked } from '../tickets/conversation/parts';
import said from '../tickets/conversation/Thread.module.css';
import { EmptyState } from '../ui/EmptyState';
import { ErrorState } from '../ui/ErrorState';
import { LinkedFiles } from './LinkedFiles';
import './linkedCase.words';
import './words';
import classes from './portal.module.css';
import { RatedHelp } from './RateHelp';
import { Steps } from './Steps';
import { StateIcon, stateOf } from './states';
import { titleOf } from './titles';

const LOOK_EVERY = 5_000;
const LAST = 200;

/** Where the link of a mail leads: one case of a customer who need not sign in. Its token is where no server logs it. */
export function LinkedCase() {
  usePrefetch({ Asked });
  const link = useLocation().hash;
  const read = useQuery({
    queryKey: keys.linkedCase(link),
    queryFn: () => data(api.GET('/api/v1/case', { params: { header: { 'Case-Link': link } } })),
    refetchInterval: ({ state }) => (state.error ? false : LOOK_EVERY),
    retry: false,
  });
  return (
    <Box mih="100dvh">
      <Container size="sm" py="lg" px="md">
        <Stack gap="lg" component="main">
          <Group justify="space-between" component="header">
            <Logo />
            {read.data && (
              <Text fw={600} dir="auto">
                {read.data.organisation}
              </Text>
            )}
          </Group>
          {read.data && !isOver(read.error) ? (
            <Shown link={link} shown={read.data} />
          ) : isOver(read.error) ? (
            <Over />
          ) : read.error ? (
            <ErrorState problem={read.error} retry={read.refetch} />
          ) : (
            <Unread />
          )}
        </Stack>
      </Container>
    </Box>
  );
}

function isOver(error: unknown): boolean {
  return error instanceof Problem && error.status === 410;
}

function Over() {
  const { t } = useTranslation('linkedCase');
  useDocumentTitle(`${t('over')} · Patchbay`);
  return (
    <EmptyState
      icon={<IconLinkOff size={40} stroke={1.4} aria-hidden />}
      title={
        <Title order={1} size="h3">
          {t('over')}
        </Title>
      }
      hint={t('overHint')}
    />
  );
}

function Unread() {
  const { t } = useTranslation('common');
  return (
    <Stack role="status" aria-label={t('loading')}>
      <Skeleton h={36} w="70%" radius="md" />
      <Skeleton h={160} radius="md" />
      <Skeleton h={240} radius="md" />
    </Stack>
  );
}

function Shown({ link, shown: { ticket, conversationId } }: { link: string; shown: CaseView }) {
  const { t } = useTranslation('portal');
  const { t: ours } = useTranslation('linkedCase');
  const client = useQueryClient();
  const title = titleOf(t, ticket);
  useDocumentTitle(`${stateOf(t, ticket)}: ${title} · Patchbay`);
  const isSolved = ticket.status === 'RESOLVED' || ticket.status === 'CLOSED';
  return (
    <>
      <div>
        <Title order={1} size="h2" className={classes.heading}>
          {title}
        </Title>
        <Text c="dimmed">
          {t('request', { id: ticket.id })}
          {ticket.orderNumber && ` · ${t('orderNumber', { number: ticket.orderNumber })}`}
        </Text>
      </div>
      <Card withBorder p="lg" component="section" aria-label={t('howItStands')}>
        <Stack gap="lg">
          <Group wrap="nowrap" gap="md" align="start">
            <StateIcon status={ticket.status} size={52} />
            <div role="status">
              <Text size="lg" fw={600} data-testid="state" data-status={ticket.status}>
                {stateOf(t, ticket)}
              </Text>
              <Text c="dimmed">
                {ours(ticket.mergedInto ? 'merged' : `hint.${ticket.status}`, { id: ticket.mergedInto })}
              </Text>
            </div>
          </Group>
          {ticket.status !== 'CANCELLED' && <Steps status={ticket.status} />}
        </Stack>
      </Card>
      {isSolved && (
        <RatedHelp
          request={ticket}
          rate={(body) =>
            data(api.PUT('/api/v1/case/rating', { params: { header: { 'Case-Link': link } }, body }))
          }
          onRated={(rated) => client.setQueryData(keys.linkedCase(link), rated)}
        />
      )}
      <Talk link={link} conversation={conversationId} isErased={ticket.erasedAt != null} />
      <Transcript link={link} />
    </>
  );
}

function Transcript({ link }: { link: string }) {
  const { t } = useTranslation('linkedCase');
  const ask = useMutation({
    mutationFn: () =>
      data(api.POST('/api/v1/case/transcript', { params: { header: { 'Case-Link': link } } })),
    onSuccess: () => notifications.show({ message: t('transcriptComes'), color: 'teal' }),
    onError: (problem) => notifications.show({ message: messageOf(problem), color: 'red' }),
  });
  return (
    <Button
      variant="subtle"
      w="fit-content"
      leftSection={<IconMail size={18} aria-hidden />}
      loading={ask.isPending}
      onClick={() => ask.mutate()}
    >
      {t('transcript')}
    </Button>
  );
}

/** What was said, and where to write. */
function Talk({ link, conversation, isErased }: { link: string; conversation: number; isErased: boolean }) {
  const { t } = useTranslation('portal');
  const client = useQueryClient();
  const messages = useQuery({
    queryKey: keys.linkedCase(link, 'messages'),
    queryFn: () =>
      data(
        api.GET('/api/v1/case/messages', {
          params: { header: { 'Case-Link': link }, query: { limit: LAST } },
        }),
      ),
    refetchInterval: LOOK_EVERY,
  });
  const items = messages.data?.items ?? [];
  const refresh = () => void client.invalidateQueries({ queryKey: keys.linkedCase(link) });
  const last = items.at(-1)?.number;
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (last !== undefined) {
      end.current?.scrollTo({ top: end.current.scrollHeight });
      void api.PUT('/api/v1/case/position', {
        params: { header: { 'Case-Link': link } },
        body: { readUpTo: last, deliveredUpTo: last },
      });
    }
  }, [link, last]);
  return (
    <div>
      <Title order={2} size="h4" mb="sm" id="conversation">
        {t('conversation')}
      </Title>
      <Card withBorder p={0} component="section" className={classes.talk} aria-labelledby="conversation">
        <Box
          ref={end}
          p="sm"
          style={{ overflowY: 'auto' }}
          tabIndex={0}
          role="log"
          aria-labelledby="conversation"
        >
          <ol className={said.groups} style={{ listStyle: 'none', padding: 0, margin: 0 }}>
            {items.map((message) => (
              <Said
                key={`${conversation}/${message.number}`}
                link={link}
                message={message}
                known={items}
                onSaid={refresh}
              />
            ))}
          </ol>
        </Box>
        <div className={classes.write}>
          {isErased ? <Text c="dimmed">{t('erased')}</Text> : <Write link={link} onSaid={refresh} />}
        </div>
      </Card>
    </div>
  );
}

interface SaidProps {
  link: string;
  message: MessageView;
  known: readonly MessageView[];
  onSaid: () => void;
}

function Said({ link, message, known, onSaid }: SaidProps) {
  const { t, i18n } = useTranslation('linkedCase');
  const { customer, name } = message.author;
  const time = dateFormat(i18n.language, { dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(message.at),
  );
  return (
    <li className={said.group} data-ours={customer || undefined} data-mine={customer || undefined}>
      <div className={said.said}>
        <div className={said.who}>
          <bdi>{customer ? t('you') : (name ?? t('staff'))}</bdi>
          <time dateTime={message.at}>{time}</time>
        </div>
        <div className={said.line}>
          <div className={said.bubble} data-testid="message" data-number={message.number} tabIndex={-1}>
            {message.text && <Words text={message.text} />}
            <Suspense fallback={null}>
              <Asked
                message={message}
                known={known}
                customer
                by={{ send: (body) => answered(link, message.number, body), onSaid }}
              />
              {message.attachments.length > 0 && <LinkedFiles link={link} files={message.attachments} />}
            </Suspense>
          </div>
        </div>
      </div>
    </li>
  );
}

function answered(link: string, number: number, body: AnswerRequest): Promise<MessageView> {
  return data(
    api.POST('/api/v1/case/messages/{number}/answer', {
      params: { header: { 'Case-Link': link }, path: { number } },
      body,
    }),
  );
}

function Write({ link, onSaid }: { link: string; onSaid(): void }) {
  const { t } = useTranslation('linkedCase');
  const [text, setText] = useState('');
  // The same until it is said: whoever sends again says it once.
  const clientId = useRef(newKey());
  const say = useMutation({
    mutationFn: () =>
      data(
        api.POST('/api/v1/case/messages', {
          params: { header: { 'Case-Link': link } },
          body: { text: text.trim(), clientId: clientId.current },
        }),
      ),
    onSuccess: () => {
      clientId.current = newKey();
      setText('');
      onSaid();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) {
          say.mutate();
        }
      }}
    >
      <Stack gap="xs">
        {say.error && (
          <Alert color="red" role="alert">
            {messageOf(say.error)}
          </Alert>
        )}
        <Textarea
          label={t('write')}
          size="md"
          autosize
          minRows={2}
          maxRows={8}
          maxLength={8000}
          dir="auto"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button
          type="submit"
          loading={say.isPending}
          leftSection={<IconSend size={18} aria-hidden />}
          w="fit-content"
        >
          {t('send')}
        </Button>
      </Stack>
    </form>
  );
}
