import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/client';
import { keys } from '../api/keys';
import type { TicketView } from '../api/schema';
import { messageOf } from '../app/problems';
import { useMe } from '../app/session';
import { useTicket } from '../tickets';
import { saveDraft } from '../tickets/drafts';
import { type Destination, transfer } from './steps';
import { TransferForm } from './TransferForm';

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
  const { t } = useTranslation('transfer');
  const me = useMe();
  const client = useQueryClient();
  const ticket = useTicket(id).data;
  const mutation = useMutation({
    mutationFn: async ({ to, note }: { to: Destination; note: string; name: string }) => {
      if (ticket) {
        await transfer(ticket, to, note);
      }
    },
    onSuccess: (_, { name }) => {
      saveDraft(me.id, id, 'transfer', '');
      if (ticket) {
        onDone(ticket, name);
      }
    },
    onMutate: onStart,
    // Told in place.
    onError: onFailed,
    onSettled: () => {
      for (const key of [keys.ticket(id), keys.tickets.root, keys.agents.root, keys.myAgent]) {
        void client.invalidateQueries({ queryKey: key });
      }
    },
  });
  return (
    <TransferForm
      title={t('transferTitle', { id })}
      about={id}
      queueId={ticket?.queueId}
      problem={mutation.error ? told(mutation.error, t) : undefined}
      disabled={!ticket}
      loading={mutation.isPending}
      onSubmit={(to, note, name) => mutation.mutate({ to, note, name })}
      onClose={onClose}
    />
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
