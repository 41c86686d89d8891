import {
  Badge,
  Button,
  Group,
  Kbd,
  Paper,
  RingProgress,
  Skeleton,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBellRinging, IconCheck, IconX } from '@tabler/icons-react';
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data, Problem } from '../api/client';
import type { OfferView } from '../api/schema';
import { showProblem } from '../app/problems';
import { i18n } from '../app/words';
import {
  ChannelIcon,
  CustomerName,
  customerQuery,
  PriorityBadge,
  QueueName,
  ticketQuery,
  useSecondsUntil,
  useTicket,
} from '../tickets';
import classes from './Offers.module.css';
import { usePreference } from './preferences';
import { offersQuery } from './queries';
import { mayNotify, notify, useBlinking, useRinging } from './ringing';

/** Offers that I answered here, or was told of: no news any more. */
const settled = new Set<number>();

/** Says what became of an offer that is not mine any more. */
async function tellLost(client: QueryClient, offer: OfferView): Promise<void> {
  if (settled.has(offer.id)) {
    return;
  }
  settled.add(offer.id);
  const t = i18n.t;
  try {
    const path = { id: offer.id };
    const [now, ticket] = await Promise.all([
      data(api.GET('/api/v1/offers/{id}', { params: { path } })),
      client.fetchQuery({ ...ticketQuery(offer.ticketId), staleTime: 0 }).catch(() => undefined),
    ]);
    if (now.state === 'ACCEPTED' || now.state === 'DECLINED' || now.state === 'OFFERED') {
      return;
    }
    const status = ticket && t(`desk:lost.now.${ticket.status}`);
    notifications.show({
      color: 'orange',
      autoClose: 12_000,
      title: t('desk:lost.title', { id: offer.ticketId }),
      message: [t(`desk:lost.${now.state}`), status].filter(Boolean).join(' '),
    });
  } catch {
    notifications.show({ color: 'orange', title: t('desk:lost.title', { id: offer.ticketId }), message: '' });
  }
}

export function useOffers() {
  const client = useQueryClient();
  const offers = useQuery(offersQuery).data;
  const before = useRef<OfferView[]>([]);
  useEffect(() => {
    if (offers) {
      const ids = new Set(offers.map((offer) => offer.id));
      for (const offer of before.current) {
        if (!ids.has(offer.id)) {
          void tellLost(client, offer);
        }
      }
      before.current = offers;
    }
  }, [offers, client]);
  return offers ?? [];
}

export function useAnswer(onAccepted: (ticketId: number) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ offer, accept, reason }: { offer: OfferView; accept: boolean; reason?: string }) => {
      settled.add(offer.id);
      const path = { id: offer.id };
      return data(
        accept
          ? api.POST('/api/v1/offers/{id}/accept', { params: { path } })
          : api.POST('/api/v1/offers/{id}/decline', {
              params: { path },
              body: reason ? { reason } : {},
            }),
      );
    },
    onSuccess: async (answer, { accept }) => {
      if (accept) {
        // Who goes on by keys finds a ticket that they may write on.
        await client.fetchQuery({ ...ticketQuery(answer.ticketId), staleTime: 0 }).catch(() => undefined);
        onAccepted(answer.ticketId);
      }
    },
    onError: (problem, { offer }) => {
      settled.delete(offer.id);
      if (problem instanceof Problem && problem.status === 409) {
        void tellLost(client, offer);
      } else {
        showProblem(problem);
      }
    },
    onSettled: (_answer, problem, { offer }) => {
      if (!problem || (problem instanceof Problem && problem.status === 409)) {
        client.setQueryData(offersQuery.queryKey, (all) => all?.filter((each) => each.id !== offer.id));
      }
      for (const key of [['offers'], ['tickets'], ['me', 'agent'], ['ticket', String(offer.ticketId)]]) {
        void client.invalidateQueries({ queryKey: key });
      }
    },
  });
}

interface Props {
  offers: OfferView[];
  answer: ReturnType<typeof useAnswer>;
  declining: number | undefined;
  onDecline: (offerId: number | undefined) => void;
}

/** What I am asked to take, where nobody can overlook it. */
export function Offers({ offers, answer, declining, onDecline }: Props) {
  const { t } = useTranslation('desk');
  const [muted] = usePreference('muted');
  const ringing = offers.length > 0;
  useRinging(ringing && !muted);
  useBlinking(ringing ? t('blink', { count: offers.length }) : undefined);
  return (
    <>
      <div className={classes.announced} role="alert">
        {offers.map((offer) => (
          <Announced key={offer.id} offer={offer} />
        ))}
      </div>
      {ringing && (
        <section aria-label={t('offers')} className={classes.offers}>
          {offers.map((offer, index) => (
            <OfferCard
              key={offer.id}
              offer={offer}
              first={index === 0}
              answer={answer}
              declining={declining === offer.id}
              onDecline={onDecline}
            />
          ))}
        </section>
      )}
    </>
  );
}

