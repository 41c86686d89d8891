import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, data } from '../api/client';
import { keys } from '../api/keys';

type Props = Omit<SelectProps, 'data' | 'value' | 'onChange' | 'defaultValue'> & {
  value?: number | null;
  onChange?: (id: number | null) => void;
};

/** Finds a customer by a part of their name or address: there are too many to list. */
export function CustomerChoice({ value, onChange, ...props }: Props) {
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.replace(/ \(.*\)$/, ''), 250);
  const found = useQuery({
    queryKey: keys.customers.found(text),
    queryFn: () =>
      data(api.GET('/api/v1/customers', { params: { query: { limit: 20, ...(text && { text }) } } })),
    placeholderData: keepPreviousData,
  });
  const chosen = useQuery({
    queryKey: keys.customers.one(value as number),
    queryFn: () => data(api.GET('/api/v1/customers/{id}', { params: { path: { id: value as number } } })),
    enabled: value != null,
  });
  const all = new Map(
    [...(chosen.data ? [chosen.data] : []), ...(found.data?.items ?? [])].map((one) => [one.id, one]),
  );
  return (
    <Select
      searchable
      clearable
      {...props}
      data={[...all.values()].map((one) => ({
        value: String(one.id),
        label: one.email ? `${one.name} (${one.email})` : one.name,
      }))}
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      value={value == null ? null : String(value)}
      onChange={(id) => onChange?.(id === null ? null : Number(id))}
    />
  );
}
