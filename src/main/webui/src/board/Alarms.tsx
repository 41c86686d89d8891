import { ActionIcon, Text, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangleFilled, IconBell, IconBellRinging } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FloorView } from '../api/schema';
import classes from './Alarms.module.css';
import { alarmText, raisedOf, useAlarmNews, useAlarmSettings, useDueAlarms } from './alarms';
import { AlarmChoice } from './innerParts';
import { QueueLink } from './QueueLink';

/** What is raised now, and a voice that tells each once. */
export function Alarms({ floor, queueId }: { floor: FloorView | undefined; queueId?: number }) {
  const { t } = useTranslation('board');
  useDueAlarms(floor);
  const news = useAlarmNews(floor);
  const raised = raisedOf(floor).filter((alarm) => queueId === undefined || alarm.queue.id === queueId);
  return (
    <>
      <VisuallyHidden role="alert" data-testid="alarm-news">
        {news}
      </VisuallyHidden>
      {raised.length > 0 && (
        <ul className={classes.alarms} aria-label={t('alarms')} data-testid="alarms">
          {raised.map((alarm) => (
            <li key={alarm.key}>
              <IconAlertTriangleFilled size={18} aria-hidden />
              <Text inherit>
                <QueueLink id={alarm.queue.id} inherit fw={650} c="inherit" underline="always">
                  <bdi>{alarm.queue.name}</bdi>
                </QueueLink>
                : {alarmText(alarm, t)}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

export function AlarmSettings() {
  const { t } = useTranslation('board');
  const { sound, notify } = useAlarmSettings();
  const [button, setButton] = useState<HTMLElement>();
  return (
    <>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('alarmSettings')}
        aria-haspopup="dialog"
        aria-expanded={button !== undefined}
        onClick={({ currentTarget }) => setButton(currentTarget)}
      >
        {sound || notify ? <IconBellRinging size={18} /> : <IconBell size={18} />}
      </ActionIcon>
      {button && (
        <Suspense fallback={null}>
          <AlarmChoice button={button} onClose={() => setButton(undefined)} />
        </Suspense>
      )}
    </>
  );
}
