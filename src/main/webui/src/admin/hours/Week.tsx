import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCopy, IconPlus, IconX } from '@tabler/icons-react';
import { type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Opening } from '../../api/schema';
import { dateFormat } from '../../app/dates';
import {
  areApart,
  type Day,
  days,
  end,
  joined,
  minutes,
  missesAMinute,
  nextSpan,
  passesMidnight,
  type Span,
  shownEnd,
  tails,
  time,
  typedEnd,
} from './spans';
import classes from './Week.module.css';
import './words';

const DAY = 24 * 60;
const STEP = 15;

/** A Monday, to name the days by. */
const MONDAY = Date.UTC(2024, 0, 1);

function useDayName(): (day: Day) => string {
  const { i18n } = useTranslation();
  const format = dateFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' });
  return (day) => format.format(MONDAY + days.indexOf(day) * DAY * 60_000);
}

/** The hours of a week, drawn or typed. */
export function Week({ value, onChange }: { value: Opening[]; onChange: (weekly: Opening[]) => void }) {
  const { t } = useTranslation('admin-hours');
  const dayName = useDayName();
  const of = (day: Day) => value.filter((opening) => opening.day === day);
  const before = (day: Day) => tails(of(days[(days.indexOf(day) + 6) % 7] as Day));
  const put = (day: Day, spans: Span[]) =>
    onChange([
      ...value.filter((opening) => opening.day !== day),
      ...spans.map(({ from, to }) => ({ day, from, to })),
    ]);
  return (
    <Stack gap={0}>
      <div className={`${classes.day} ${classes.wide}`} aria-hidden>
        <span />
        <div className={classes.scale}>
          {[0, 6, 12, 18, 24].map((hour) => (
            <span key={hour} style={{ left: `${(hour / 24) * 100}%` }}>
              {hour}
            </span>
          ))}
        </div>
      </div>
      {days.map((day) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid everywhere
        <div key={day} className={classes.day} role="group" aria-label={dayName(day)}>
          <Text size="sm" fw={550}>
            {dayName(day)}
          </Text>
          <Track
            spans={of(day)}
            before={before(day)}
            onDraw={(span) => put(day, joined([...of(day), span]))}
          />
          <Spans
            what={dayName(day)}
            add={t('addTo', { day: dayName(day) })}
            spans={of(day)}
            before={before(day)}
            onChange={(spans) => put(day, spans)}
          />
        </div>
      ))}
      <Group mt="xs">
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconCopy size={14} aria-hidden />}
          onClick={() =>
            onChange([
              ...value.filter(({ day }) => ['MONDAY', 'SATURDAY', 'SUNDAY'].includes(day)),
              ...days.slice(1, 5).flatMap((day) => of('MONDAY').map(({ from, to }) => ({ day, from, to }))),
            ])
          }
        >
          {t('copyToWeekdays')}
        </Button>
      </Group>
    </Stack>
  );
}

/** The day as a bar. Everything that it does is also done by the fields beside it. */
function Track({ spans, before, onDraw }: { spans: Span[]; before: Span[]; onDraw: (span: Span) => void }) {
  const track = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<{ anchor: number; at: number }>();
  const at = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    const part = box ? Math.min(Math.max((event.clientX - box.left) / box.width, 0), 1) : 0;
    return Math.round((part * DAY) / STEP) * STEP;
  };
  const span = drawn && {
    from: time(Math.min(drawn.anchor, drawn.at)),
    to: time(Math.max(drawn.anchor, drawn.at)),
  };
  return (
    <div
      ref={track}
      className={classes.track}
      aria-hidden
      onPointerDown={(event) => {
        if (event.pointerType === 'mouse' && event.button === 0) {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrawn({ anchor: at(event), at: at(event) });
        }
      }}
      onPointerMove={(event) => drawn && setDrawn({ ...drawn, at: at(event) })}
      onPointerUp={() => {
        if (span && minutes(span.to) - minutes(span.from) >= STEP) {
          onDraw(span);
        }
        setDrawn(undefined);
      }}
    >
      {[...before, ...spans].map((own) => (
        <div key={`${own.from}-${own.to}`} className={classes.span} style={place(own)} />
      ))}
      {span && <div className={classes.drawn} style={place(span)} />}
    </div>
  );
}

function place(span: Span) {
  const from = minutes(span.from);
  return { left: `${(from / DAY) * 100}%`, width: `${((Math.min(end(span), DAY) - from) / DAY) * 100}%` };
}

/** The hours of one day, to be typed. */
export function Spans({
  what,
  add,
  spans,
  before,
  onChange,
}: {
  what: string;
  add: string;
  spans: Span[];
  /** What the day before leaves of this one. */
  before?: Span[];
  onChange: (spans: Span[]) => void;
}) {
  const { t } = useTranslation('admin-hours');
  const put = (index: number, part: Partial<Span>) =>
    onChange(spans.map((span, at) => (at === index ? { ...span, ...part } : span)));
  return (
    <Stack gap={4}>
      {spans.map((span, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: hours are told apart by nothing else
        <Group key={index} gap={6} wrap="nowrap">
          <TextInput
            type="time"
            size="xs"
            required
            aria-label={t('from', { what })}
            value={span.from}
            onChange={(event) => put(index, { from: event.currentTarget.value })}
          />
          –
          <TextInput
            type="time"
            size="xs"
            required
            aria-label={t('to', { what })}
            value={shownEnd(span.to)}
            onChange={(event) => put(index, { to: typedEnd(event.currentTarget.value) })}
          />
          {passesMidnight(span) && (
            <Text component="abbr" size="xs" c="dimmed" title={t('nextDay')} td="none">
              +1
            </Text>
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('removeFrom', { from: span.from, to: span.to, what })}
            onClick={() => onChange(spans.filter((_, at) => at !== index))}
          >
            <IconX size={16} />
          </ActionIcon>
          {index === spans.length - 1 && <AddSpan label={add} spans={spans} onChange={onChange} />}
        </Group>
      ))}
      {spans.length === 0 && (
        <Group gap={6}>
          <Text size="sm" c="dimmed" miw={100}>
            {t('closed')}
          </Text>
          <AddSpan label={add} spans={spans} onChange={onChange} />
        </Group>
      )}
      {!areApart(spans, before) && <Wrong text={t('clash')} />}
      {missesAMinute(spans) && <Wrong text={t('minuteMissing')} />}
    </Stack>
  );
}

function Wrong({ text }: { text: string }) {
  return (
    <Text size="xs" c="var(--mantine-color-error)" role="alert">
      {text}
    </Text>
  );
}

function AddSpan({
  label,
  spans,
  onChange,
}: {
  label: string;
  spans: Span[];
  onChange: (spans: Span[]) => void;
}) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={label}
      onClick={() => onChange([...spans, nextSpan(spans)])}
    >
      <IconPlus size={16} />
    </ActionIcon>
  );
}
