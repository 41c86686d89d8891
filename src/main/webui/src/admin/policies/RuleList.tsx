import { ActionIcon, Badge, Button, Group, Stack, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconChevronDown,
  IconChevronRight,
  IconCopy,
  IconGripVertical,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { type DragEvent, memo, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RuleBody } from './RuleBody';
import classes from './Rules.module.css';
import { copyOf, type EditedRule, type Mistake, moved, newRule } from './rules';
import { useRuleWords } from './useRuleWords';
import './words';

interface Props {
  rules: EditedRule[];
  /** Absent where the rules can only be read. */
  onChange?: (change: (rules: EditedRule[]) => EditedRule[]) => void;
  mistakes?: Map<string, Mistake[]>;
  attributes?: string[];
}

interface Removed {
  rule: EditedRule;
  at: number;
}

/** The rules in their order, which dragging and buttons change. */
export function RuleList({ rules, onChange, mistakes, attributes }: Props) {
  const { t } = useTranslation('admin-policies');
  const words = useRuleWords();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [removed, setRemoved] = useState<Removed>();
  const [said, setSaid] = useState('');
  const [dragged, setDragged] = useState<string>();
  const latest = useRef(rules);
  latest.current = rules;

  const toggle = useCallback((key: string) => {
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(key)) {
        after.add(key);
      }
      return after;
    });
  }, []);
  const change = useCallback(
    (key: string, part: Partial<EditedRule>) =>
      onChange?.((before) => before.map((rule) => (rule.key === key ? { ...rule, ...part } : rule))),
    [onChange],
  );
  const move = useCallback(
    (key: string, to: number) => {
      const now = latest.current;
      const from = now.findIndex((rule) => rule.key === key);
      const rule = now[from];
      if (rule && to >= 0 && to < now.length && to !== from) {
        onChange?.((before) => moved(before, from, to));
        setSaid(t('movedTo', { name: rule.name, place: to + 1, count: now.length }));
      }
    },
    [onChange, t],
  );
  const remove = useCallback(
    (key: string) => {
      const at = latest.current.findIndex((rule) => rule.key === key);
      const rule = latest.current[at];
      if (rule) {
        setRemoved({ rule, at });
        onChange?.((before) => before.filter((own) => own.key !== key));
      }
    },
    [onChange],
  );
  const duplicate = useCallback(
    (key: string) =>
      onChange?.((before) =>
        before.flatMap((rule) =>
          rule.key === key ? [rule, copyOf(rule, t('copyOf', { name: rule.name }).slice(0, 100))] : [rule],
        ),
      ),
    [onChange, t],
  );
  const add = () => {
    const rule = newRule(t('newRule'));
    onChange?.((before) => [...before, rule]);
    setOpen((before) => new Set(before).add(rule.key));
  };
  const undo = () => {
    if (removed) {
      onChange?.((before) => [...before.slice(0, removed.at), removed.rule, ...before.slice(removed.at)]);
      setRemoved(undefined);
    }
  };
  return (
    <Stack gap="xs">
      {rules.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noRules')}
        </Text>
      )}
      <ol className={classes.rules} aria-label={t('rules')}>
        {rules.map((rule, index) => (
          <RuleItem
            key={rule.key}
            rule={rule}
            index={index}
            count={rules.length}
            open={open.has(rule.key)}
            summary={words.summary(rule)}
            mistakes={mistakes?.get(rule.key)}
            attributes={attributes}
            editable={onChange !== undefined}
            dragged={dragged}
            onDrag={setDragged}
            onToggle={toggle}
            onChange={change}
            onMove={move}
            onRemove={remove}
            onDuplicate={duplicate}
          />
        ))}
      </ol>
      <div className={classes.last}>
        <Text size="sm" fw={600}>
          {t('otherwise')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('otherwiseHint', { queue: words.defaultQueue?.name ?? '…' })}
        </Text>
      </div>
      {onChange && (
        <Group>
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            {t('addRule')}
          </Button>
          {removed && (
            <Text size="sm" role="status">
              {t('removed', { name: removed.rule.name })}{' '}
              <Button variant="subtle" size="compact-sm" onClick={undo}>
                {t('undo')}
              </Button>
            </Text>
          )}
        </Group>
      )}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </Stack>
  );
}

interface ItemProps {
  rule: EditedRule;
  index: number;
  count: number;
  open: boolean;
  summary: string;
  mistakes?: Mistake[];
  attributes?: string[];
  editable: boolean;
  dragged: string | undefined;
  onDrag: (key: string | undefined) => void;
  onToggle: (key: string) => void;
  onChange: (key: string, part: Partial<EditedRule>) => void;
  onMove: (key: string, to: number) => void;
  onRemove: (key: string) => void;
  onDuplicate: (key: string) => void;
}

