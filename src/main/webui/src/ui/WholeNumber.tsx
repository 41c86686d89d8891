import { NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';

/** A whole number, or null where the field is empty. */
export function WholeNumber({
  value,
  onChange,
  ...props
}: {
  value?: number | null;
  onChange: (value: number | null) => void;
  label?: ReactNode;
  description?: ReactNode;
  'aria-label'?: string;
  min?: number;
  max?: number;
  required?: boolean;
  error?: ReactNode;
  suffix?: string;
  size?: string;
  w?: number | string;
  disabled?: boolean;
}) {
  return (
    <NumberInput
      allowDecimal={false}
      clampBehavior="none"
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      {...props}
      value={value ?? ''}
      onChange={(typed) => onChange(typed === '' ? null : Number(typed))}
    />
  );
}
