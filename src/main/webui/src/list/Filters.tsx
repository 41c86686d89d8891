import { Badge, Button, NativeSelect, Popover, Stack, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { priorities } from '../board/filters';
import { groupsQuery } from '../board/floor';
import { fieldsQuery, tagsQuery } from '../tickets/labels/queries';
import { TagChoice } from '../tickets/labels/TagChoice';
import { queuesQuery } from '../tickets/queries';
import { channels, type Filters as Filtered, type Place, type Sort, sorts, statuses } from './address';
import classes from './list.module.css';
import { agentsQuery } from './queries';

interface Props {
  filters: Filtered;
  sort: Sort | undefined;
  onChange: (change: Place) => void;
}

/** What restricts the list; the rarer ones behind a button, which says how many of them do. */
export function Filters({ filters, sort, onChange }: Props) {
  const { t } = useTranslation('list');
  const queues = useQuery(queuesQuery).data;
  const tags = useQuery(tagsQuery).data;
  return (
    <fieldset className={classes.filters} aria-label={t('filters')}>
      <One
        label={t('board:state')}
        any={t(filters.text ? 'anyState' : 'board:anyState')}
        choices={statuses.map((value) => [value, t(`tickets:status.${value}`)])}
        value={filters.status}
        onChange={(status) => onChange({ status: status as Filtered['status'] })}
      />
      <One
        label={t('board:priority')}
        any={t('board:anyPriority')}
        choices={priorities.map((value) => [value, t(`tickets:priority.${value}`)])}
        value={filters.priority}
        onChange={(priority) => onChange({ priority: priority as Filtered['priority'] })}
      />
      <One
        label={t('board:queue')}
        any={t('board:anyQueue')}
        choices={named(queues)}
        value={filters.queue}
        onChange={(queue) => onChange({ queue: numbered(queue) })}
      />
      {tags && tags.length > 0 && (
        <TagChoice
          label={t('labels:tags')}
          placeholder={filters.tags ? undefined : t('anyTag')}
          value={filters.tags ?? []}
          onChange={(chosen) => onChange({ tags: chosen.length > 0 ? chosen : undefined })}
          className={classes.tagFilter}
        />
      )}
      <More filters={filters} onChange={onChange} />
      <NativeSelect
        size="xs"
        aria-label={t('sort')}
        data={[
          { value: '', label: t(filters.text ? 'sorts.best' : 'sorts.usual') },
          ...sorts.map((value) => ({ value, label: t(`sorts.${value}`) })),
        ]}
        value={sort ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ sort: (value || undefined) as Sort | undefined })
        }
        className={classes.sort}
      />
    </fieldset>
  );
}

function More({ filters, onChange }: Omit<Props, 'sort'>) {
  const { t } = useTranslation('list');
  const fields = useQuery(fieldsQuery).data?.filter(({ archived }) => !archived) ?? [];
  const groups = useQuery(groupsQuery).data;
  const agents = useQuery(agentsQuery).data;
  const { channel, agent, group, due } = filters;
  const count =
    [channel, agent, group, due].filter((value) => value !== undefined).length +
    Object.keys(filters.fields ?? {}).length;
  const setField = (key: string, value: string | undefined) => {
    const { [key]: _, ...others } = filters.fields ?? {};
    const next = value ? { ...others, [key]: value } : others;
    onChange({ fields: Object.keys(next).length > 0 ? next : undefined });
  };
  return (
    <Popover position="bottom-start" width={300} trapFocus returnFocus withinPortal shadow="md">
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFilter size={14} aria-hidden />}
          rightSection={
            count > 0 && (
              <Badge size="sm" circle>
                {count}
              </Badge>
            )
          }
        >
          {t('moreFilters')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('moreFilters')}>
        <Stack gap="xs">
          <One
            label={t('board:agent')}
            any={t('board:anyAgent')}
            choices={[['me', t('me')], ...named(agents)]}
            value={agent}
            onChange={(value) => onChange({ agent: value === 'me' ? 'me' : numbered(value) })}
            shown
          />
          <One
            label={t('board:group')}
            any={t('anyGroup')}
            choices={named(groups)}
            value={group}
            onChange={(value) => onChange({ group: numbered(value) })}
            shown
          />
          <One
            label={t('board:channel')}
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
      </Popover.Dropdown>
    </Popover>
  );
}

type Choices = [value: string, label: string][];

function named(things: { id: number; name: string }[] | undefined): Choices {
  return (things ?? []).map(({ id, name }) => [String(id), name]);
}

function numbered(value: string | undefined): number | undefined {
  return value === undefined ? undefined : Number(value);
}

interface OneProps {
  label: string;
  value: string | number | undefined;
  onChange: (value: string | undefined) => void;
}

/** `shown`: whether its label stands above it. */
function One({
  label,
  any,
  choices,
  value,
  onChange,
  shown = false,
}: OneProps & { any: string; choices: Choices; shown?: boolean }) {
  const known = value === undefined || choices.some(([each]) => each === String(value));
  return (
    <NativeSelect
      size="xs"
      {...(shown ? { label } : { 'aria-label': label, className: classes.filter })}
      data={[
        { value: '', label: any },
        ...choices.map(([each, name]) => ({ value: each, label: name })),
        // What an address asks for stays chosen, also before its name is known, or where there is none.
        ...(known ? [] : [{ value: String(value), label: `#${value}` }]),
      ]}
      value={value === undefined ? '' : String(value)}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    />
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
