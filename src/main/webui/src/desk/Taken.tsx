import { Alert } from '@mantine/core';
import { IconHandOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../api/schema';
import { AgentName } from '../tickets';
import overlay from './overlay.module.css';

/** Who has a ticket that was taken away from me. */
export default function Taken({ ticket }: { ticket: TicketView }) {
  const { t } = useTranslation('desk');
  return (
    <Alert
      color="orange"
      classNames={{ title: overlay.warning }}
      icon={<IconHandOff size={18} />}
      role="alert"
      title={t('taken')}
      radius={0}
      style={{ flex: 'none' }}
      data-testid="taken"
    >
      {ticket.agentId != null && ticket.status === 'IN_PROGRESS' ? (
        <>
          {t('takenNow')} <AgentName ticket={ticket} />.
        </>
      ) : (
        t('takenStatus', { status: t(`tickets:status.${ticket.status}`) })
      )}
    </Alert>
  );
}
