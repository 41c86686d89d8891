import { ActionIcon, Code, CopyButton, Group } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './CopyableText.module.css';
import './words';

/** Text that is there to be copied. */
export function CopyableText({ label, text }: { label: string; text: string }) {
  const { t } = useTranslation('ui');
  return (
    <Group wrap="nowrap" gap="xs" align="start">
      <Code block flex={1} className={classes.text} tabIndex={0} role="group" aria-label={label}>
        {text}
      </Code>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <ActionIcon
            variant="default"
            size="lg"
            onClick={copy}
            aria-label={copied ? t('copied') : `${t('copy')}: ${label}`}
          >
            {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
          </ActionIcon>
        )}
      </CopyButton>
    </Group>
  );
}
