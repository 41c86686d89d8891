import type { ReactNode } from 'react';
import type { TagView, TicketView } from '../../api/schema';
import classes from './labels.module.css';

export interface TagLook {
  id: number;
  name: string;
  colour: string;
}

/** The tags of a ticket, by their names: as they came with it, or as they are known here. */
export function tagsOf({ tagIds, details }: TicketView, known: readonly TagView[] = []): TagLook[] {
  return details?.tags ?? known.filter(({ id }) => tagIds.includes(id));
}

export function Tag({ tag, children }: { tag: TagLook; children?: ReactNode }) {
  return (
    <span className={classes.tag} data-colour={tag.colour} title={tag.name}>
      <bdi>{tag.name}</bdi>
      {children}
    </span>
  );
}

/** Where its name stands beside it. */
export function TagDot({ colour }: { colour: string }) {
  return <span className={`${classes.tag} ${classes.dot}`} data-colour={colour} aria-hidden />;
}

/** Of plain elements, as it stands in rows and in buttons, too. */
export function TagList({ tags }: { tags: readonly TagLook[] }) {
  return tags.length === 0 ? null : (
    <span className={classes.tags}>
      {tags.map((tag) => (
        <Tag key={tag.id} tag={tag} />
      ))}
    </span>
  );
}
