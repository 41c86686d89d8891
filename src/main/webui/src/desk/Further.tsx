import { Radio, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data, newKey } from '../api/client';
import { keys } from '../api/keys';
import type { TicketView } from '../api/schema';
import { dateFormat } from '../app/dates';
import { queuesQuery } from '../tickets';
import type { Messages } from '../tickets/conversation/messages';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import './further.words';
import { liveOfCustomerQuery } from './queries';
import { nextMonday, soon, tomorrow, YEAR } from './snoozes';
import type { Kind } from './steps';

/** What is done with a ticket beside its usual steps. */
export type Asked = { what: 'snooze' | 'merge' } | { what: 'split'; message?: number };

interface Props {
  asked: Asked;
  ticket: TicketView;
  onClose: () => void;
  onKind: (kind: Kind) => void;
  onStart: (kind: Kind) => void;
  onFailed: () => void;
  onSent: (ticket: TicketView, kind: Kind, said?: string) => void;
  onSaid: (said: string) => void;
}

/** Asks what must be said before a ticket is snoozed, merged or split. */
export default function Further(props: Props) {
  switch (props.asked.what) {
    case 'snooze':
      return <Snooze {...props} />;
    case 'merge':
      return <Merge {...props} />;
    case 'split':
      return <Split {...props} message={props.asked.message} />;
  }
}

function Snooze({ ticket, onClose, onKind, onStart, onFailed, onSent }: Props) {
  const { t, i18n } = useTranslation('further');
  const refresh = useRefresh();
  const [now] = useState(() => new Date());
  const [choice, setChoice] = useState('hour');
  const [typed, setTyped] = useState('');
  const times: Record<string, Date> = { hour: soon(now), tomorrow: tomorrow(now), monday: nextMonday(now) };
  const until = choice === 'chosen' ? (typed ? new Date(typed) : undefined) : times[choice];
  const inTime = until !== undefined && until > now && until.getTime() < now.getTime() + YEAR;
  const asks = choice === 'asked';
  const said = (time: Date) =>
    dateFormat(i18n.language, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      timeStyle: undefined,
      hour: 'numeric',
      minute: '2-digit',
    }).format(time);
  const snooze = async () => {
    if (asks || !until) {
      onKind('pend');
      return;
    }
    onStart('pend');
    try {
      const changed = await data(
        api.POST('/api/v1/tickets/{id}/pend', {
          params: { path: { id: ticket.id }, header: { 'If-Match': `"${ticket.version}"` } },
          body: { until: until.toISOString() },
        }),
      );
      onSent(changed, 'pend', t('snoozed', { id: ticket.id, time: said(until) }));
    } catch (problem) {
      onFailed();
      throw problem;
    } finally {
      refresh(ticket.id);
    }
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('snoozeTitle', { id: ticket.id })}
      text={
        <Stack gap="sm">
          <Text size="sm">{t('snoozeText')}</Text>
          <Radio.Group
            label={t('until')}
            description={t('zone', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}
            value={choice}
            onChange={setChoice}
          >
            <Stack gap="xs" mt="xs">
              {Object.entries(times).map(([each, time]) => (
                <Radio key={each} value={each} label={t(each, { time: said(time) })} />
              ))}
              <Radio value="chosen" label={t('chosen')} />
              <Radio value="asked" label={t('asked')} />
            </Stack>
          </Radio.Group>
          {choice === 'chosen' && (
            <TextInput
              type="datetime-local"
              label={t('time')}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              error={typed && !inTime ? t('wrongTime') : undefined}
              required
            />
          )}
        </Stack>
      }
      confirm={t(asks ? 'askDo' : 'snoozeDo')}
      danger={false}
      ready={asks || inTime}
      run={snooze}
    />
  );
}

