import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type RefObject, useEffect, useState } from 'react';
import { KeyHint } from '../ui/KeyNames';
import classes from './Search.module.css';
import { LONGEST_TEXT } from './sought';

const TYPING = 200;

interface Props {
  label: string;
  field: RefObject<HTMLInputElement | null>;
  text: string | undefined;
  onChange: (text: string | undefined) => void;
}

export function Search({ label, field, text, onChange }: Props) {
  const [typed, setTyped] = useState(text ?? '');
  const later = useDebouncedCallback(onChange, TYPING);
  useEffect(() => {
    if (document.activeElement !== field.current) {
      setTyped(text ?? '');
    }
  }, [text, field]);
  return (
    <TextInput
      ref={field}
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} />}
      rightSection={<KeyHint name="/" />}
      maxLength={LONGEST_TEXT}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        later(event.currentTarget.value || undefined);
      }}
      className={classes.search}
    />
  );
}
