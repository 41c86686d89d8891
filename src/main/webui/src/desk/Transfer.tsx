import { Alert, Button, Group, Modal, SegmentedControl, Select, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/client';
import type { TicketView } from '../api/schema';
import { messageOf } from '../app/problems';
import { useMe } from '../session/session';
import { queuesQuery, useTicket } from '../tickets';
import { useDraft } from '../tickets/drafts';
import overlay from './overlay.module.css';
import { agentsOnDutyQuery } from './queries';
import { type Destination, transfer } from './steps';

/** Hands a ticket on to another queue, or to an agent who is there. */
export default function Transfer({
  id,
  onClose,
  onStart,
  onFailed,
  onDone,
}: {
  id: number;
  onClose: () => void;
  onStart: () => void;
  onFailed: () => void;
  onDone: (ticket: TicketView, to: string) => void;
}) {
  const { t } = useTranslation('desk');
  const me = useMe();
  const client = useQueryClient();
  const ticket = useTicket(id).data;
  const [kind, setKind] = useState<'queue' | 'agent'>('queue');
  const [chosen, setChosen] = useState<string | null>(null);
  const [note, setNote] = useDraft(me.id, id, 'transfer');
  const queues = useQuery(queuesQuery);
  const agents = useQuery({ ...agentsOnDutyQuery, enabled: kind === 'agent' });
  const options =
    kind === 'queue'
      ? queues.data
          ?.filter((queue) => queue.id !== ticket?.queueId)
          .map((queue) => ({ value: String(queue.id), label: queue.name }))
      : agents.data
          ?.filter((agent) => agent.id !== me.id)
          .map((agent) => ({
            value: String(agent.id),
            label: `${agent.name} (${t('load', { load: agent.load, capacity: agent.capacity })})`,
            disabled: agent.load >= agent.capacity,
          }));
  const mutation = useMutation({
    mutationFn: async () => {
      const to: Destination = kind === 'queue' ? { queueId: Number(chosen) } : { agentId: Number(chosen) };
      if (ticket) {
        await transfer(ticket, to, note.trim());
      }
    },
    onSuccess: () => {
      setNote('');
      if (ticket) {
        onDone(ticket, options?.find((option) => option.value === chosen)?.label ?? '');
      }
    },
    onMutate: onStart,
    // Told in place.
    onError: onFailed,
    onSettled: () => {
      for (const key of [['ticket', String(id)], ['tickets'], ['agents'], ['me', 'agent']]) {
        void client.invalidateQueries({ queryKey: key });
      }
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('transferTitle', { id })}
      classNames={{ content: overlay.overlay }}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen) {
            mutation.mutate();
          }
        }}
      >
        <Stack>
          <SegmentedControl
            aria-label={t('transferTo')}
            value={kind}
            onChange={(next) => {
              setKind(next as 'queue' | 'agent');
              setChosen(null);
            }}
            data={[
              { value: 'queue', label: t('toQueue') },
              { value: 'agent', label: t('toAgent') },
            ]}
          />
          <Select
            key={kind}
            label={t(kind === 'queue' ? 'toQueue' : 'toAgent')}
            placeholder={t('choose')}
            data={options ?? []}
            value={chosen}
            onChange={setChosen}
            searchable
            required
            data-autofocus
            nothingFoundMessage={t(kind === 'queue' ? 'noQueues' : 'noAgents')}
            comboboxProps={{ withinPortal: true }}
          />
          <Textarea
            label={t('transferNote')}
            description={t('transferHint')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            autosize
            minRows={3}
            maxRows={8}
            maxLength={2000}
          />
          {mutation.error && (
            <Alert color="orange" role="alert">
              <Text size="sm">{told(mutation.error, t)}</Text>
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={!chosen || !ticket} loading={mutation.isPending}>
              {t('transfer')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function told(problem: Error, t: (key: string) => string): string {
  switch (problem instanceof Problem ? problem.status : undefined) {
    case 403:
      return t('transferForbidden');
    case 412:
      return t('transferChanged');
    default:
      return messageOf(problem);
  }
}
