import { Anchor, Button, Group, Input, Menu, Text, VisuallyHidden } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldType } from '../../api/schema';
import { fieldsQuery } from '../../tickets/labels/queries';
import classes from './ConditionEditor.module.css';
import { type Completion, complete, completeAnything, examples, marked, put, type Word } from './cel';
import type { Mistake } from './rules';
import './words';

const LINE = 20;
const PADDING = 8;
const LEAST_LINES = 2;

/** As a condition reads the values of fields. */
const celTypes: Record<FieldType, string> = {
  TEXT: 'string',
  NUMBER: 'double',
  DATE: 'timestamp',
  CHOICE: 'string',
  YES_NO: 'bool',
};

interface Props {
  value: string;
  onChange: (value: string) => void;
  mistake?: Mistake;
  /** What is known of customers. */
  attributes?: string[];
}

/** Where a condition is written: with line numbers, suggestions, and a mark where it is wrong. */
export function ConditionEditor({ value, onChange, mistake, attributes }: Props) {
  const { t } = useTranslation('admin-policies');
  const fields = useQuery(fieldsQuery).data?.map(({ key, type }) => ({ text: key, type: celTypes[type] }));
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const cursorAfter = useRef<number>(undefined);
  const [completion, setCompletion] = useState<Completion>();
  const [chosen, setChosen] = useState(0);
  const [scrolled, setScrolled] = useState(0);
  const lines = Math.max(value.split('\n').length, LEAST_LINES);

  useLayoutEffect(() => {
    if (cursorAfter.current !== undefined && area.current) {
      area.current.setSelectionRange(cursorAfter.current, cursorAfter.current);
      cursorAfter.current = undefined;
    }
  });

  const suggest = (found: Completion | undefined) => {
    setCompletion(found);
    setChosen(0);
  };
  const take = (word: Word) => {
    if (completion && area.current) {
      const next = put(value, completion.from, area.current.selectionStart, word);
      cursorAfter.current = next.cursor;
      onChange(next.text);
      area.current.focus();
      suggest(
        next.text[next.cursor - 1] === '.' ? complete(next.text, next.cursor, attributes, fields) : undefined,
      );
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const cursor = event.currentTarget.selectionStart;
    if (event.ctrlKey && event.key === ' ') {
      event.preventDefault();
      suggest(complete(value, cursor, attributes, fields) ?? completeAnything(cursor));
      return;
    }
    const words = completion?.words;
    if (!words) {
      return;
    }
    const word = words[chosen];
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      setChosen((chosen + 1) % words.length);
    } else if (event.key === 'ArrowUp') {
      event.preventDefault();
      setChosen((chosen - 1 + words.length) % words.length);
    } else if ((event.key === 'Enter' || event.key === 'Tab') && word) {
      event.preventDefault();
      take(word);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      suggest(undefined);
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      suggest(undefined);
    }
  };
  const place = mistake?.line ? marked(value, mistake.line, mistake.column ?? 1) : undefined;
  const insertExample = (condition: string) => {
    onChange(value.trim() === '' ? condition : `${value.trimEnd()}\n&& ${condition}`);
    area.current?.focus();
  };
  return (
    <div>
      <Group justify="space-between" align="end" gap="xs" mb={4}>
        <div>
          <Input.Label htmlFor={id}>{t('condition')}</Input.Label>
          <Text size="xs" c="dimmed" id={`${id}-hint`}>
            {t('conditionHint')}
          </Text>
        </div>
        <Menu position="bottom-end" withinPortal width={340}>
          <Menu.Target>
            <Button
              variant="subtle"
              size="compact-sm"
              color="gray"
              leftSection={<IconBulb size={14} aria-hidden />}
            >
              {t('insertExample')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {examples.map((example) => (
              <Menu.Item key={example.words} onClick={() => insertExample(example.condition)}>
                <Text size="sm">{t(`example.${example.words}`)}</Text>
                <Text size="xs" ff="monospace" truncate>
                  {example.condition}
                </Text>
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Group>
      <div className={classes.frame} data-wrong={mistake ? true : undefined}>
        <div className={classes.numbers} aria-hidden>
          {Array.from({ length: lines }, (_, index) => index + 1).join('\n')}
        </div>
        <div className={classes.pane}>
          <div className={classes.clip} aria-hidden>
            {place && (
              <div className={classes.marks} style={{ transform: `translateX(${-scrolled}px)` }}>
                {value.slice(0, place.from)}
                <span className={classes.mark} data-testid="mistake-mark">
                  {value.slice(place.from, place.to) || ' '}
                </span>
              </div>
            )}
          </div>
          <textarea
            ref={area}
            id={id}
            className={classes.text}
            rows={lines}
            wrap="off"
            maxLength={2000}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            aria-describedby={`${id}-hint ${id}-mistake`}
            aria-invalid={mistake ? true : undefined}
            aria-autocomplete="list"
            aria-controls={completion ? `${id}-list` : undefined}
            aria-activedescendant={completion ? `${id}-${chosen}` : undefined}
            value={value}
            onChange={(event) => {
              const { value: typed, selectionStart } = event.currentTarget;
              onChange(typed);
              suggest(complete(typed, selectionStart, attributes, fields));
            }}
            onKeyDown={onKeyDown}
            onScroll={(event) => setScrolled(event.currentTarget.scrollLeft)}
            onClick={() => suggest(undefined)}
            onBlur={() => suggest(undefined)}
          />
          {completion && (
            <Suggestions
              id={id}
              completion={completion}
              text={value}
              chosen={chosen}
              scrolled={scrolled}
              onTake={take}
            />
          )}
        </div>
      </div>
      <Text size="xs" c="var(--mantine-color-error)" id={`${id}-mistake`} aria-live="polite" mt={4} mih={18}>
        {mistake &&
          (mistake.line
            ? t('mistakeAt', { line: mistake.line, column: mistake.column ?? 1, message: mistake.message })
            : mistake.message)}{' '}
        {place && (
          <Anchor
            component="button"
            type="button"
            size="xs"
            onClick={() => {
              area.current?.focus();
              area.current?.setSelectionRange(place.from, place.to);
            }}
          >
            {t('goThere')}
          </Anchor>
        )}
      </Text>
      <VisuallyHidden role="status">
        {completion && t('suggestions', { count: completion.words.length })}
      </VisuallyHidden>
    </div>
  );
}

function Suggestions({
  id,
  completion,
  text,
  chosen,
  scrolled,
  onTake,
}: {
  id: string;
  completion: Completion;
  text: string;
  chosen: number;
  scrolled: number;
  onTake: (word: Word) => void;
}) {
  const { t } = useTranslation('admin-policies');
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const before = text.slice(0, completion.from).split('\n');
  const column = before.at(-1)?.length ?? 0;
  return (
    <ul
      ref={list}
      id={`${id}-list`}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: as the pattern of a combobox has it
      role="listbox"
      aria-label={t('completions')}
      className={classes.list}
      style={{
        top: before.length * LINE + PADDING,
        left: `max(0px, min(calc(${column}ch + ${PADDING - scrolled}px), 100% - 248px))`,
      }}
    >
      {completion.words.map((word, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the text field has the focus
        // biome-ignore lint/a11y/useKeyWithClickEvents: and its keys
        <li
          key={word.text}
          id={`${id}-${index}`}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: as the pattern of a combobox has it
          role="option"
          aria-selected={index === chosen}
          className={classes.option}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(word)}
        >
          <span>{word.text}</span>
          <span className={classes.type}>{word.type}</span>
        </li>
      ))}
    </ul>
  );
}
