import { notifications } from '@mantine/notifications';
import { i18n } from '../app/words';

/** Says that what somebody did has worked. */
export function tellDone(message: string): void {
  notifications.show({
    color: 'teal',
    message,
    closeButtonProps: { 'aria-label': i18n.t('common:close') },
  });
}
