import { Button, Card, CopyButton, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../api/schema';
import { useMe } from '../session/session';
import { useDraft } from '../tickets/drafts';
import classes from './portal.module.css';

/** What somebody wrote for a step that can no longer be taken: still there, and to be copied. */
export function Unsent({ request, step }: { request: TicketView; step: 'resume' | 'reopen' }) {
  const { t } = useTranslation('portal');
  const [text, keep] = useDraft(useMe().id, request.id, step);
  return text.trim() === '' ? null : (
    <Card withBorder p="lg" component="section" aria-label={t('unsent')}>
      <Text fw={600}>{t('unsent')}</Text>
      <Text className={classes.text} dir="auto" my="xs">
        {text}
      </Text>
      <Group gap="xs">
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {t(copied ? 'copied' : 'copy')}
            </Button>
          )}
        </CopyButton>
        <Button variant="subtle" color="red" onClick={() => keep('')}>
          {t('discard')}
        </Button>
      </Group>
    </Card>
  );
}
