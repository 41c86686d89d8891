import { Text, VisuallyHidden } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColleagueView } from '../../api/schema';
import { PersonAvatar } from '../../ui/PersonAvatar';
import classes from './Mentions.module.css';
import { colleaguesQuery } from './queries';
import './words';

export type OnKey = (event: KeyboardEvent) => boolean;

interface Props {
  conversationId: number;
  typed: string;
  /** Asked first at each key in the field. */
  onKey: RefObject<OnKey | null>;
  onChoose: (colleague: ColleagueView) => void;
  onClose: () => void;
}

/** Those whom a note may mention, above the field in which their name is typed. */
export default function Colleagues({ conversationId, typed, onKey, onChoose, onClose }: Props) {
  const { t } = useTranslation('mentions');
  const list = useId();
  const [active, setActive] = useState(0);
  const found = useQuery({
    ...colleaguesQuery(conversationId, typed.trim()),
    placeholderData: keepPreviousData,
  }).data;
  const shown = found?.slice(0, 6) ?? [];
  const current = shown[Math.min(active, shown.length - 1)];
  useEffect(() => {
    onKey.current = (event) => {
      if (event.key === 'Escape') {
        onClose();
      } else if ((event.key === 'Enter' || event.key === 'Tab') && current) {
        onChoose(current);
      } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        const step = event.key === 'ArrowDown' ? 1 : -1;
        setActive((active + step + shown.length) % Math.max(1, shown.length));
      } else {
        return false;
      }
      event.preventDefault();
      return true;
    };
    return () => {
      onKey.current = null;
    };
  });
  if (!found || (shown.length === 0 && typed.includes(' '))) {
    return null;
  }
  return (
    <div id={list} role="listbox" aria-label={t('colleagues')} className={classes.choice}>
      {shown.length === 0 && (
        <Text size="sm" role="status" px="xs">
          {t('noColleague')}
        </Text>
      )}
      {shown.map((colleague, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
        // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does it
        <div
          key={colleague.id}
          role="option"
          aria-selected={colleague === current}
          className={classes.colleague}
          onMouseMove={() => setActive(index)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(colleague)}
        >
          <PersonAvatar name={colleague.name} size={22} />
          <bdi>{colleague.name}</bdi>
        </div>
      ))}
      <VisuallyHidden aria-live="polite">{current?.name}</VisuallyHidden>
    </div>
  );
}
