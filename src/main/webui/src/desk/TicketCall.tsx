import '../calls/words';
import { Button, Group } from '@mantine/core';
import { IconPhone, IconVideoPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keys } from '../api/keys';
import type { CallKind, TicketView } from '../api/schema';
import { showProblem } from '../app/problems';
import { useMe } from '../app/session';
import { join, startOf } from '../calls/calling';
import classes from '../calls/calls.module.css';
import { JoinCall } from '../calls/JoinCall';
import { callKinds, callsOf, liveOf } from '../calls/queries';
import { isHeldBy } from './steps';

/** Ways to call the customer of a ticket, or into the call that goes on. */
export default function TicketCall({ ticket }: { ticket: TicketView }) {
  const { t } = useTranslation('calls');
  const me = useMe();
  const client = useQueryClient();
  const calls = useQuery(callsOf(ticket.id)).data;
  const kinds = useQuery(callKinds).data ?? [];
  const start = useMutation({
    mutationFn: async (kind: CallKind) => {
      const { id } = await startOf(ticket.id, kind);
      await join(id, { camera: kind === 'VIDEO' });
    },
    onError: showProblem,
    onSettled: () => client.invalidateQueries({ queryKey: keys.ticket(ticket.id) }),
  });
  if (!isHeldBy(ticket, me.id)) {
    return (
      <div className={classes.ways}>
        <JoinCall ticket={ticket} />
      </div>
    );
  }
  if (!calls || liveOf(calls) || kinds.length === 0) {
    return null;
  }
  return (
    <Group gap="xs" className={classes.ways}>
      {kinds.includes('VOICE') && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPhone size={14} />}
          loading={start.isPending}
          onClick={() => start.mutate('VOICE')}
        >
          {t('call')}
        </Button>
      )}
      {kinds.includes('VIDEO') && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconVideoPlus size={14} />}
          disabled={start.isPending}
          onClick={() => start.mutate('VIDEO')}
        >
          {t('videoCall')}
        </Button>
      )}
    </Group>
  );
}
