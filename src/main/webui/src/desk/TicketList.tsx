import { Alert, Box, Button, TextInput, UnstyledButton } from '@mantine/core';
import { IconAlertCircle, IconPencil, IconSearch } from '@tabler/icons-react';
import { memo, type ReactNode, Suspense, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketStatus, TicketView } from '../api/schema';
import { isFound } from '../app/found';
import { messageOf } from '../app/problems';
import { useGrowing } from '../app/useGrowing';
import { At, ChannelIcon, CustomerName, Elapsed, PriorityIcon } from '../tickets';
import { useDraftsOf } from '../tickets/drafts';
import { TagList, tagsOf } from '../tickets/labels/TagList';
import { hasWords, LONGEST_TEXT, useSought } from '../tickets/sought';
import { Select, SelectAll } from '../tickets/together/boxes';
import { useRun } from '../tickets/together/runs';
import { useChosen } from '../tickets/together/useChosen';
import { KeyHint } from '../ui/KeyNames';
import { SkeletonRows } from '../ui/SkeletonRows';
import type { Hands } from './ActTogether';
import { ActTogether } from './parts';
import { Standing } from './Standing';
import { kinds } from './steps';
import classes from './TicketList.module.css';

const SEARCH_FROM = 8;
const SOUGHT: TicketStatus[] = ['IN_PROGRESS', 'PENDING', 'RESOLVED'];

interface Props {
  account: number;
  held: TicketView[] | undefined;
  pending: TicketView[] | undefined;
  resolved: TicketView[] | undefined;
  problem: Error | null;
  morePending: (() => void) | undefined;
  loadingMore: boolean;
  selected: number | undefined;
  onSelect: (id: number) => void;
  hands: Hands;
  empty: ReactNode;
}

/** What I hold, what I wait for, and what I did last; several of them can be acted on together. */
export function TicketList(props: Props) {
  const { t } = useTranslation('desk');
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed).trim();
  const { account, selected, onSelect } = props;
  const searching = wanted !== '';
  const { morePending, loadingMore, problem } = props;
  useEffect(() => {
    if (searching && morePending && !loadingMore && !problem) {
      morePending();
    }
  }, [searching, morePending, loadingMore, problem]);
  const sought = useSought(wanted, { agentId: account, status: SOUGHT });
  const hits = useMemo(() => new Set(sought.tickets?.map(({ id }) => id)), [sought.tickets]);
  const { held, pending } = props;
  const resolved = useMemo(() => withFound(props.resolved, sought.tickets), [props.resolved, sought.tickets]);
  const listed = useMemo(
    () =>
      [held, pending, resolved].flatMap((all = []) => all.filter((ticket) => matches(ticket, wanted, hits))),
    [held, pending, resolved, wanted, hits],
  );
  const [choosing, setChoosing] = useState(false);
  const choice = useChosen(listed);
  const acting = useRun() !== undefined;
  const many = (props.pending?.length ?? 0) + (props.held?.length ?? 0) >= SEARCH_FROM;
  const rows = (tickets: TicketView[], lookUp: boolean, keys: boolean) => (
    <Rows
      tickets={tickets.filter((ticket) => matches(ticket, wanted, hits))}
      account={account}
      selected={selected}
      onSelect={onSelect}
      lookUp={lookUp}
      held={keys}
      keys={keys && !wanted}
      chosen={choosing ? choice.chosen : undefined}
      onChoose={choice.choose}
    />
  );
  return (
    <div className={classes.list}>
      {many && (
        <TextInput
          size="xs"
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={14} />}
          maxLength={LONGEST_TEXT}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && setTyped('')}
          className={classes.search}
        />
      )}
      {(choosing || listed.length > 1) && (
        <div className={classes.choose}>
          {choosing && <SelectAll choice={choice} />}
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-pressed={choosing}
            onClick={() => {
              setChoosing(!choosing);
              choice.clear();
            }}
          >
            {t(choosing ? 'together:chooseEnd' : 'together:choose')}
          </Button>
        </div>
      )}
      {props.problem && (
        <Alert color="red" icon={<IconAlertCircle size={18} />} role="alert">
          {messageOf(props.problem)}
        </Alert>
      )}
      {sought.problem && (
        <Alert color="red" icon={<IconAlertCircle size={18} />} role="alert">
          {messageOf(sought.problem)}
        </Alert>
      )}
      {searching && listed.length === 0 && !sought.searching && !sought.problem && (
        <p className={classes.nothing} role="status">
          {t(hasWords(wanted) ? 'tickets:noHit' : 'tickets:noHitOfSigns')}
        </p>
      )}
      <Section title={t('held')} count={props.held?.length}>
        {props.held === undefined ? (
          <Waiting />
        ) : props.held.length === 0 ? (
          props.empty
        ) : (
          rows(props.held, true, true)
        )}
      </Section>
      <Section title={t('pending')} count={props.pending?.length} more={props.morePending !== undefined}>
        {props.pending === undefined ? (
          <Waiting />
        ) : props.pending.length === 0 ? (
          <Nothing>{t('noPending')}</Nothing>
        ) : (
          <>
            {rows(props.pending, props.pending.length <= 30, false)}
            {props.morePending && (
              <Button
                variant="subtle"
                size="compact-sm"
                loading={props.loadingMore}
                onClick={props.morePending}
              >
                {t('common:more')}
              </Button>
            )}
          </>
        )}
      </Section>
      <Section title={t('resolved')}>
        {resolved === undefined ? (
          <Waiting />
        ) : resolved.length === 0 ? (
          <Nothing>{t('noResolved')}</Nothing>
        ) : (
          rows(resolved, true, false)
        )}
      </Section>
      {(choosing || acting) && (
        <Suspense fallback={null}>
          <ActTogether selected={choice.selected} onDeselect={choice.clear} hands={props.hands} />
        </Suspense>
      )}
    </div>
  );
}

