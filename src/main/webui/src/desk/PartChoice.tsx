import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Desk.module.css';
import type { DeskPart } from './useLayout';

interface Props {
  parts: DeskPart[];
  shown: DeskPart;
  held: number;
  onChoose: (part: DeskPart) => void;
}

/** Where not everything has room beside one another. */
export default function PartChoice({ parts, shown, held, onChoose }: Props) {
  const { t } = useTranslation('desk');
  return (
    <SegmentedControl
      fullWidth
      className={classes.parts}
      aria-label={t('parts')}
      value={shown}
      onChange={(next) => onChoose(next as DeskPart)}
      data={parts.map((each) => ({
        value: each,
        label: each === 'list' ? t('part.list', { count: held }) : t(`part.${each}`),
      }))}
    />
  );
}
