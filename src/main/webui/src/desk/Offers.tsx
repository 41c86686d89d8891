import { Badge, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBellRinging } from '@tabler/icons-react';
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data, Problem } from '../api/client';
import type { OfferView } from '../api/schema';
import { showProblem } from '../app/problems';
import { i18n } from '../app/words';
import { useBusy } from '../parts/quiet';
import { customerQuery, ticketQuery, useTicket } from '../tickets';
import classes from './Offers.module.css';
import { OfferCard } from './parts';
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

export type Answer = ReturnType<typeof useAnswer>;

export function isAnswering(answer: Answer, offer: OfferView): boolean {
  return answer.isPending && answer.variables.offer.id === offer.id;
}

interface Props {
  offers: OfferView[];
  answer: Answer;
  declining: number | undefined;
  onDecline: (offerId: number | undefined) => void;
}

/** What I am asked to take, where nobody can overlook it. */
export function Offers({ offers, answer, declining, onDecline }: Props) {
  const { t } = useTranslation('desk');
  const [muted] = usePreference('muted');
  const ringing = offers.length > 0;
  useBusy(ringing);
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
          <Suspense fallback={null}>
            {offers.map((offer, index) => (
              <OfferCard
                key={offer.id}
                offer={offer}
                first={index === 0}
                busy={isAnswering(answer, offer)}
                answer={answer}
                declining={declining === offer.id}
                onDecline={onDecline}
              />
            ))}
          </Suspense>
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