function Merge({ ticket, onClose, onStart, onFailed, onSent, onSaid }: Props) {
  const { t } = useTranslation('further');
  const refresh = useRefresh();
  const [chosen, setChosen] = useState<string | null>(null);
  const stays = ticket.orderNumber != null;
  const others = useQuery(liveOfCustomerQuery(ticket.customerId)).data?.items.filter(
    (other) => other.id !== ticket.id && !(stays && other.orderNumber != null),
  );
  const merge = async () => {
    const other = Number(chosen);
    const [from, into] = stays ? [other, ticket.id] : [ticket.id, other];
    if (!stays) {
      onStart('cancel');
    }
    try {
      const ended = await data(
        api.POST('/api/v1/tickets/{id}/merge', { params: { path: { id: from } }, body: { into } }),
      );
      const said = t('merged', { id: from, into });
      if (stays) {
        onSaid(said);
      } else {
        onSent(ended, 'cancel', said);
      }
    } catch (problem) {
      if (!stays) {
        onFailed();
      }
      throw problem;
    } finally {
      refresh(from, into);
    }
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('mergeTitle', { id: ticket.id })}
      text={
        <Stack gap="sm">
          <Text size="sm">{t(stays ? 'mergeOrderText' : 'mergeText')}</Text>
          <Choice
            label={t('mergeWith')}
            none={t('noOthers')}
            value={chosen}
            onChange={setChosen}
            items={others?.map((other) => ({
              value: String(other.id),
              label: (
                <>
                  #{other.id} · {t(`tickets:channel.${other.channel}`)} ·{' '}
                  {t(`tickets:status.${other.status}`)}
                  {other.orderNumber && ` · ${other.orderNumber}`}
                </>
              ),
              text: other.note,
            }))}
          />
        </Stack>
      }
      confirm={t('mergeDo')}
      ready={chosen !== null}
      run={merge}
    />
  );
}

function Split({ ticket, message, onClose, onSaid }: Props & { message: number | undefined }) {
  const { t } = useTranslation('further');
  const client = useQueryClient();
  const refresh = useRefresh();
  const [key] = useState(newKey);
  const [queue, setQueue] = useState<string | null>(null);
  const queues = useQuery(queuesQuery);
  const known = client.getQueryData<Messages>(keys.conversation(ticket.conversationId, 'messages'));
  const theirs = known?.items.filter(({ author, text }) => author.customer && text != null).toReversed();
  const [chosen, setChosen] = useState<string | null>(message === undefined ? null : String(message));
  const split = async () => {
    const part = await data(
      api.POST('/api/v1/tickets/{id}/split', {
        params: { path: { id: ticket.id }, header: { 'Idempotency-Key': key } },
        body: { message: Number(chosen), ...(queue && { queueId: Number(queue) }) },
      }),
    );
    refresh(ticket.id);
    onSaid(t('wasSplit', { id: part.id }));
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('splitTitle', { id: ticket.id })}
      text={
        <Stack gap="sm">
          <Text size="sm">{t('splitText')}</Text>
          <Choice
            label={t('which')}
            none={t('none')}
            value={chosen}
            onChange={setChosen}
            items={theirs
              ?.filter(({ number }) => message === undefined || number === message)
              .slice(0, 10)
              .map(({ number, text }) => ({ value: String(number), label: text }))}
          />
          <Select
            label={t('queue')}
            placeholder={t('byPolicy')}
            data={queues.data?.map(({ id, name }) => ({ value: String(id), label: name })) ?? []}
            value={queue}
            onChange={setQueue}
            clearable
            searchable
          />
        </Stack>
      }
      confirm={t('splitDo')}
      danger={false}
      ready={chosen !== null}
      run={split}
    />
  );
}

interface Item {
  value: string;
  label: ReactNode;
  text?: string | null | undefined;
}

/** One of several things, each told in a line or two. */
function Choice({
  label,
  none,
  items,
  value,
  onChange,
}: {
  label: string;
  none: string;
  items: Item[] | undefined;
  value: string | null;
  onChange: (value: string) => void;
}) {
  if (items?.length === 0) {
    return <Text size="sm">{none}</Text>;
  }
  return (
    <Radio.Group label={label} value={value} onChange={onChange}>
      <Stack gap="xs" mt="xs">
        {items?.map((item) => (
          <Radio
            key={item.value}
            value={item.value}
            label={
              <Text span size="sm" lineClamp={2} dir="auto">
                {item.label}
              </Text>
            }
            description={
              item.text && (
                <Text span size="xs" lineClamp={1} dir="auto">
                  {item.text}
                </Text>
              )
            }
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function useRefresh() {
  const client = useQueryClient();
  return (...ids: number[]) => {
    for (const key of [...ids.map((id) => keys.ticket(id)), keys.tickets.root, keys.myAgent]) {
      void client.invalidateQueries({ queryKey: key });
    }
  };
}
