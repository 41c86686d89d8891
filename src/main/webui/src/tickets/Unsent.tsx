import { Button, CopyButton, Group, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../app/session';
import { useDraft } from './drafts';
import classes from './Unsent.module.css';
import './unsent.words';

interface Props {
  ticketId: number;
  /** The kind of the draft. */
  kind: string;
  /** What it was written for, where that may be several things. */
  wasFor?: string;
}

/** What somebody wrote for a step that can no longer be taken: still there, and to be copied. */
export function Unsent({ ticketId, kind, wasFor }: Props) {
  const { t } = useTranslation('unsent');
  const [text, setText] = useDraft(useMe().id, ticketId, kind);
  const [sure, setSure] = useState(false);
  return text.trim() === '' ? null : (
    <section className={classes.unsent} aria-label={t('title')} data-testid="unsent">
      <Text size="sm" fw={600}>
        {t('title')}
        {wasFor && ` · ${wasFor}`}
      </Text>
      <Text size="sm" className={classes.text} dir="auto">
        {text}
      </Text>
      <Group gap="xs" mt={4}>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
              onClick={copy}
            >
              {t(copied ? 'copied' : 'copy')}
            </Button>
          )}
        </CopyButton>
        <Button
          size="compact-sm"
          variant={sure ? 'light' : 'subtle'}
          color="red"
          onClick={() => (sure ? setText('') : setSure(true))}
          onBlur={() => setSure(false)}
        >
          {t(sure ? 'discardSure' : 'discard')}
        </Button>
      </Group>
    </section>
  );
}
