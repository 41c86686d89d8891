import { Badge, Button } from '@mantine/core';
import { IconBellRinging } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Offers.module.css';
import { mayNotify } from './ringing';

/** Asks the browser, on a click and never by itself, whether it may tell of offers. */
export function NotifyButton() {
  const { t } = useTranslation('desk');
  const [permission, setPermission] = useState(mayNotify);
  if (permission === 'granted' || permission === 'impossible') {
    return null;
  }
  if (permission === 'denied') {
    return (
      <Badge variant="default" className={classes.plain}>
        {t('notifyDenied')}
      </Badge>
    );
  }
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      leftSection={<IconBellRinging size={14} />}
      onClick={() => void Notification.requestPermission().then(setPermission)}
    >
      {t('notifyMe')}
    </Button>
  );
}
