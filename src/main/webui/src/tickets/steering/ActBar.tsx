import { ActionIcon, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../../api/schema';
import { actIcons } from './actIcons';
import { type Act, allows, labelOf } from './acts';
import './words';

interface Props {
  ticket: TicketView;
  acts: readonly Act[];
  onAct: (act: Act) => void;
  /** Whether there is room for words beside the pictures. */
  labels?: boolean;
}

/** The acts on one ticket. */
export function ActBar({ ticket, acts, onAct, labels = true }: Props) {
  const { t } = useTranslation('steering');
  return (
    <Group gap="xs" role="toolbar" aria-label={t('steer')}>
      {acts.map((act) => {
        const Icon = actIcons[act];
        const props = {
          variant: 'default',
          disabled: !allows(ticket, act),
          onClick: () => onAct(act),
        } as const;
        return labels ? (
          <Button key={act} size="xs" leftSection={<Icon size={16} />} {...props}>
            {t(labelOf(act))}
          </Button>
        ) : (
          <ActionIcon key={act} size="md" aria-label={t(labelOf(act))} title={t(labelOf(act))} {...props}>
            <Icon size={16} />
          </ActionIcon>
        );
      })}
    </Group>
  );
}
