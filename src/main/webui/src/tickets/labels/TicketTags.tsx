import { IconPlus, IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../../api/schema';
import { messageOf } from '../../app/problems';
import { Fact } from '../Fact';
import { changeTags, taken } from './change';
import classes from './labels.module.css';
import { AddTag } from './parts';
import { tagsQuery } from './queries';
import { Tag, type TagLook, tagsOf } from './TagList';
import './words';

/** The tags of a ticket, to which one may add, and of which one may remove. */
export function TicketTags({ ticket }: { ticket: TicketView }) {
  const { t } = useTranslation('labels');
  const client = useQueryClient();
  const known = useQuery(tagsQuery).data;
  const [adding, setAdding] = useState<HTMLElement>();
  const [said, setSaid] = useState('');
  const add = useRef<HTMLButtonElement>(null);
  const change = useMutation({
    mutationFn: ({ tag, adds }: { tag: TagLook; adds: boolean }) =>
      changeTags(ticket, adds ? [tag.id] : [], adds ? [] : [tag.id]),
    onSuccess: (after, { tag, adds }) => {
      taken(client, after);
      setSaid(t(adds ? 'tagged' : 'untagged', { name: tag.name }));
    },
  });
  const tags = tagsOf(ticket, known);
  const fixed = ticket.erasedAt != null;
  if (tags.length === 0 && !known?.length) {
    return null;
  }
  return (
    <Fact name={t('tags')}>
      <ul className={classes.tags} aria-label={t('tagsOf', { id: ticket.id })}>
        {tags.map((tag) => (
          <li key={tag.id}>
            <Tag tag={tag}>
              {!fixed && (
                <button
                  type="button"
                  aria-label={t('removeTag', { name: tag.name })}
                  disabled={change.isPending}
                  onClick={() => {
                    change.mutate({ tag, adds: false });
                    // Its own button goes with the tag.
                    add.current?.focus();
                  }}
                >
                  <IconX size={12} aria-hidden />
                </button>
              )}
            </Tag>
          </li>
        ))}
        {!fixed && known && (
          <li>
            <button
              ref={add}
              type="button"
              className={classes.add}
              aria-haspopup="listbox"
              aria-expanded={adding !== undefined}
              onMouseEnter={() => void AddTag.preload()}
              onFocus={() => void AddTag.preload()}
              onClick={({ currentTarget }) => setAdding(currentTarget)}
            >
              <IconPlus size={12} aria-hidden />
              {t('addTag')}
            </button>
          </li>
        )}
      </ul>
      {adding && (
        <Suspense fallback={null}>
          <AddTag
            button={adding}
            tags={(known ?? []).filter(({ id, archived }) => !archived && !tags.some((tag) => tag.id === id))}
            onChoose={(tag) => change.mutate({ tag, adds: true })}
            onClose={() => setAdding(undefined)}
          />
        </Suspense>
      )}
      <span role="status" className={classes.said}>
        {said}
      </span>
      {change.error && (
        <span role="alert" className={classes.problem}>
          {messageOf(change.error)}
        </span>
      )}
    </Fact>
  );
}
