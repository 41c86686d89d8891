import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldValue } from '../tickets/labels/FieldValue';
import { fieldsQuery } from '../tickets/labels/queries';
import { TagList, tagsOf } from '../tickets/labels/TagList';
import { type Column, columnKeys, useColumns } from '../tickets/steering/columns';
import type { Place } from './address';
import classes from './list.module.css';

const STORED = 'patchbay-ticket-columns';
const USUAL = ['priority', 'status', 'queue', 'tags', 'agent', 'openedAt', 'waitingSince'];
const FIELD = 'fields.';

/** The orders that the server knows, by the columns that show what they go by. */
export const orders = {
  priority: ['priority'],
  openedAt: ['openedAt', '-openedAt'],
  answerDueAt: ['answerDueAt'],
  resolutionDueAt: ['resolutionDueAt'],
} as const;

/** The columns that were chosen last. */
export function keptColumns(): string[] | undefined {
  try {
    const columns = JSON.parse(localStorage.getItem(STORED) ?? '');
    return Array.isArray(columns) && columns.every((key) => typeof key === 'string') ? columns : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the columns for the next time; without any, the usual ones. */
export function keepColumns(columns: string[] | undefined): void {
  if (columns) {
    localStorage.setItem(STORED, JSON.stringify(columns));
  } else {
    localStorage.removeItem(STORED);
  }
}

/** The columns of a place, in their order. */
export function columnsOf(place: Place): string[] {
  return place.columns ?? USUAL;
}

/** All that there are, with their names: the usual ones, and the fields of the organisation. */
export function useAllColumns(): Column[] {
  const { t } = useTranslation('list');
  const own = useColumns(columnKeys);
  const fields = useQuery(fieldsQuery).data;
  return useMemo(
    () => [
      ...own,
      {
        key: 'tags',
        label: t('labels:tags'),
        className: classes.tags,
        cell: (ticket) => <TagList tags={tagsOf(ticket)} />,
      },
      ...(fields ?? []).map(
        (field): Column => ({
          key: FIELD + field.key,
          label: field.label,
          className: classes.field,
          cell: ({ fields: values }) => <FieldValue field={field} value={values[field.key]} />,
        }),
      ),
    ],
    [own, fields, t],
  );
}

/** The columns that are shown. Those chosen last are written into the address, so that it shows others the same. */
export function useShownColumns(place: Place, change: (change: Place) => void): Column[] {
  const all = useAllColumns();
  const { columns } = place;
  useEffect(() => {
    const kept = columns === undefined ? keptColumns() : undefined;
    if (kept) {
      change({ columns: kept });
    }
  }, [columns, change]);
  const keys = columns ?? USUAL;
  return useMemo(() => {
    const known = new Map(all.map((column) => [column.key, column]));
    return keys.map((key) => known.get(key)).filter((column) => column !== undefined);
  }, [keys, all]);
}
