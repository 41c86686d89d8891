import { MultiSelect, type MultiSelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { tagsQuery } from './queries';
import { Tag } from './TagList';
import './words';

type Props = Omit<MultiSelectProps, 'data' | 'value' | 'onChange' | 'label'> & {
  label: string;
  value: number[];
  onChange: (ids: number[]) => void;
};

/** Chooses tags by their names. */
export function TagChoice({ label, value, onChange, ...props }: Props) {
  const { t } = useTranslation('labels');
  const tags = useQuery(tagsQuery).data ?? [];
  const byId = new Map(tags.map((tag) => [String(tag.id), tag]));
  // The choice of an address stays, also before its name is known, or where the tag is gone.
  const unknown = value.filter((id) => !byId.has(String(id)));
  return (
    <MultiSelect
      size="xs"
      label={label}
      searchable
      hidePickedOptions
      nothingFoundMessage={t('noTag')}
      {...props}
      data={[
        ...tags
          .filter(({ id, archived }) => !archived || value.includes(id))
          .map(({ id, name }) => ({ value: String(id), label: name })),
        ...unknown.map((id) => ({ value: String(id), label: `#${id}` })),
      ]}
      renderOption={({ option }) => {
        const tag = byId.get(option.value);
        return tag ? <Tag tag={tag} /> : option.label;
      }}
      value={value.map(String)}
      onChange={(ids) => onChange(ids.map(Number))}
    />
  );
}
