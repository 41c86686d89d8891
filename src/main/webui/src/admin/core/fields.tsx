import { Group, Input, NumberInput, Select, type SelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateFormat } from '../../app/dates';
import { allAgents, allGroups, allHours, allQueues, allSkills, choices } from './everything';

const kinds = { queues: allQueues, skills: allSkills, agents: allAgents, hours: allHours } as const;

type ChoiceProps = Omit<SelectProps, 'data' | 'value' | 'onChange' | 'defaultValue'> & {
  value?: number | null;
  onChange?: (id: number | null) => void;
  /** Ids that cannot be chosen. */
  without?: number[];
};

/** Chooses one of the things of a kind by its name. */
export function Choice({
  of,
  value,
  onChange,
  without = [],
  ...props
}: ChoiceProps & { of: keyof typeof kinds }) {
  const { data: things } = useQuery(
    kinds[of] as unknown as { queryKey: string[]; queryFn: () => Promise<{ id: number; name: string }[]> },
  );
  return (
    <ById
      {...props}
      value={value}
      onChange={onChange}
      things={choices(things).filter((thing) => !without.includes(Number(thing.value)))}
    />
  );
}

/** Groups are told with those above them, as names may come twice. */
export function GroupChoice({ value, onChange, without = [], ...props }: ChoiceProps) {
  const { t } = useTranslation('admin');
  const { data: groups = [] } = useQuery(allGroups);
  const byId = new Map(groups.map((group) => [group.id, group]));
  const path = (id: number): string => {
    const group = byId.get(id);
    if (!group) {
      return '';
    }
    const above = group.parentId == null ? undefined : byId.get(group.parentId);
    return above?.parentId != null ? `${path(above.id)} › ${group.name}` : group.name;
  };
  const things = groups
    .filter((group) => !without.includes(group.id))
    .map((group) => ({
      value: String(group.id),
      label: group.parentId == null ? t('wholeOrganisation') : path(group.id),
    }));
  return <ById {...props} value={value} onChange={onChange} things={things} />;
}

function ById({
  value,
  onChange,
  things,
  ...props
}: ChoiceProps & { things: { value: string; label: string }[] }) {
  return (
    <Select
      searchable
      limit={100}
      {...props}
      data={things}
      value={value == null ? null : String(value)}
      onChange={(id) => onChange?.(id === null ? null : Number(id))}
    />
  );
}

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

const units = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;
type Unit = keyof typeof units;

/** The largest unit that tells so many seconds without a fraction. */
export function unitOf(seconds: number | null | undefined): Unit {
  const fitting = (['days', 'hours', 'minutes'] as const).find(
    (unit) => seconds && seconds % units[unit] === 0,
  );
  return fitting ?? 'seconds';
}

/** So many seconds, said in the unit that people would say. */
export function Duration({
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
  const { t } = useTranslation('admin');
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

/** So many seconds in words, as "2 minutes". */
export function useDuration(): (seconds: number) => string {
  const { i18n } = useTranslation();
  return useCallback(
    (seconds) => {
      const unit = unitOf(seconds);
      return new Intl.NumberFormat(i18n.language, {
        style: 'unit',
        unit: unit.slice(0, -1),
        unitDisplay: 'long',
      }).format(seconds / units[unit]);
    },
    [i18n.language],
  );
}

export function useTime(): (instant: string) => string {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const format = dateFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
    return (instant) => format.format(new Date(instant));
  }, [i18n.language]);
}
