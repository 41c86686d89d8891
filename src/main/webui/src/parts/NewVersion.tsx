import { Alert, Button, Portal, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keepCurrent } from './current';
import classes from './NewVersion.module.css';
import { loadAnew } from './place';
import { useUpdate } from './version';

/** In the head of a page, as long as there is a newer version of it. */
export function NewVersionButton() {
  const { t } = useTranslation('common');
  const there = useUpdate() !== 'none';
  return (
    <div role="status">
      {there && (
        <Button
          variant="light"
          size="compact-sm"
          radius="xl"
          aria-label={t('newVersion')}
          title={t('newVersionHint')}
          // The caret stays where somebody writes, and is there again afterwards.
          onMouseDown={(event) => event.preventDefault()}
          onClick={loadAnew}
          classNames={{ root: classes.button, label: classes.content }}
          data-testid="new-version"
        >
          <IconRefresh size={16} aria-hidden />
          <span className={classes.words}>{t('newVersion')}</span>
        </Button>
      )}
    </div>
  );
}

/** Once on every page: keeps it current, and says what to do where somebody wants a part that only a newer page has. */
export function NewVersion() {
  const { t } = useTranslation('common');
  const client = useQueryClient();
  const now = useUpdate();
  const wanted = now === 'gone' || now === 'stuck';
  const [closed, setClosed] = useState(false);
  useEffect(() => keepCurrent(client), [client]);
  useEffect(() => {
    if (!wanted) {
      setClosed(false);
    }
  }, [wanted]);
  return wanted && !closed ? (
    <Portal>
      <Alert
        role="alert"
        variant="default"
        radius="md"
        icon={<IconRefresh size={20} aria-hidden />}
        title={t(`${now}Title`)}
        className={classes.notice}
        withCloseButton
        closeButtonLabel={t('close')}
        onClose={() => setClosed(true)}
        data-testid="part-missing"
      >
        <Text size="sm">{t(`${now}Hint`)}</Text>
        <Button size="compact-md" mt="sm" onClick={loadAnew}>
          {t('loadAnew')}
        </Button>
      </Alert>
    </Portal>
  ) : null;
}
