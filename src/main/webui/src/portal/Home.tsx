import {
  Box,
  Button,
  Card,
  Container,
  Group,
  SimpleGrid,
  Stack,
  Text,
  Title,
  VisuallyHidden,
} from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconMessage, IconPackage, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderView, TicketView } from '../api/schema';
import { useMe } from '../app/session';
import { usePrefetch } from '../parts/parts';
import { useStoredDrafts } from '../tickets/drafts';
import { hasWords, useSought } from '../tickets/sought';
import { EmptyState } from '../ui/EmptyState';
import { QueryContent } from '../ui/QueryContent';
import { CallButtons } from './callParts';
import { useFormats } from './formats';
import { More } from './More';
import { OrderCard } from './OrderCard';
import { OrderSearch } from './OrderSearch';
import * as later from './parts';
import { ReportReturn } from './parts';
import { useArrival, useLinkTo } from './places';
import classes from './portal.module.css';
import { chatBeginning, isLive, myRequests } from './queries';
import { RequestCard } from './RequestCard';
import { RequestSearch } from './RequestSearch';
import { useLiveByOrder, useMyOrders } from './useMyOrders';
import { useMyUnread } from './useMyUnread';
import { useSpokenChanges } from './useSpokenChanges';

/** Two buttons beside each other on a phone. */
const NARROW = { px: 6, fz: 'sm' } as const;

/** So many requests can be looked through. */
const FEW = 6;

/** The customer's start: what goes on, and what was bought. */
export function Home() {
  const { t } = useTranslation('portal');
  const me = useMe();
  const heading = useArrival();
  const requests = useInfiniteQuery(myRequests);
  const { pages: orders, orders: allOrders, isLong, ...wantedOrder } = useMyOrders();
  const liveByOrder = useLiveByOrder();
  const [typed, setTyped] = useState('');
  const searching = typed.trim() !== '';
  const sought = useSought(typed);
  const [reported, setReported] = useState<OrderView | 'any'>();
  usePrefetch(later);
  useStoredDrafts();

  const allRequests = useMemo(
    () => requests.data?.pages.flatMap((page) => page.items) ?? [],
    [requests.data],
  );
  const live = useMemo(() => inOrderOfNeed(allRequests.filter(isLive)), [allRequests]);
  const done = useMemo(() => allRequests.filter((request) => !isLive(request)), [allRequests]);
  const reportable = allOrders.filter((order) => !liveByOrder.has(order.number));
  const canReport = isLong || reportable.length > 0;
  const report = () => setReported(!isLong && reportable.length === 1 ? reportable[0] : 'any');
  const wanted = live.filter((request) => request.status === 'PENDING').length;
  const chat = live.find(({ channel }) => channel === 'CHAT');
  const { total: unread = 0 } = useMyUnread();
  const spoken = useSpokenChanges(allRequests);
  const news = wanted + unread;
  useDocumentTitle(`${news > 0 ? `(${news}) ` : ''}${t('title')} · Patchbay`);

  return (
    <Container size="md" px={0}>
      <Stack gap="xl">
        <Group justify="space-between" align="end">
          <div>
            <Title order={1} size="h2" ref={heading} tabIndex={-1} className={classes.heading}>
              {t('greeting', { name: me.name })}
            </Title>
            <Text c="dimmed" maw="36rem">
              {t('intro')}
            </Text>
          </div>
          <Group visibleFrom="sm" gap="sm">
            <TalkButton live={chat} />
            <Suspense fallback={null}>
              <CallButtons />
            </Suspense>
            {canReport && (
              <Button size="md" leftSection={<IconPlus size={18} aria-hidden />} onClick={report}>
                {t('report')}
              </Button>
            )}
          </Group>
        </Group>
        <VisuallyHidden role="status">{spoken}</VisuallyHidden>
        {(searching || allRequests.length > FEW) && (
          <Box maw="24rem">
            <RequestSearch typed={typed} onType={setTyped} />
          </Box>
        )}
        {searching && (
          <Part title={t('requestsFound')}>
            <QueryContent
              query={{ data: sought.tickets, error: sought.problem, refetch: sought.refetch }}
              rows={2}
              height={88}
            >
              {(found) =>
                found.length > 0 ? (
                  <Requests requests={found} />
                ) : (
                  <Text c="dimmed" role="status">
                    {t(hasWords(typed) ? 'noRequestFound' : 'noRequestOfSigns')}
                  </Text>
                )
              }
            </QueryContent>
          </Part>
        )}
        <QueryContent query={requests} rows={2} height={88}>
          {() =>
            !searching &&
            live.length > 0 && (
              <Part title={t('requestsNow')}>
                <Requests requests={live} />
              </Part>
            )
          }
        </QueryContent>
        <Part title={t('orders')}>
          {isLong && (
            <Box mb="sm" maw="24rem">
              <OrderSearch typed={wantedOrder.typed} onType={wantedOrder.setTyped} />
            </Box>
          )}
          <QueryContent query={orders} rows={3} height={88}>
            {() =>
              allOrders.length > 0 ? (
                <SimpleGrid component="ul" cols={{ base: 1, xs: 2, md: 3 }} p={0} m={0}>
                  {allOrders.map((order) => (
                    <OrderCard
                      key={order.id}
                      order={order}
                      live={liveByOrder.get(order.number)}
                      onReport={setReported}
                    />
                  ))}
                </SimpleGrid>
              ) : isLong ? (
                <Text c="dimmed">{t('noOrderFound')}</Text>
              ) : (
                <Card withBorder py="xl">
                  <EmptyState
                    icon={<IconPackage size={40} stroke={1.4} aria-hidden />}
                    title={t('noOrders')}
                    hint={t('noOrdersHint')}
                  />
                </Card>
              )
            }
          </QueryContent>
          <More of={orders} />
        </Part>
        {!searching && done.length > 0 && (
          <Part title={t('requestsDone')}>
            <Requests requests={done} />
          </Part>
        )}
        {!searching && <More of={requests} />}
        <Box className={classes.sticky} hiddenFrom="sm">
          <Group gap="xs" grow wrap="nowrap" preventGrowOverflow={false}>
            <TalkButton live={chat} narrow />
            <Suspense fallback={null}>
              <CallButtons narrow />
            </Suspense>
            {canReport && (
              <Button size="md" {...NARROW} leftSection={<IconPlus size={18} aria-hidden />} onClick={report}>
                {t('report')}
              </Button>
            )}
          </Group>
        </Box>
      </Stack>
      <Suspense>
        {reported && (
          <ReportReturn
            order={reported === 'any' ? undefined : reported}
            onClose={() => setReported(undefined)}
          />
        )}
      </Suspense>
    </Container>
  );
}