function Rows({
  tickets,
  account,
  selected,
  onSelect,
  lookUp,
  held,
  keys,
  chosen,
  onChoose,
}: {
  tickets: TicketView[];
  account: number;
  selected: number | undefined;
  onSelect: (id: number) => void;
  lookUp: boolean;
  /** Whether I hold them. */
  held: boolean;
  keys: boolean;
  /** Those that are chosen, while several are. */
  chosen: ReadonlySet<number> | undefined;
  onChoose: (id: number, range: boolean) => void;
}) {
  const [shown, end] = useGrowing();
  return (
    <>
      <ul className={classes.rows}>
        {tickets.slice(0, shown).map((ticket, index) => (
          <li key={ticket.id} className={classes.item}>
            {chosen && <Select id={ticket.id} chosen={chosen.has(ticket.id)} onChoose={onChoose} />}
            <Row
              ticket={ticket}
              account={account}
              current={ticket.id === selected}
              onSelect={onSelect}
              lookUp={lookUp}
              held={held}
              place={keys && index < 9 ? index + 1 : undefined}
            />
          </li>
        ))}
      </ul>
      {tickets.length > shown && <div key={shown} ref={end} />}
    </>
  );
}

/** Those that I resolved last, and whatever else of mine was found. */
function withFound(resolved: TicketView[] | undefined, hits: TicketView[] = []): TicketView[] | undefined {
  const known = new Set(resolved?.map(({ id }) => id));
  const others = hits.filter(({ id, status }) => status === 'RESOLVED' && !known.has(id));
  return others.length > 0 ? resolved && [...resolved, ...others] : resolved;
}

/** @param hits those that the server found by words */
function matches(ticket: TicketView, wanted: string, hits: ReadonlySet<number>): boolean {
  return (
    wanted === '' ||
    hits.has(ticket.id) ||
    [String(ticket.id), ticket.details?.customerName, ticket.orderNumber, ticket.note].some(
      (text) => text && isFound(text, wanted),
    )
  );
}

function Section({
  title,
  count,
  more = false,
  children,
}: {
  title: string;
  count?: number | undefined;
  more?: boolean;
  children: ReactNode;
}) {
  return (
    <section className={classes.section}>
      <h2 className={classes.title}>
        {title}
        {count !== undefined && (
          <span className={classes.count}>
            {count}
            {more && '+'}
          </span>
        )}
      </h2>
      {children}
    </section>
  );
}

function Nothing({ children }: { children: ReactNode }) {
  return <p className={classes.nothing}>{children}</p>;
}

function Waiting() {
  return (
    <Box px="xs">
      <SkeletonRows rows={2} height={44} />
    </Box>
  );
}

/** `lookUp`: whether names that are missing are asked for one by one. */
const Row = memo(function Row({
  ticket,
  account,
  current,
  onSelect,
  lookUp,
  held,
  place,
}: {
  ticket: TicketView;
  account: number;
  current: boolean;
  onSelect: (id: number) => void;
  lookUp: boolean;
  held: boolean;
  place: number | undefined;
}) {
  const { t } = useTranslation('desk');
  const drafts = useDraftsOf(account, ticket.id, kinds);
  return (
    <UnstyledButton
      className={classes.row}
      aria-current={current || undefined}
      onClick={() => onSelect(ticket.id)}
      data-testid={`ticket-${ticket.id}`}
    >
      <span className={classes.icon}>
        <ChannelIcon channel={ticket.channel} size={18} />
      </span>
      <span className={classes.body}>
        <span className={classes.first}>
          <span className={classes.name}>
            {lookUp || ticket.details?.customerName ? <CustomerName ticket={ticket} /> : `#${ticket.id}`}
          </span>
          {drafts !== '' && (
            <IconPencil size={14} role="img" aria-label={t('hasDraft')} className={classes.draft} />
          )}
          {(ticket.priority === 'URGENT' || ticket.priority === 'HIGH') && (
            <PriorityIcon priority={ticket.priority} />
          )}
          {held && <Standing ticket={ticket} account={account} />}
          {place && <KeyHint name={String(place)} visibleFrom="sm" />}
        </span>
        <span className={classes.second}>
          <span className={classes.about}>
            #{ticket.id}
            {ticket.reason && ` · ${t(`tickets:reason.${ticket.reason}`)}`}
            {ticket.orderNumber && ` · ${ticket.orderNumber}`}
          </span>
          {ticket.pendingUntil ? (
            <span>
              {t('tickets:until')} <At time={ticket.pendingUntil} />
            </span>
          ) : (
            <Elapsed
              since={ticket.status === 'RESOLVED' ? (ticket.resolvedAt ?? ticket.updatedAt) : ticket.openedAt}
            />
          )}
        </span>
        <TagList tags={tagsOf(ticket)} />
      </span>
    </UnstyledButton>
  );
});
