import { Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { channels } from '../tickets/channels';
import { fieldsQuery, tagsQuery } from '../tickets/labels/queries';
import { TagChoice } from '../tickets/labels/TagChoice';
import { allAgentsQuery, groupsQuery } from '../tickets/queries';
import { OpenPanel } from '../ui/OpenPanel';
import type { Filters as Filtered, Place } from './address';
import classes from './list.module.css';
import { named, numbered, One, type OneProps } from './One';

interface Props {
  button: HTMLElement;
  filters: Filtered;
  onChange: (change: Place) => void;
  onClose: () => void;
}

/** The rarer filters, and those of fields of one's own. */
export default function MoreFilters({ button, filters, onChange, onClose }: Props) {
  const { t } = useTranslation('list');
  const tags = useQuery(tagsQuery).data;
  const fields = useQuery(fieldsQuery).data?.filter(({ archived }) => !archived) ?? [];
  const groups = useQuery(groupsQuery).data;
  const agents = useQuery(allAgentsQuery).data;
  const { channel, agent, group, due } = filters;
  const setField = (key: string, value: string | undefined) => {
    const { [key]: _, ...others } = filters.fields ?? {};
    const next = value ? { ...others, [key]: value } : others;
    onChange({ fields: Object.keys(next).length > 0 ? next : undefined });
  };
  return (
    <OpenPanel button={button} label={t('moreFilters')} width={300} onClose={onClose}>
      <Stack gap="xs">
        {tags && tags.length > 0 && (
          <TagChoice
            label={t('labels:tags')}
            placeholder={filters.tags ? undefined : t('anyTag')}
            value={filters.tags ?? []}
            onChange={(chosen) => onChange({ tags: chosen.length > 0 ? chosen : undefined })}
            comboboxProps={{ withinPortal: false }}
          />
        )}
        <One
          label={t('steering:agent')}
          any={t('anyAgent')}
          choices={[['me', t('me')], ...named(agents)]}
          value={agent}
          onChange={(value) => onChange({ agent: value === 'me' ? 'me' : numbered(value) })}
          shown
          first
        />
        <One
          label={t('group')}
          any={t('anyGroup')}
          choices={named(groups)}
          value={group}
          onChange={(value) => onChange({ group: numbered(value) })}
          shown
        />
        <One
          label={t('channel')}
          any={t('anyChannel')}
          choices={channels.map((value) => [value, t(`tickets:channel.${value}`)])}
          value={channel}
          onChange={(value) => onChange({ channel: value as Filtered['channel'] })}
          shown
        />
        <One
          label={t('due')}
          any={t('anyDue')}
          choices={[['soon', t('dueSoon')]]}
          value={due}
          onChange={(value) => onChange({ due: value as Filtered['due'] })}
          shown
        />
        {fields.map(({ key, label, type, options }) => {
          const props = {
            label,
            value: filters.fields?.[key],
            onChange: (value: string | undefined) => setField(key, value),
          };
          switch (type) {
            case 'CHOICE':
              return (
                <One
                  key={key}
                  {...props}
                  any={t('anyValue')}
                  choices={options.map((option) => [option, option])}
                  shown
                />
              );
            case 'YES_NO':
              return (
                <One
                  key={key}
                  {...props}
                  any={t('anyValue')}
                  choices={[
                    ['true', t('labels:yes')],
                    ['false', t('labels:no')],
                  ]}
                  shown
                />
              );
            case 'NUMBER':
            case 'DATE':
              return <Range key={key} {...props} type={type === 'DATE' ? 'date' : 'number'} />;
            default:
              return <Words key={key} {...props} />;
          }
        })}
      </Stack>
    </OpenPanel>
  );
}

/** Takes effect when it is left or sent, as half a word finds nothing. */
function Words({ label, value, onChange }: OneProps) {
  return (
    <TextInput
      key={value}
      size="xs"
      label={label}
      defaultValue={value}
      maxLength={200}
      onBlur={({ currentTarget: { value: typed } }) =>
        typed.trim() !== (value ?? '') && onChange(typed.trim() || undefined)
      }
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}

function Range({ label, value, onChange, type }: OneProps & { type: 'date' | 'number' }): ReactNode {
  const { t } = useTranslation('list');
  const text = value === undefined ? '' : String(value);
  const [from = '', to = from] = text.split('..');
  const change = (first: string, last: string) =>
    onChange(first === '' && last === '' ? undefined : `${first}..${last}`);
  return (
    <fieldset className={classes.range}>
      <legend>{label}</legend>
      <TextInput
        key={`from ${from}`}
        size="xs"
        type={type}
        step="any"
        aria-label={t('from', { name: label })}
        defaultValue={from}
        onBlur={({ currentTarget: { value: typed } }) => typed !== from && change(typed, to)}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
      <span aria-hidden>–</span>
      <TextInput
        key={`to ${to}`}
        size="xs"
        type={type}
        step="any"
        aria-label={t('to', { name: label })}
        defaultValue={to}
        onBlur={({ currentTarget: { value: typed } }) => typed !== to && change(from, typed)}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
    </fieldset>
  );
}
