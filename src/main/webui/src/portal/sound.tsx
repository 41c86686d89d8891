import { ActionIcon } from '@mantine/core';
import { IconBell, IconBellOff } from '@tabler/icons-react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { tick, useSoundAllowed } from '../tickets/sound';
import { useMyUnread } from './useMyUnread';

const STORED = 'patchbay-sound';
const listeners = new Set<() => void>();

function watch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const isOn = () => localStorage.getItem(STORED) !== 'off';

function choose(on: boolean): void {
  localStorage.setItem(STORED, on ? 'on' : 'off');
  for (const listener of listeners) {
    listener();
  }
}

/** A message that comes while somebody looks at something else is heard, where they want it. */
export function useMessageSound(): void {
  useSoundAllowed();
  const { total } = useMyUnread();
  const before = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (total !== undefined) {
      if (before.current !== undefined && total > before.current && isOn()) {
        tick();
      }
      before.current = total;
    }
  }, [total]);
}

export function SoundSwitch() {
  const { t } = useTranslation('portal');
  const on = useSyncExternalStore(watch, isOn);
  const label = t('sound');
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={label}
      title={t(on ? 'soundOff' : 'soundOn')}
      aria-pressed={on}
      onClick={() => {
        choose(!on);
        if (!on) {
          tick();
        }
      }}
    >
      {on ? <IconBell size={20} /> : <IconBellOff size={20} />}
    </ActionIcon>
  );
}
