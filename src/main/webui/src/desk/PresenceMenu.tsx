import { Group, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AgentView, PresenceReasonView } from '../api/schema';
import { PresenceDot } from '../tickets';
import { OpenMenu } from '../ui/OpenMenu';
import overlay from './overlay.module.css';
import type { PresenceChoice } from './PresenceSwitch';

interface Props {
  agent: AgentView;
  reasons: PresenceReasonView[] | undefined;
  button: HTMLElement;
  onChoose: (choice: PresenceChoice) => void;
  onClose: () => void;
}

/** What I can say of whether I take tickets. */
export default function PresenceMenu({ agent, reasons = [], button, onChoose, onClose }: Props) {
  const { t } = useTranslation('desk');
  const choices: { choice: PresenceChoice; label: string }[] = [
    { choice: { presence: 'AVAILABLE' }, label: t('tickets:presence.AVAILABLE') },
    { choice: { presence: 'AWAY' }, label: t('tickets:presence.AWAY') },
    ...reasons.map(({ id, name }) => ({
      choice: { presence: 'AWAY' as const, reasonId: id },
      label: t('awayFor', { reason: name }),
    })),
    { choice: { presence: 'OFFLINE' }, label: t('tickets:presence.OFFLINE') },
  ];
  return (
    <OpenMenu button={button} label={t('myPresence')} className={overlay.overlay} onClose={onClose}>
      <Menu.Label>
        <bdi>{agent.name}</bdi>
        {agent.title && ` · ${agent.title}`}
      </Menu.Label>
      <Menu.Label>{t('load', { load: agent.load, capacity: agent.capacity })}</Menu.Label>
      <Menu.Divider />
      {choices.map(({ choice, label }) => (
        <Menu.RadioItem
          key={label}
          value={label}
          checked={
            choice.presence === agent.presence && (choice.reasonId ?? null) === (agent.reasonId ?? null)
          }
          closeMenuOnClick
          onChange={() => onChoose(choice)}
        >
          <Group gap={8} wrap="nowrap">
            <PresenceDot presence={choice.presence} />
            {choice.presence === 'AVAILABLE' && agent.presence === 'WRAP_UP' ? t('ready') : label}
          </Group>
        </Menu.RadioItem>
      ))}
    </OpenMenu>
  );
}
