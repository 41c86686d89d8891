import { queryOptions, useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { allOf } from '../api/allOf';
import { api, data } from '../api/client';
import { keys } from '../api/keys';
import type { FieldView, MacroSteps, TagView } from '../api/schema';
import { fieldsQuery, tagsQuery } from './labels/queries';
import { queuesQuery } from './queries';
import './macros.words';
import './words';

export const macrosQuery = queryOptions({
  queryKey: keys.macros.all,
  queryFn: async () => {
    const macros = await allOf((query) => data(api.GET('/api/v1/macros', { params: { query } })));
    return macros.toSorted((one, other) => one.name.localeCompare(other.name));
  },
});

interface Names {
  t: TFunction<'macros'>;
  tags: readonly TagView[];
  fields: readonly FieldView[];
  queues: readonly { id: number; name: string }[];
}

/** What macros name, as it is called. */
export function useMacroNames(): Names {
  const { t } = useTranslation('macros');
  return {
    t,
    tags: useQuery(tagsQuery).data ?? [],
    fields: useQuery(fieldsQuery).data ?? [],
    queues: useQuery(queuesQuery).data ?? [],
  };
}

/** The steps of a macro in words, in their order. */
export function stepsOf(steps: MacroSteps, { t, tags, fields, queues }: Names): string[] {
  const tagged = (steps.tagIds ?? []).map((id) => tags.find((tag) => tag.id === id)?.name ?? `#${id}`);
  const set = Object.entries(steps.fields ?? {}).map(([key, value]) => {
    const name = fields.find((field) => field.key === key)?.label ?? key;
    return value === null
      ? t('emptied', { name })
      : t('field', { name, value: typeof value === 'boolean' ? t(value ? 'yes' : 'no') : String(value) });
  });
  return [
    ...(tagged.length > 0 ? [t('tag', { names: tagged.join(', ') })] : []),
    ...set,
    ...(steps.priority ? [t('priority', { priority: t(`tickets:priority.${steps.priority}`) })] : []),
    ...(steps.note ? [t('note', { text: steps.note })] : []),
    ...(steps.reply ? [t('reply', { text: steps.reply })] : []),
    ...(steps.queueId == null
      ? []
      : [t('queue', { name: queues.find(({ id }) => id === steps.queueId)?.name ?? `#${steps.queueId}` })]),
    ...(steps.resolve ? [t('resolve')] : []),
  ];
}
