import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { OpenMenu } from '../ui/OpenMenu';
import type { Kind } from './steps';

interface Props {
  steps: Kind[];
  button: HTMLElement;
  onChoose: (step: Kind) => void;
  onClose: () => void;
}

/** What is seldom done with a ticket. */
export default function MoreSteps({ steps, button, onChoose, onClose }: Props) {
  const { t } = useTranslation('desk');
  return (
    <OpenMenu button={button} label={t('moreSteps')} position="top-end" onClose={onClose}>
      {steps.map((step) => (
        <Menu.Item key={step} onClick={() => onChoose(step)}>
          {t(`kind.${step}`)}
        </Menu.Item>
      ))}
    </OpenMenu>
  );
}
