import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../../api/schema';
import { KeyNames } from '../../ui/KeyNames';
import { OpenMenu } from '../../ui/OpenMenu';
import type { Opened } from '../../ui/rowMenu';
import { actIcons } from './actIcons';
import { type Act, type Asked, allows, labelOf, letterOf } from './acts';
import './words';

interface Props {
  opened: Opened<TicketView>;
  acts: readonly Act[];
  onOpen: (id: number) => void;
  onAct: (asked: Asked) => void;
  onClose: () => void;
}

/** What can be done with a ticket, and which keys do it. */
export function TicketMenu({ opened: { of: ticket, button }, acts, onOpen, onAct, onClose }: Props) {
  const { t } = useTranslation('steering');
  return (
    <OpenMenu button={button} label={t('actionsOfTicket', { id: ticket.id })} width={260} onClose={onClose}>
      <Menu.Item onClick={() => onOpen(ticket.id)}>{t('open')}</Menu.Item>
      <Menu.Divider />
      {acts.map((act) => {
        const Icon = actIcons[act];
        return (
          <Menu.Item
            key={act}
            leftSection={<Icon size={16} />}
            rightSection={<KeyNames keys={letterOf[act] ?? ''} />}
            disabled={!allows(ticket, act)}
            onClick={() => onAct({ act, tickets: [ticket] })}
          >
            {t(labelOf(act))}
          </Menu.Item>
        );
      })}
    </OpenMenu>
  );
}
