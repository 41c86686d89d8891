import { notifications } from '@mantine/notifications';
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api, data, Problem } from '../api/client';
import { keys } from '../api/keys';
import type { OfferView } from '../api/schema';
import { showProblem } from '../app/problems';
import { i18n } from '../app/words';
import { accepted } from '../calls/accepted';
import { ticketQuery } from '../tickets';
import { offersQuery } from './queries';

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
        accepted.add(answer.ticketId);
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
      for (const key of [keys.offers, keys.tickets.root, keys.myAgent, keys.ticket(offer.ticketId)]) {
        void client.invalidateQueries({ queryKey: key });
      }
    },
  });
}

export type Answer = ReturnType<typeof useAnswer>;

export function isAnswering(answer: Answer, offer: OfferView): boolean {
  return answer.isPending && answer.variables.offer.id === offer.id;
}
