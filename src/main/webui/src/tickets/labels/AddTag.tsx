import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isFound } from '../../app/found';
import { OpenPanel } from '../../ui/OpenPanel';
import { Tag, type TagLook } from './TagList';

interface Props {
  button: HTMLElement;
  tags: TagLook[];
  onChoose: (tag: TagLook) => void;
  onClose: () => void;
}

/** Finds a tag by typing and the arrow keys; it stays open for another one. */
export default function AddTag({ button, tags, onChoose, onClose }: Props) {
  const { t } = useTranslation('labels');
  const [search, setSearch] = useState('');
  const combobox = useCombobox({ opened: true });
  const shown = tags.filter(({ name }) => isFound(name, search));
  const { selectFirstOption } = combobox;
  // biome-ignore lint/correctness/useExhaustiveDependencies: Enter takes the first of what was found
  useEffect(() => {
    selectFirstOption();
  }, [search, shown.length]);
  return (
    <OpenPanel button={button} label={t('addTag')} width={240} padding={6} onClose={onClose}>
      <Combobox
        store={combobox}
        onOptionSubmit={(value) => {
          const tag = tags.find(({ id }) => String(id) === value);
          setSearch('');
          if (tag) {
            onChoose(tag);
          }
        }}
      >
        <Combobox.EventsTarget withExpandedAttribute>
          <TextInput
            size="xs"
            aria-label={t('addTag')}
            placeholder={t('addTag')}
            aria-autocomplete="list"
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            data-autofocus
          />
        </Combobox.EventsTarget>
        <Combobox.Options mah={240} mt={4} aria-label={t('tags')} style={{ overflowY: 'auto' }}>
          {shown.map((tag) => (
            <Combobox.Option key={tag.id} value={String(tag.id)}>
              <Tag tag={tag} />
            </Combobox.Option>
          ))}
          {shown.length === 0 && (
            <Combobox.Empty>{t(tags.length === 0 ? 'noMoreTags' : 'noTag')}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox>
    </OpenPanel>
  );
}
