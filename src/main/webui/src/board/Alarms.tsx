import { ActionIcon, Popover, Text, VisuallyHidden } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangleFilled, IconBell, IconBellRinging } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FloorView } from '../api/schema';
import { alarmText, chime, raisedOf, useAlarmNews, useAlarmSettings, useDueAlarms } from './alarms';
import classes from './board.module.css';
import { QueueLink } from './links';

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

/** Whether alarms also sound and show where the page is not looked at. */
export function AlarmSettings() {
  const { t } = useTranslation('board');
  const { sound, setSound, notify, setNotify } = useAlarmSettings();
  const switchNotify = async () => {
    if (!notify && (!('Notification' in window) || (await Notification.requestPermission()) !== 'granted')) {
      notifications.show({ color: 'orange', message: t('notifyRefused') });
    } else {
      setNotify(!notify);
    }
  };
  const switchSound = () => {
    setSound(!sound);
    if (!sound) {
      void chime();
    }
  };
  return (
    <Popover position="bottom-end" width={300} trapFocus>
      <Popover.Target>
        <ActionIcon variant="default" size="lg" aria-label={t('alarmSettings')}>
          {sound || notify ? <IconBellRinging size={18} /> : <IconBell size={18} />}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('alarmSettings')}>
        <Setting on={sound} onChange={switchSound}>
          {t('sound')}
        </Setting>
        <Setting on={notify} onChange={() => void switchNotify()}>
          {t('notify')}
        </Setting>
      </Popover.Dropdown>
    </Popover>
  );
}

function Setting({ on, onChange, children }: { on: boolean; onChange: () => void; children: string }) {
  return (
    <label className={classes.setting}>
      <input type="checkbox" checked={on} onChange={onChange} />
      {children}
    </label>
  );
}
