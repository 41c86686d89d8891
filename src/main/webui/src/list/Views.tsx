import { Text } from '@mantine/core';
import {
  IconAlarm,
  IconBookmark,
  IconInbox,
  type IconProps,
  IconTicket,
  IconUser,
  IconUserQuestion,
  IconUsers,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ComponentType, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../app/session';
import { tagsQuery } from '../tickets/labels/queries';
import { TagDot } from '../tickets/labels/TagList';
import { queuesQuery } from '../tickets/queries';
import { type BuiltIn, builtIn, filtersOf, type Place, searchOf } from './address';
import { keptColumns } from './columns';
import classes from './list.module.css';
import { placeOfView, viewsQuery } from './saved';

const icons: Record<BuiltIn, ComponentType<IconProps>> = {
  all: IconTicket,
  mine: IconUser,
  unassigned: IconUserQuestion,
  breaching: IconAlarm,
};

/** Which of the views a place is, where it is one. */
export function viewOf(place: Place): string | undefined {
  if (place.view !== undefined) {
    return String(place.view);
  }
  const { queue, tags, ...others } = filtersOf(place);
  const isPlain = Object.keys(others).length === 0;
  if (isPlain && queue === undefined && tags === undefined) {
    return 'all';
  }
  if (isPlain && tags === undefined) {
    return `queue-${queue}`;
  }
  return isPlain && queue === undefined && tags?.length === 1 ? `tag-${tags[0]}` : undefined;
}

/** How a place is called: as its view, or by what it is about. */
export function useNameOfPlace(place: Place): string {
  const { t } = useTranslation('list');
  const saved = useQuery(viewsQuery).data;
  const queues = useQuery(queuesQuery).data;
  const tags = useQuery(tagsQuery).data;
  const view = viewOf(place);
  const known = builtIn.find((each) => each === view);
  const { queue, tags: [tag] = [] } = place;
  return (
    (known && t(`view.${known}`)) ??
    (place.view !== undefined
      ? saved?.find(({ id }) => id === place.view)?.name
      : view?.startsWith('queue-')
        ? queues?.find(({ id }) => id === queue)?.name
        : view && tags?.find(({ id }) => id === tag)?.name) ??
    t('tickets')
  );
}

interface Props {
  place: Place;
  onChosen?: () => void;
}

/** The lists of tickets that one may look at. */
export function Views({ place, onChosen }: Props) {
  const { t } = useTranslation('list');
  const me = useMe();
  const saved = useQuery(viewsQuery);
  const queues = useQuery(queuesQuery).data ?? [];
  const tags = useQuery(tagsQuery).data?.filter(({ archived }) => !archived) ?? [];
  const now = viewOf(place);
  const own = saved.data?.filter(({ shared }) => !shared) ?? [];
  const shared = saved.data?.filter((view) => view.shared) ?? [];
  const link = (key: string, to: Place, icon: ReactNode, name: string) => (
    <li key={key}>
      <Link
        to="/tickets"
        // The columns are one's own, unless a view has some.
        search={searchOf({ columns: keptColumns(), ...to }) as never}
        className={classes.view}
        activeOptions={{ exact: true }}
        aria-current={key === now ? 'page' : undefined}
        onClick={onChosen}
      >
        {icon}
        <bdi>{name}</bdi>
      </Link>
    </li>
  );
  return (
    <>
      <ul className={classes.views}>
        {builtIn
          .filter((view) => view !== 'mine' || me.roles.includes('agent'))
          .map((view) => {
            const Icon = icons[view];
            return link(
              view,
              view === 'all' ? {} : { view },
              <Icon size={16} aria-hidden />,
              t(`view.${view}`),
            );
          })}
      </ul>
      <Group title={t('ownViews')}>
        {own.map((view) =>
          link(String(view.id), placeOfView(view), <IconBookmark size={16} aria-hidden />, view.name),
        )}
        {saved.isSuccess && own.length === 0 && <li className={classes.hint}>{t('noViews')}</li>}
        {saved.isError && (
          <li>
            <Text size="xs" role="alert" px="xs">
              {t('viewsFailed')}
            </Text>
          </li>
        )}
      </Group>
      {shared.length > 0 && (
        <Group title={t('sharedViews')}>
          {shared.map((view) =>
            link(String(view.id), placeOfView(view), <IconUsers size={16} aria-hidden />, view.name),
          )}
        </Group>
      )}
      {queues.length > 0 && (
        <Group title={t('queues')}>
          {queues.map(({ id, name }) =>
            link(`queue-${id}`, { queue: id }, <IconInbox size={16} aria-hidden />, name),
          )}
        </Group>
      )}
      {tags.length > 0 && (
        <Group title={t('tags')}>
          {tags.map((tag) =>
            link(`tag-${tag.id}`, { tags: [tag.id] }, <TagDot colour={tag.colour} />, tag.name),
          )}
        </Group>
      )}
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes.group} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className={classes.views}>{children}</ul>
    </section>
  );
}
