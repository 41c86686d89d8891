import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldView } from '../../api/schema';
import './words';

const LONGEST = 200;

interface Props {
  field: FieldView;
  value: unknown;
  /** With null where there is none. */
  onChange: (value: unknown) => void;
  /** Where none stands above it. */
  'aria-label'?: string;
  label?: string;
  size?: 'xs' | 'sm';
  autoFocus?: boolean;
}

/** Asks for a value of a field, as its type wants it. */
export function FieldInput({ field, value, onChange, autoFocus, ...others }: Props) {
  const { t } = useTranslation('labels');
  const props = {
    size: 'xs',
    ...others,
    'data-autofocus': autoFocus,
    autoFocus,
    style: { flex: 1 },
  } as const;
  switch (field.type) {
    case 'CHOICE':
    case 'YES_NO': {
      const choices =
        field.type === 'CHOICE'
          ? field.options.map((option) => ({ value: option, label: option }))
          : [
              { value: 'true', label: t('yes') },
              { value: 'false', label: t('no') },
            ];
      return (
        <NativeSelect
          {...props}
          data={[{ value: '', label: t('empty') }, ...choices]}
          value={value === null || value === undefined ? '' : String(value)}
          onChange={({ currentTarget: { value: chosen } }) =>
            onChange(chosen === '' ? null : field.type === 'YES_NO' ? chosen === 'true' : chosen)
          }
        />
      );
    }
    case 'NUMBER':
      return (
        <TextInput
          {...props}
          type="number"
          step="any"
          defaultValue={value === null || value === undefined ? '' : String(value)}
          onChange={({ currentTarget: { value: typed } }) => onChange(typed === '' ? null : Number(typed))}
        />
      );
    default:
      return (
        <TextInput
          {...props}
          type={field.type === 'DATE' ? 'date' : 'text'}
          maxLength={field.type === 'TEXT' ? LONGEST : undefined}
          value={value === null || value === undefined ? '' : String(value)}
          onChange={({ currentTarget: { value: typed } }) => onChange(typed === '' ? null : typed)}
        />
      );
  }
}
