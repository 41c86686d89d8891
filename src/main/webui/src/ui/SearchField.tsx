import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import { useKeys } from './keys';

/** Where somebody types what they look for; `/` goes there, as in many applications. */
export function SearchField({
  label,
  text,
  onChange,
  width = 280,
}: {
  label: string;
  text: string;
  onChange: (text: string) => void;
  width?: number;
}) {
  const input = useRef<HTMLInputElement>(null);
  useKeys([['/', () => input.current?.focus()]]);
  return (
    <TextInput
      ref={input}
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={text}
      onChange={(event) => onChange(event.currentTarget.value)}
      w={{ base: '100%', xs: width }}
    />
  );
}
