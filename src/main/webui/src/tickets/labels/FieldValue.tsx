import { useTranslation } from 'react-i18next';
import type { FieldView } from '../../api/schema';
import { dateFormat, localeOf } from '../../app/dates';
import classes from './labels.module.css';
import './words';

/** A value of a field, as people of the language write it. */
export function FieldValue({ field, value }: { field: FieldView; value: unknown }) {
  const { t, i18n } = useTranslation('labels');
  if (value === undefined || value === null) {
    return <span className={classes.none}>–</span>;
  }
  switch (field.type) {
    case 'YES_NO':
      return <span>{t(value === true ? 'yes' : 'no')}</span>;
    case 'NUMBER':
      return (
        <span>
          {new Intl.NumberFormat(localeOf(i18n.language), { maximumFractionDigits: 4 }).format(Number(value))}
        </span>
      );
    case 'DATE':
      return (
        <time dateTime={String(value)}>
          {/* A day has no time zone. */}
          {dateFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
            new Date(String(value)),
          )}
        </time>
      );
    default:
      return <bdi>{String(value)}</bdi>;
  }
}
