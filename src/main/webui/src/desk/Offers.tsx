import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferView } from '../api/schema';
import { useBusy } from '../parts/quiet';
import { customerQuery, useTicket } from '../tickets';
import { type Answer, isAnswering } from './answers';
import classes from './Offers.module.css';
import { OfferCard } from './parts';
import { usePreference } from './preferences';
import { notify, useBlinking, useRinging } from './ringing';

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
