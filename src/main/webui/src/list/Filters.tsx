import { Badge, Button, NativeSelect } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { priorities } from '../tickets/priorities';
import { queuesQuery } from '../tickets/queries';
import { type Filters as Filtered, type Place, type Sort, sorts, statuses } from './address';
import classes from './list.module.css';
import { named, numbered, One } from './One';
import { MoreFilters } from './parts';

interface Props {
  filters: Filtered;
  sort: Sort | undefined;
  onChange: (change: Place) => void;
}

/** The filters of the list; the rarer ones stand behind a button, which says how many of them restrict it. */
export function Filters({ filters, sort, onChange }: Props) {
  const { t } = useTranslation('list');
  const queues = useQuery(queuesQuery).data;
  return (
    <fieldset className={classes.filters} aria-label={t('filters')}>
      <One
        label={t('steering:state')}
        any={t(filters.text ? 'anyState' : 'anyLiveState')}
        choices={statuses.map((value) => [value, t(`tickets:status.${value}`)])}
        value={filters.status}
        onChange={(status) => onChange({ status: status as Filtered['status'] })}
      />
      <One
        label={t('priority')}
        any={t('anyPriority')}
        choices={priorities.map((value) => [value, t(`tickets:priority.${value}`)])}
        value={filters.priority}
        onChange={(priority) => onChange({ priority: priority as Filtered['priority'] })}
      />
      <One
        label={t('steering:queue')}
        any={t('anyQueue')}
        choices={named(queues)}
        value={filters.queue}
        onChange={(queue) => onChange({ queue: numbered(queue) })}
      />
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
  const [button, setButton] = useState<HTMLElement>();
  const { channel, agent, group, due, tags, fields = {} } = filters;
  const count =
    [channel, agent, group, due, tags].filter((value) => value !== undefined).length +
    Object.keys(fields).length;
  return (
    <>
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
        aria-haspopup="dialog"
        aria-expanded={button !== undefined}
        onClick={({ currentTarget }) => setButton(currentTarget)}
      >
        {t('moreFilters')}
      </Button>
      {button && (
        <Suspense fallback={null}>
          <MoreFilters
            button={button}
            filters={filters}
            onChange={onChange}
            onClose={() => setButton(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}
