import { Button, Card, Container, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconMoodConfuzed } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/client';
import type { TicketEventView, TicketView } from '../api/schema';
import { calls } from '../tickets/channels';
import { TranscriptLink } from '../tickets/conversation/TranscriptLink';
import { useStoredDrafts } from '../tickets/drafts';
import { Unsent } from '../tickets/Unsent';
import { EmptyState } from '../ui/EmptyState';
import { ErrorState } from '../ui/ErrorState';
import { BackHome } from './BackHome';
import { ChatRequest } from './ChatRequest';
import { Conversation } from './Conversation';
import { useFormats } from './formats';
import { History } from './History';
import { agentNameOf, nameIn } from './names';
import { useArrival } from './places';
import classes from './portal.module.css';
import { historyOf, myRequests, requestById } from './queries';
import { RateHelp } from './RateHelp';
import { Reopen } from './Reopen';
import { Steps } from './Steps';
import { StateIcon, stateOf } from './states';
import { titleOf } from './titles';
import { useMyUnread } from './useMyUnread';
import { Withdraw } from './Withdraw';

/** One request: how it stands, what it needs from the customer, and what happened. */
export function Request({ id }: { id: number }) {
  useStoredDrafts();
  // What the start showed already is shown at once, until it is read anew.
  const listed = useQueryClient()
    .getQueryData(myRequests.queryKey)
    ?.pages.flatMap((page) => page.items)
    .find((each) => each.id === id);
  const request = useQuery({ ...requestById(id), placeholderData: listed });
  const history = useInfiniteQuery(historyOf(id));
  return (
    <Container size="sm" px={0}>
      <Stack gap="lg">
        {request.data?.channel !== 'CHAT' && <BackHome />}
        {request.data ? (
          <Shown request={request.data} events={history.data?.pages.flatMap((page) => page.items)} />
        ) : request.error ? (
          <NotRead problem={request.error} retry={request.refetch} />
        ) : (
          <Unread />
        )}
        {history.hasNextPage && <MoreHistory of={history} />}
      </Stack>
    </Container>
  );
}

function Shown({ request, events }: { request: TicketView; events?: TicketEventView[] }) {
  const { t } = useTranslation('portal');
  const formats = useFormats();
  const title = titleOf(t, request);
  const { total: unread = 0 } = useMyUnread();
  const heading = useArrival();
  useDocumentTitle(`${unread > 0 ? `(${unread}) ` : ''}${stateOf(t, request)}: ${title} · Patchbay`);
  const agentName = agentNameOf(request) ?? nameIn(events, request.agentId);
  const may = (step: TicketView['nextSteps'][number]) => request.nextSteps.includes(step);
  const opensAt = request.details?.opensAt;
  const isSolved = request.status === 'RESOLVED' || request.status === 'CLOSED';
  if (request.channel === 'CHAT') {
    return <ChatRequest request={request} events={events} agentName={agentName} />;
  }
  return (
    <>
      <div>
        <Title order={1} size="h2" ref={heading} tabIndex={-1} className={classes.heading}>
          {title}
        </Title>
        <Text c="dimmed">
          {t('request', { id: request.id })}
          {request.orderNumber && ` · ${t('orderNumber', { number: request.orderNumber })}`}
          {request.reason && ` · ${t(`reason.${request.reason}`)}`}
          {' · '}
          {formats.moment(request.openedAt)}
        </Text>
      </div>
      <Card withBorder p="lg" component="section" aria-label={t('howItStands')}>
        <Stack gap="lg">
          <Group wrap="nowrap" gap="md" align="start">
            <StateIcon status={request.status} size={52} />
            <div>
              <Text
                size="lg"
                fw={600}
                id="state"
                tabIndex={-1}
                className={classes.heading}
                data-testid="state"
                data-status={request.status}
              >
                {stateOf(t, request, agentName)}
              </Text>
              <Text c="dimmed">
                {opensAt ? t('closedHint', { date: formats.moment(opensAt) }) : t(hintOf(request))}
              </Text>
            </div>
          </Group>
          {request.status !== 'CANCELLED' && <Steps status={request.status} />}
        </Stack>
      </Card>
      {!may('REOPEN') && <Unsent ticketId={request.id} kind="reopen" />}
      {isSolved && <RateHelp request={request} />}
      {may('REOPEN') && <Reopen request={request} />}
      <div>
        <Title order={2} size="h4" mb="sm" id="conversation">
          {t('conversation')}
        </Title>
        <Conversation request={request} events={events} />
      </div>
      <section aria-labelledby="history">
        <Title order={2} size="h4" mb="sm" id="history">
          {t('history')}
        </Title>
        {events ? <History request={request} events={events} /> : <Skeleton h={120} radius="md" />}
        <TranscriptLink conversationId={request.conversationId} />
      </section>
      {may('CANCEL') && <Withdraw request={request} />}
    </>
  );
}

function MoreHistory({ of }: { of: { isFetchingNextPage: boolean; fetchNextPage(): unknown } }) {
  const { t } = useTranslation('common');
  return (
    <Button variant="default" loading={of.isFetchingNextPage} onClick={() => of.fetchNextPage()}>
      {t('more')}
    </Button>
  );
}

function Unread() {
  const { t } = useTranslation('common');
  return (
    <Stack role="status" aria-label={t('loading')}>
      <Skeleton h={36} w="70%" radius="md" />
      <Skeleton h={160} radius="md" />
      <Skeleton h={120} radius="md" />
    </Stack>
  );
}

function NotRead({ problem, retry }: { problem: Error; retry(): unknown }) {
  const { t } = useTranslation('portal');
  const isNowhere = problem instanceof Problem && [400, 404].includes(problem.status);
  return isNowhere ? (
    <EmptyState
      icon={<IconMoodConfuzed size={40} stroke={1.4} aria-hidden />}
      title={
        <Title order={1} size="h3">
          {t('notFound')}
        </Title>
      }
      hint={t('notFoundHint')}
    />
  ) : (
    <ErrorState problem={problem} retry={retry} />
  );
}

/** A caller waits on the line; others need not wait. */
function hintOf({ channel, status }: TicketView) {
  const waits = status === 'OPEN' || status === 'OFFERED';
  return waits && calls.has(channel) ? ('callHint' as const) : (`hint.${status}` as const);
}
