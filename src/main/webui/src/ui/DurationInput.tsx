import { Group, Input, NumberInput, Select } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Unit, unitOf, units } from './duration';
import './words';

/** So many seconds, said in the unit that people would say. */
export function DurationInput({
  label,
  description,
  value,
  onChange,
  error,
  required,
  min = 0,
}: {
  label: string;
  description?: ReactNode;
  value?: number | null;
  onChange: (seconds: number | null) => void;
  error?: ReactNode;
  required?: boolean;
  min?: number;
}) {
  const { t } = useTranslation('ui');
  const id = useId();
  const [unit, setUnit] = useState<Unit>(() => unitOf(value));
  const shown = value != null && value % units[unit] !== 0 ? unitOf(value) : unit;
  return (
    <Input.Wrapper
      id={id}
      label={label}
      description={description}
      error={error}
      required={required}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
    >
      <Group gap="xs" wrap="nowrap" mb={description || error ? 5 : undefined}>
        <NumberInput
          id={id}
          error={error !== undefined && error !== null}
          allowDecimal={false}
          min={min}
          value={value == null ? '' : value / units[shown]}
          onChange={(typed) => onChange(typed === '' ? null : Number(typed) * units[shown])}
          w={130}
        />
        <Select
          aria-label={t('unitOf', { name: label })}
          data={(Object.keys(units) as Unit[]).map((name) => ({ value: name, label: t(`unit.${name}`) }))}
          value={shown}
          allowDeselect={false}
          onChange={(name) => {
            const next = name as Unit;
            setUnit(next);
            if (value != null) {
              onChange((value / units[shown]) * units[next]);
            }
          }}
          w={130}
        />
      </Group>
    </Input.Wrapper>
  );
}
