import { Button, Group, Paper, RingProgress, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { IconBellRinging, IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferView } from '../api/schema';
import { ChannelIcon, CustomerName, PriorityBadge, QueueName, useSecondsUntil, useTicket } from '../tickets';
import { KeyHint } from '../ui/KeyNames';
import type { Answer } from './answers';
import classes from './Offers.module.css';

/** What is offered, how long still, and the answers to it. */
export default function OfferCard({
  offer,
  first,
  busy,
  answer,
  declining,
  onDecline,
}: {
  offer: OfferView;
  first: boolean;
  busy: boolean;
  answer: Answer;
  declining: boolean;
  onDecline: (offerId: number | undefined) => void;
}) {
  const { t } = useTranslation('desk');
  const ticket = useTicket(offer.ticketId).data;
  const [reason, setReason] = useState('');
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
            rightSection={first && <KeyHint name="A" visibleFrom="sm" />}
            loading={busy && answer.variables?.accept}
            disabled={busy}
            onClick={() => answer.mutate({ offer, accept: true })}
          >
            {t('accept')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconX size={16} />}
            rightSection={first && <KeyHint name="D" visibleFrom="sm" />}
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
