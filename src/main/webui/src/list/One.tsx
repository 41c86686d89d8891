import { NativeSelect } from '@mantine/core';
import classes from './list.module.css';

export type Choices = [value: string, label: string][];

export function named(things: { id: number; name: string }[] | undefined): Choices {
  return (things ?? []).map(({ id, name }) => [String(id), name]);
}

export function numbered(value: string | undefined): number | undefined {
  return value === undefined ? undefined : Number(value);
}

export interface OneProps {
  label: string;
  value: string | number | undefined;
  onChange: (value: string | undefined) => void;
}

/** `shown`: whether its label stands above it; `first`: whether it has the focus at first. */
export function One({
  label,
  any,
  choices,
  value,
  onChange,
  shown = false,
  first = false,
  size = 'xs',
}: OneProps & { any: string; choices: Choices; shown?: boolean; first?: boolean; size?: 'xs' | 'sm' }) {
  const known = value === undefined || choices.some(([each]) => each === String(value));
  return (
    <NativeSelect
      size={size}
      {...(shown ? { label } : { 'aria-label': label, className: classes.filter })}
      data-autofocus={first || undefined}
      data={[
        { value: '', label: any },
        ...choices.map(([each, name]) => ({ value: each, label: name })),
        // The choice of an address stays, also before its name is known, or where there is none.
        ...(known ? [] : [{ value: String(value), label: `#${value}` }]),
      ]}
      value={value === undefined ? '' : String(value)}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    />
  );
}
