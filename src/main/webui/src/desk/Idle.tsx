import { Button, Stack, Text } from '@mantine/core';
import { IconHeadset } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AgentView } from '../api/schema';
import classes from './Desk.module.css';

/** On the list where nothing is in hand: what to do about it. */
export function NothingHeld({
  agent,
  onAvailable,
}: {
  agent: AgentView | undefined;
  onAvailable: () => void;
}) {
  const { t } = useTranslation('desk');
  const there = agent === undefined || agent.presence === 'AVAILABLE';
  return (
    <Stack gap={6} align="start" px="xs" py={4}>
      <Text size="sm" className={classes.dim}>
        {t(there ? 'nothingHeld' : 'notAvailable')}
      </Text>
      {!there && (
        <Button size="compact-sm" onClick={onAvailable}>
          {t('becomeAvailable')}
        </Button>
      )}
    </Stack>
  );
}

/** Where a ticket will be. */
export function Rest({ agent }: { agent: AgentView | undefined }) {
  const { t } = useTranslation('desk');
  return (
    <Stack align="center" justify="center" gap="xs" h="100%" p="xl" ta="center">
      <IconHeadset size={40} stroke={1.4} className={classes.dim} aria-hidden />
      <Text fw={600}>{t('restTitle')}</Text>
      <Text size="sm" className={classes.dim} maw={360}>
        {t(agent?.presence === 'AVAILABLE' ? 'restAvailable' : 'restAway')}
      </Text>
    </Stack>
  );
}