/** Told once, also to who looks at another window. */
function Announced({ offer }: { offer: OfferView }) {
  const { t } = useTranslation('desk');
  const ticket = useTicket(offer.ticketId).data;
  const customer = useQuery({
    ...customerQuery(ticket?.customerId ?? 0),
    enabled: ticket !== undefined && !ticket.details?.customerName,
  });
  const name = ticket?.details?.customerName ?? customer.data?.name;
  const told = useRef(false);
  const text =
    ticket && (name || customer.isError)
      ? t('offered', {
          channel: t(`tickets:channel.${ticket.channel}`),
          customer: name ?? `#${ticket.id}`,
        })
      : undefined;
  useEffect(() => {
    if (text && !told.current) {
      told.current = true;
      notify(t('offerTitle'), text, `patchbay-offer-${offer.id}`);
    }
  }, [text, offer.id, t]);
  return text ? <p>{text}</p> : null;
}

function OfferCard({
  offer,
  first,
  answer,
  declining,
  onDecline,
}: {
  offer: OfferView;
  first: boolean;
  answer: Props['answer'];
  declining: boolean;
  onDecline: Props['onDecline'];
}) {
  const { t } = useTranslation('desk');
  const ticket = useTicket(offer.ticketId).data;
  const [reason, setReason] = useState('');
  const busy = answer.isPending && answer.variables.offer.id === offer.id;
  return (
    <Paper withBorder p="sm" className={classes.card} data-testid={`offer-${offer.id}`}>
      <Group gap="md" wrap="nowrap" align="center" className={classes.line}>
        <Countdown offer={offer} />
        <Stack gap={2} className={classes.what}>
          <Group gap="xs">
            <IconBellRinging size={16} aria-hidden className={classes.bell} />
            {ticket ? (
              <>
                <Text fw={650} truncate>
                  <CustomerName ticket={ticket} />
                </Text>
                <PriorityBadge priority={ticket.priority} />
              </>
            ) : (
              <Skeleton h={18} w={160} />
            )}
          </Group>
          {ticket && (
            <Text size="sm" className={classes.facts} component="div">
              <span className={classes.channel}>
                <ChannelIcon channel={ticket.channel} />
                <span aria-hidden>{t(`tickets:channel.${ticket.channel}`)}</span>
              </span>
              <QueueName ticket={ticket} />
              <span>#{ticket.id}</span>
              {ticket.reason && <span>{t(`tickets:reason.${ticket.reason}`)}</span>}
              {ticket.orderNumber && <span>{ticket.orderNumber}</span>}
            </Text>
          )}
          {ticket?.note && (
            <Text size="sm" lineClamp={1} dir="auto" className={classes.dim}>
              {ticket.note}
            </Text>
          )}
        </Stack>
        <Group gap="xs" className={classes.buttons}>
          <Button
            leftSection={<IconCheck size={16} />}
            rightSection={first && <Key>A</Key>}
            loading={busy && answer.variables.accept}
            disabled={busy}
            onClick={() => answer.mutate({ offer, accept: true })}
          >
            {t('accept')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconX size={16} />}
            rightSection={first && <Key>D</Key>}
            disabled={busy}
            aria-expanded={declining}
            onClick={() => onDecline(declining ? undefined : offer.id)}
          >
            {t('decline')}
          </Button>
        </Group>
      </Group>
      {declining && (
        <form
          className={classes.reason}
          onSubmit={(event) => {
            event.preventDefault();
            answer.mutate({ offer, accept: false, reason: reason.trim() });
            onDecline(undefined);
          }}
        >
          <TextInput
            label={t('declineReason')}
            description={t('declineHint')}
            value={reason}
            maxLength={4000}
            onChange={(event) => setReason(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Escape' && onDecline(undefined)}
            data-autofocus
            ref={focusOnce}
            className={classes.grow}
          />
          <Button type="submit" color="red" variant="light" className={classes.refuse}>
            {t('decline')}
          </Button>
        </form>
      )}
    </Paper>
  );
}

function Key({ children }: { children: string }) {
  return (
    <Kbd size="xs" visibleFrom="sm" aria-hidden>
      {children}
    </Kbd>
  );
}

function focusOnce(input: HTMLInputElement | null) {
  input?.focus();
}

function Countdown({ offer }: { offer: OfferView }) {
  const { t } = useTranslation('desk');
  const whole = Math.max(1, Math.round((Date.parse(offer.expiresAt) - Date.parse(offer.offeredAt)) / 1000));
  // A clock of ours that is slow must not promise more than there is.
  const left = Math.min(whole, useSecondsUntil(offer.expiresAt));
  const urgent = left <= 5;
  return (
    <RingProgress
      size={64}
      thickness={6}
      roundCaps
      aria-hidden={false}
      role="timer"
      aria-label={t('secondsLeft', { count: left })}
      sections={[{ value: Math.min(100, (left / whole) * 100), color: urgent ? 'red' : 'teal' }]}
      label={
        <Text ta="center" fw={700} size="lg" className={classes.seconds}>
          {left}
        </Text>
      }
    />
  );
}

/** Asks the browser, on a click and never by itself, whether it may tell of offers. */
export function NotifyButton() {
  const { t } = useTranslation('desk');
  const [permission, setPermission] = useState(mayNotify);
  if (permission === 'granted' || permission === 'impossible') {
    return null;
  }
  if (permission === 'denied') {
    return (
      <Badge variant="default" className={classes.plain}>
        {t('notifyDenied')}
      </Badge>
    );
  }
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      leftSection={<IconBellRinging size={14} />}
      onClick={() => void Notification.requestPermission().then(setPermission)}
    >
      {t('notifyMe')}
    </Button>
  );
}
