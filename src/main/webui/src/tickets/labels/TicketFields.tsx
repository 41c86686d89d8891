import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldView, TicketView } from '../../api/schema';
import { Fact } from '../Fact';
import { FieldValue } from './FieldValue';
import classes from './labels.module.css';
import { FieldForm } from './parts';
import { fieldsQuery } from './queries';
import './words';

/** The fields that the organisation gave its tickets; each value can be changed in its place. */
export function TicketFields({ ticket }: { ticket: TicketView }) {
  const fields = useQuery(fieldsQuery).data ?? [];
  return fields
    .filter(({ archived, key }) => !archived || ticket.fields[key] != null)
    .map((field) => (
      <Fact key={field.id} name={<bdi>{field.label}</bdi>}>
        <Field ticket={ticket} field={field} />
      </Fact>
    ));
}

function Field({ ticket, field }: { ticket: TicketView; field: FieldView }) {
  const { t } = useTranslation('labels');
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const value = ticket.fields[field.key];
  const shown = (
    <div className={classes.value}>
      <FieldValue field={field} value={value} />
      {!ticket.erasedAt && (
        <button
          ref={button}
          type="button"
          className={classes.edit}
          aria-label={t('editField', { name: field.label })}
          onClick={() => setEditing(true)}
        >
          <IconPencil size={14} aria-hidden />
        </button>
      )}
    </div>
  );
  return editing ? (
    <Suspense fallback={shown}>
      <FieldForm
        ticket={ticket}
        field={field}
        onClose={() => {
          setEditing(false);
          // The reader goes on where they began.
          requestAnimationFrame(() => button.current?.focus());
        }}
      />
    </Suspense>
  ) : (
    shown
  );
}
