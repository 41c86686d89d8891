import { ActionIcon, Button, Stack } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OpenPanel } from '../ui/OpenPanel';
import type { Place } from './address';
import { columnsOf, keepColumns, useAllColumns } from './columns';
import classes from './list.module.css';

interface Props {
  button: HTMLElement;
  place: Place;
  onChange: (columns: string[] | undefined) => void;
  onClose: () => void;
}

/** Which columns the list has, and in which order. */
export default function ColumnChoice({ button, place, onChange, onClose }: Props) {
  const { t } = useTranslation('list');
  const all = useAllColumns();
  const chosen = columnsOf(place);
  const [said, setSaid] = useState('');
  const listed = [
    ...chosen.map((key) => all.find((column) => column.key === key)).filter((column) => column !== undefined),
    ...all.filter(({ key }) => !chosen.includes(key)),
  ];
  const change = (columns: string[] | undefined) => {
    keepColumns(columns);
    onChange(columns);
  };
  const move = (key: string, label: string, by: -1 | 1) => {
    const place = chosen.indexOf(key) + by;
    change(chosen.filter((each) => each !== key).toSpliced(place, 0, key));
    setSaid(t('columnMoved', { name: label, place: place + 1, count: chosen.length }));
  };
  return (
    <OpenPanel button={button} label={t('columns')} position="bottom-end" width={280} onClose={onClose}>
      <Stack gap="xs">
        <ul className={classes.columns}>
          {listed.map(({ key, label }, index) => {
            const at = chosen.indexOf(key);
            return (
              <li key={key} className={classes.column}>
                <label>
                  <input
                    type="checkbox"
                    data-autofocus={index === 0 || undefined}
                    checked={at >= 0}
                    onChange={() =>
                      change(at >= 0 ? chosen.filter((each) => each !== key) : [...chosen, key])
                    }
                  />
                  <bdi>{label}</bdi>
                </label>
                {at >= 0 && (
                  <>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size="sm"
                      aria-label={t('moveUp', { name: label })}
                      disabled={at === 0}
                      onClick={() => move(key, label, -1)}
                    >
                      <IconArrowUp size={14} />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size="sm"
                      aria-label={t('moveDown', { name: label })}
                      disabled={at === chosen.length - 1}
                      onClick={() => move(key, label, 1)}
                    >
                      <IconArrowDown size={14} />
                    </ActionIcon>
                  </>
                )}
              </li>
            );
          })}
        </ul>
        <span role="status" className={classes.said}>
          {said}
        </span>
        <Button size="compact-xs" variant="subtle" onClick={() => change(undefined)}>
          {t('usualColumns')}
        </Button>
      </Stack>
    </OpenPanel>
  );
}
