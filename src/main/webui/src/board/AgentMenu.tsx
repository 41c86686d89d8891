import { Menu } from '@mantine/core';
import { IconTicket, IconUserCog } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AgentStatusRow } from '../api/schema';
import { OpenMenu } from '../ui/OpenMenu';
import type { Opened } from '../ui/rowMenu';

interface Props {
  opened: Opened<AgentStatusRow>;
  onChange: (agent: AgentStatusRow) => void;
  onClose: () => void;
}

/** What can be done about an agent. */
export default function AgentMenu({ opened: { of: agent, button }, onChange, onClose }: Props) {
  const { t } = useTranslation('board');
  const navigate = useNavigate();
  return (
    <OpenMenu button={button} label={t('actionsOf', { name: agent.name })} width={260} onClose={onClose}>
      <Menu.Item leftSection={<IconUserCog size={16} />} onClick={() => onChange(agent)}>
        {t('changePresence')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconTicket size={16} />}
        onClick={() => void navigate({ to: '/tickets', search: { agent: agent.id } as never })}
      >
        {t('showHeld')}
      </Menu.Item>
    </OpenMenu>
  );
}