const RuleItem = memo(function RuleItem(props: ItemProps) {
  const { rule, index, count, open, summary, mistakes, attributes, editable, dragged } = props;
  const { onDrag, onToggle, onChange, onMove, onRemove, onDuplicate } = props;
  const { t } = useTranslation('admin-policies');
  const [over, setOver] = useState<'before' | 'after'>();
  const item = useRef<HTMLLIElement>(null);
  const name = rule.name || t('unnamed');
  const onDragOver = (event: DragEvent<HTMLLIElement>) => {
    if (dragged) {
      event.preventDefault();
      const box = event.currentTarget.getBoundingClientRect();
      setOver(event.clientY < box.top + box.height / 2 ? 'before' : 'after');
    }
  };
  const onDrop = (event: DragEvent<HTMLLIElement>) => {
    event.preventDefault();
    setOver(undefined);
    const siblings = [...(item.current?.parentElement?.children ?? [])];
    const from = siblings.findIndex((sibling) => (sibling as HTMLElement).dataset.key === dragged);
    if (dragged && from >= 0) {
      const gap = over === 'after' ? index + 1 : index;
      onMove(dragged, gap > from ? gap - 1 : gap);
    }
    onDrag(undefined);
  };
  return (
    <li
      ref={item}
      className={classes.rule}
      data-key={rule.key}
      data-testid="rule"
      data-wrong={mistakes ? true : undefined}
      data-dragged={dragged === rule.key || undefined}
      data-over={over}
      aria-label={t('rule', { place: index + 1, name })}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(undefined)}
      onDrop={onDrop}
    >
      <div className={classes.head}>
        {editable && (
          // biome-ignore lint/a11y/noStaticElementInteractions: only for the mouse; the buttons do the same
          <span
            className={classes.handle}
            title={t('drag', { name })}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              event.dataTransfer.setData('text/plain', rule.name);
              if (item.current) {
                event.dataTransfer.setDragImage(item.current, 12, 12);
              }
              onDrag(rule.key);
            }}
            onDragEnd={() => onDrag(undefined)}
          >
            <IconGripVertical size={16} aria-hidden />
          </span>
        )}
        <span className={classes.place} aria-hidden>
          {index + 1}
        </span>
        <UnstyledButton
          className={classes.open}
          aria-expanded={open}
          onClick={() => onToggle(rule.key)}
          onKeyDown={(event) => {
            if (editable && event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
              event.preventDefault();
              onMove(rule.key, event.key === 'ArrowUp' ? index - 1 : index + 1);
            }
          }}
        >
          <Group gap={6} wrap="nowrap">
            {open ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
            <Text component="span" size="sm" fw={600} truncate>
              {name}
            </Text>
            {mistakes && (
              <Badge color="red.8" variant="filled" tt="none" size="sm">
                {t('mistakes', { count: mistakes.length })}
              </Badge>
            )}
          </Group>
          {!open && (
            <>
              <span className={classes.code}>{rule.condition.replace(/\s+/g, ' ') || t('always')}</span>
              <Text component="span" size="xs" display="block" truncate>
                → {summary}
              </Text>
            </>
          )}
        </UnstyledButton>
        {editable && (
          <div className={classes.tools}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('moveUp', { name })}
              disabled={index === 0}
              bg={index === 0 ? 'transparent' : undefined}
              onClick={() => onMove(rule.key, index - 1)}
            >
              <IconArrowUp size={16} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('moveDown', { name })}
              disabled={index === count - 1}
              bg={index === count - 1 ? 'transparent' : undefined}
              onClick={() => onMove(rule.key, index + 1)}
            >
              <IconArrowDown size={16} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              visibleFrom="xs"
              aria-label={t('duplicate', { name })}
              onClick={() => onDuplicate(rule.key)}
            >
              <IconCopy size={16} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('removeRule', { name })}
              onClick={() => onRemove(rule.key)}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </div>
        )}
      </div>
      {open && (
        <div className={classes.body}>
          {editable ? (
            <RuleBody rule={rule} mistakes={mistakes} attributes={attributes} onChange={onChange} />
          ) : (
            <Stack gap="xs">
              <pre className={classes.codeBlock}>{rule.condition || t('always')}</pre>
              <Text size="sm">→ {summary}</Text>
            </Stack>
          )}
        </div>
      )}
    </li>
  );
});
