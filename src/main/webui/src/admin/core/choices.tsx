import { Select, type SelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Key } from '../../api/keys';
import { allAgentsQuery, groupsQuery, queuesQuery, skillsQuery } from '../../tickets/queries';
import { allApiClients, allHours, choices } from './everything';

const kinds = {
  queues: queuesQuery,
  skills: skillsQuery,
  agents: allAgentsQuery,
  hours: allHours,
  apiClients: allApiClients,
} as const;

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
    kinds[of] as unknown as { queryKey: Key; queryFn: () => Promise<{ id: number; name: string }[]> },
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
  const { data: groups = [] } = useQuery(groupsQuery);
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
