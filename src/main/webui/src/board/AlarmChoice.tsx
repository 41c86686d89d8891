import { Popover } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { Cover } from '../ui/Cover';
import classes from './AlarmChoice.module.css';
import { chime, useAlarmSettings } from './alarms';

/** Whether alarms also sound and show where the page is not looked at. */
export default function AlarmChoice({ button, onClose }: { button: HTMLElement; onClose: () => void }) {
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
  const close = () => {
    onClose();
    button.focus();
  };
  return (
    <Popover
      opened
      onChange={(stays) => !stays && close()}
      position="bottom-end"
      width={300}
      trapFocus
      hideDetached={false}
      withinPortal
    >
      <Popover.Target>
        <Cover button={button} aria-label={t('alarmSettings')} onClick={close} />
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
