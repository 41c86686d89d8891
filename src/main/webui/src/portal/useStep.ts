import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, data, Problem } from '../api/client';
import { keys } from '../api/keys';
import type { TicketView } from '../api/schema';
import { showProblem } from '../app/problems';
import { useMe } from '../app/session';
import { saveDraft } from '../tickets/drafts';
import { requestById } from './queries';
import { tellDone } from './tellDone';

const paths = {
  resume: '/api/v1/tickets/{id}/resume',
  reopen: '/api/v1/tickets/{id}/reopen',
  cancel: '/api/v1/tickets/{id}/cancel',
  close: '/api/v1/tickets/{id}/close',
} as const;

/** A step that the customer takes; says `done` when it is. */
export function useStep(request: TicketView, step: keyof typeof paths, done: string) {
  const { t } = useTranslation(['portal', 'common']);
  const client = useQueryClient();
  const me = useMe();
  const settle = (changed?: TicketView) => {
    if (changed) {
      // The answer to a step does not tell names.
      client.setQueryData(requestById(request.id).queryKey, { ...changed, details: request.details });
    }
    void client.invalidateQueries({ queryKey: keys.ticket(request.id) });
    void client.invalidateQueries({ queryKey: keys.tickets.root });
  };
  return useMutation({
    mutationFn: (note: string) =>
      data(
        api.POST(paths[step], { params: { path: { id: request.id } }, body: { note: note.trim() || null } }),
      ),
    onSuccess: (changed) => {
      saveDraft(me.id, request.id, step, '');
      tellDone(done);
      settle(changed);
      // What was pressed is gone with what it did.
      document.getElementById('state')?.focus();
    },
    onError: (problem) => {
      settle();
      if (problem instanceof Problem && problem.type === 'step-not-allowed') {
        const isLate = step === 'reopen' && problem.details.currentStatus === 'RESOLVED';
        notifications.show({
          color: 'orange',
          message: t(isLate ? 'tooLate' : 'meanwhile'),
          autoClose: 10_000,
          closeButtonProps: { 'aria-label': t('close', { ns: 'common' }) },
        });
      } else {
        showProblem(problem);
      }
    },
  });
}
