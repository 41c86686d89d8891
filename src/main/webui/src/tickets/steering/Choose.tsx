import { Box, Combobox, Group, Modal, Stack, Text, TextInput, useCombobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isFound } from '../../app/found';
import { useFocusBack } from '../../ui/useFocusBack';
import classes from './Choose.module.css';
import './words';

export interface Choice {
  value: string;
  label: string;
  /** What to know before choosing it, or why it cannot be chosen. */
  hint?: ReactNode;
  left?: ReactNode;
  /** What is seen in place of the label. */
  shown?: ReactNode;
  disabled?: boolean;
  section?: string;
}

interface Props {
  title: string;
  hint?: string | undefined;
  choices: Choice[] | undefined;
  onChoose: (value: string) => void;
  onClose: () => void;
}

/** One of many, found by typing and the arrow keys. */
export function Choose({ title, hint, choices, onChoose, onClose }: Props) {
  const { t } = useTranslation('steering');
  useFocusBack();
  const [search, setSearch] = useState('');
  // The field tells what list it controls once it has rendered beside it.
  const [list, setList] = useState<HTMLElement | null>(null);
  const combobox = useCombobox({ opened: true });
  const shown = (choices ?? []).filter(({ label }) => isFound(label, search));
  const sections = [...new Set(shown.map((choice) => choice.section))];
  const { selectFirstOption, updateSelectedOptionIndex } = combobox;
  // biome-ignore lint/correctness/useExhaustiveDependencies: Enter takes the first of what was found
  useEffect(() => {
    selectFirstOption();
  }, [search, choices === undefined]);
  // Choices come, go and change places while they are shown; the list counts them, and Enter must take the marked one.
  useEffect(() => {
    if (list?.querySelector('[data-combobox-selected]:not([data-combobox-disabled])')) {
      updateSelectedOptionIndex();
    } else {
      selectFirstOption();
    }
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="md"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack
        gap="xs"
        // The list takes this key for itself, to close a dropdown that it is not.
        onKeyDownCapture={(event) => event.key === 'Escape' && onClose()}
      >
        {hint && (
          <Text size="sm" className={classes.quiet}>
            {hint}
          </Text>
        )}
        <Combobox
          store={combobox}
          classNames={{ groupLabel: classes.quiet }}
          onOptionSubmit={(value) => {
            onClose();
            onChoose(value);
          }}
        >
          <Combobox.EventsTarget withExpandedAttribute>
            <TextInput
              aria-label={t('common:search')}
              placeholder={t('common:search')}
              aria-autocomplete="list"
              leftSection={<IconSearch size={16} />}
              value={search}
              onChange={(event) => setSearch(event.currentTarget.value)}
              data-autofocus
            />
          </Combobox.EventsTarget>
          <Combobox.Options className={classes.choices} aria-label={t('choices')} ref={setList}>
            {sections.map((section) => {
              const options = shown
                .filter((choice) => choice.section === section)
                .map((choice) => <Option key={choice.value} choice={choice} />);
              return section ? (
                <Combobox.Group key={section} label={section}>
                  {options}
                </Combobox.Group>
              ) : (
                options
              );
            })}
            {shown.length === 0 && (
              <Combobox.Empty>{choices ? t('noChoice') : t('common:loading')}</Combobox.Empty>
            )}
          </Combobox.Options>
        </Combobox>
      </Stack>
    </Modal>
  );
}

function Option({ choice }: { choice: Choice }) {
  return (
    <Combobox.Option value={choice.value} disabled={choice.disabled} className={classes.choice}>
      <Group gap="sm" wrap="nowrap">
        {choice.left}
        <Box miw={0}>
          {choice.shown ?? (
            <Text size="sm" fw={500}>
              {choice.label}
            </Text>
          )}
          {choice.hint && (
            <Text size="xs" component="div">
              {choice.hint}
            </Text>
          )}
        </Box>
      </Group>
    </Combobox.Option>
  );
}