/** To the chat that goes on, or to where one begins. */
function TalkButton({ live, narrow = false }: { live: TicketView | undefined; narrow?: boolean }) {
  const { t } = useTranslation('portal');
  const link = useLinkTo(live?.id ?? 'chat');
  const beginning = useQuery(chatBeginning).data;
  if (!live && beginning?.now === 'CLOSED') {
    return beginning.opensAt ? <ChatOpens at={beginning.opensAt} /> : null;
  }
  return (
    <Button
      component="a"
      {...link}
      variant="default"
      size="md"
      {...(narrow && NARROW)}
      leftSection={<IconMessage size={18} aria-hidden />}
    >
      {t(live ? 'talkOn' : 'talk')}
    </Button>
  );
}

function ChatOpens({ at }: { at: string }) {
  const { t } = useTranslation('portal');
  const formats = useFormats();
  return (
    <Text size="sm" c="dimmed" style={{ alignSelf: 'center' }} data-testid="chat-opens">
      {t('talkOpens', { date: formats.moment(at) })}
    </Text>
  );
}

/** What waits for the customer comes first. */
function inOrderOfNeed(requests: TicketView[]): TicketView[] {
  const need = (request: TicketView) => Number(request.status === 'PENDING');
  return requests.toSorted((one, other) => need(other) - need(one));
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      {children}
    </section>
  );
}

function Requests({ requests }: { requests: TicketView[] }) {
  const { of } = useMyUnread();
  return (
    <Stack component="ul" gap="sm" p={0} m={0} className={classes.history}>
      {requests.map((request) => (
        <li key={request.id}>
          <RequestCard request={request} unread={of(request)} />
        </li>
      ))}
    </Stack>
  );
}
