import { ActionIcon, Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AgentStatusRow } from '../api/schema';
import { useAgentSteering } from './agentSteering';

/** Gives back one ticket of somebody who is not there. */
export function GiveBackOne({ id }: { id: number }) {
  const { t } = useTranslation('board');
  const steering = useAgentSteering();
  return (
    <ActionIcon
      variant="subtle"
      size="xs"
      title={t('giveBackOne', { id })}
      aria-label={t('giveBackOne', { id })}
      onClick={() => void steering.giveBackOne(id)}
    >
      <IconArrowBackUp size={14} />
    </ActionIcon>
  );
}

/** Gives back all that they hold. */
export function GiveBackAll({ agent }: { agent: AgentStatusRow }) {
  const { t } = useTranslation('board');
  const steering = useAgentSteering();
  return (
    <Button size="compact-xs" variant="default" onClick={() => void steering.giveBack(agent)}>
      {t('giveBackAll')}
    </Button>
  );
}
