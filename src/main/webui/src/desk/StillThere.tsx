import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attend } from '../parts/attention';
import { useSecondsUntil } from '../tickets';
import overlay from './overlay.module.css';
import { chime, notify, useBlinking } from './ringing';
import './stillThere.words';

interface Props {
  /** How many seconds there are to answer. */
  within: number;
  muted: boolean;
  /** Nobody answered. */
  onGone: () => void;
}

/** Asks whether somebody is there. Whoever touches anything has answered: the page then shows this no more. */
export default function StillThere({ within, muted, onGone }: Props) {
  const { t } = useTranslation('stillThere');
  const [until] = useState(() => new Date(Date.now() + within * 1000).toISOString());
  const left = useSecondsUntil(until);
  const over = left === 0;
  const latest = useRef({ onGone, muted });
  latest.current = { onGone, muted };
  useBlinking(t('title'));
  useEffect(() => {
    if (!latest.current.muted) {
      chime();
    }
    notify(t('title'), t('hint'), 'patchbay-still-there');
  }, [t]);
  useEffect(() => {
    if (over) {
      latest.current.onGone();
    }
  }, [over]);
  return (
    <Modal
      opened
      onClose={attend}
      title={t('title')}
      withCloseButton={false}
      classNames={{ content: overlay.overlay }}
    >
      <Stack>
        <Text size="sm">{t('hint')}</Text>
        <Text size="sm" fw={600} role="timer">
          {t('left', { count: left })}
        </Text>
        <Group justify="end">
          <Button data-autofocus onClick={attend}>
            {t('yes')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
