import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { OpenMenu } from '../ui/OpenMenu';
import './further.words';
import type { Kind } from './steps';

interface Props {
  steps: Kind[];
  /** Whether the ticket can be snoozed, merged and split. */
  further: boolean;
  button: HTMLElement;
  onChoose: (step: Kind) => void;
  onAsk: (what: 'snooze' | 'merge' | 'split') => void;
  onClose: () => void;
}

/** What is seldom done with a ticket. */
export default function MoreSteps({ steps, further, button, onChoose, onAsk, onClose }: Props) {
  const { t } = useTranslation('desk');
  return (
    <OpenMenu button={button} label={t('moreSteps')} position="top-end" onClose={onClose}>
      {further &&
        (['snooze', 'merge', 'split'] as const).map((what) => (
          <Menu.Item key={what} onClick={() => onAsk(what)}>
            {t(`further:${what}`)}
          </Menu.Item>
        ))}
      {steps.map((step) => (
        <Menu.Item key={step} onClick={() => onChoose(step)}>
          {t(`kind.${step}`)}
        </Menu.Item>
      ))}
    </OpenMenu>
  );
}
