import {
  ActionIcon,
  Alert,
  Badge,
  Button,
  Checkbox,
  Group,
  Modal,
  Skeleton,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconBolt, IconPencil, IconPlus, IconSearch, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data, newKey, Problem } from '../api/client';
import { keys } from '../api/keys';
import type { MacroView, ReplyView, TicketView } from '../api/schema';
import { isFound } from '../app/found';
import { fieldErrors, messageOf, showProblem } from '../app/problems';
import { useMe } from '../app/session';
import { ticketQuery } from '../tickets';
import { outbox } from '../tickets/conversation/outbox';
import { macrosQuery, stepsOf, useMacroNames } from '../tickets/macros';
import { placeholders } from '../tickets/placeholders';
import { ErrorAlert } from '../ui/ErrorAlert';
import overlay from './overlay.module.css';
import { repliesQuery } from './queries';
import classes from './SavedReplies.module.css';
import './savedReplies.words';
import type { Kind } from './steps';

interface Props {
  ticket: TicketView;
  onClose: () => void;
  onChoose: (text: string) => void;
  /** Around a macro that ends the agent's work at the ticket. */
  onStart: (kind: Kind) => void;
  onFailed: () => void;
  onSent: (ticket: TicketView, kind: Kind) => void;
}

/** Answers that are written once: found by typing, put in by Enter, kept by whom they belong to. */
export default function SavedReplies({ onClose, onChoose, ...running }: Props) {
  const { t } = useTranslation('desk');
  const [edited, setEdited] = useState<ReplyView | 'new' | undefined>();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(edited ? (edited === 'new' ? 'newReply' : 'editReply') : 'savedReplies')}
      size="lg"
      classNames={{ content: overlay.overlay }}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {edited ? (
        <Editor reply={edited === 'new' ? undefined : edited} onDone={() => setEdited(undefined)} />
      ) : (
        <Picker onChoose={onChoose} onEdit={setEdited} {...running} onClose={onClose} />
      )}
    </Modal>
  );
}

function Picker({
  onChoose,
  onEdit,
  ...running
}: Props & {
  onEdit: (reply: ReplyView | 'new') => void;
}) {
  const { t } = useTranslation('desk');
  const steers = useSteers();
  const list = useId();
  const replies = useQuery(repliesQuery);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const macros = useQuery(macrosQuery);
  const names = useMacroNames();
  const run = useMacroRun(running);
  const shown: Choice[] = [
    ...(replies.data ?? []).map((reply) => ({
      id: `reply-${reply.id}`,
      name: reply.name,
      text: reply.text,
      reply,
    })),
    ...(macros.data ?? []).map((macro) => ({
      id: `macro-${macro.id}`,
      name: macro.name,
      text: stepsOf(macro.steps, names).join(' · '),
      macro,
    })),
  ].filter(({ name, text }) => isFound(`${name}\n${text}`, typed));
  const current = shown[Math.min(active, shown.length - 1)];
  const choose = ({ reply, macro }: Choice) => {
    if (reply) {
      onChoose(reply.text);
    } else if (macro && !run.isPending) {
      run.mutate(macro);
    }
  };
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current) {
      box.current?.querySelector(`[data-id="${current.id}"]`)?.scrollIntoView({ block: 'nearest' });
    }
  }, [current]);
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((Math.min(active, shown.length - 1) + step + shown.length) % Math.max(1, shown.length));
    } else if (event.key === 'Enter' && current) {
      event.preventDefault();
      choose(current);
    }
  };
  return (
    <Stack gap="sm">
      <Group gap="xs" wrap="nowrap">
        <TextInput
          className={classes.grow}
          aria-label={t('searchReplies')}
          placeholder={t('searchReplies')}
          leftSection={<IconSearch size={16} />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          role="combobox"
          aria-expanded
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={current && `${list}-${current.id}`}
          data-autofocus
        />
        <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => onEdit('new')}>
          {t('newReply')}
        </Button>
      </Group>
      {run.error && (
        <Alert color="red" role="alert">
          {messageOf(run.error)}
        </Alert>
      )}
      {replies.isError && <ErrorAlert problem={replies.error} retry={replies.refetch} />}
      {replies.isPending && <Skeleton h={120} role="status" aria-label={t('common:loading')} />}
      {replies.data && shown.length === 0 && (
        <Text size="sm" role="status">
          {t(replies.data.length === 0 ? 'noReplies' : 'noReplyFound')}
        </Text>
      )}
      <div ref={box} id={list} role="listbox" aria-label={t('savedReplies')} className={classes.list}>
        {shown.map((choice, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and says which one is meant
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does it
          <div
            key={choice.id}
            id={`${list}-${choice.id}`}
            data-id={choice.id}
            role="option"
            aria-selected={choice === current}
            className={classes.option}
            onMouseMove={() => setActive(index)}
            onClick={() => choose(choice)}
          >
            <Text size="sm" fw={600} component="div">
              <bdi>{choice.name}</bdi>{' '}
              {choice.reply?.shared && (
                <Badge variant="default" size="xs" className={classes.shared}>
                  {t('shared')}
                </Badge>
              )}
              {choice.macro && (
                <Badge variant="light" size="xs" leftSection={<IconBolt size={10} aria-hidden />}>
                  {t('macros:one')}
                </Badge>
              )}
            </Text>
            <Text size="sm" lineClamp={2} className={classes.text} dir="auto">
              {choice.text}
            </Text>
          </div>
        ))}
      </div>
      {current && (
        <Group justify="space-between">
          <Text size="xs" className={classes.text} dir="auto">
            {current.macro ? t('macros:keys') : t('replyKeys')}
          </Text>
          {current.reply && (steers || !current.reply.shared) && (
            <Manage key={current.id} reply={current.reply} onEdit={onEdit} />
          )}
        </Group>
      )}
    </Stack>
  );
}

interface Choice {
  id: string;
  name: string;
  text: string;
  reply?: ReplyView;
  macro?: MacroView;
}

/** Takes all steps of a macro with one request. */
function useMacroRun({ ticket, onStart, onFailed, onSent, onClose }: Omit<Props, 'onChoose'>) {
  const { t } = useTranslation('macros');
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, steps }: MacroView) => {
      if (steps.resolve || steps.queueId != null) {
        onStart('resolve');
      }
      // What was said before is said before.
      outbox.release(ticket.conversationId);
      await outbox.settled(ticket.conversationId);
      return data(
        api.POST('/api/v1/tickets/{id}/macros/{macroId}', {
          params: { path: { id: ticket.id, macroId: id }, header: { 'Idempotency-Key': newKey() } },
        }),
      );
    },
    onSuccess: (changed, { name }) => {
      client.setQueryData(ticketQuery(ticket.id).queryKey, (before) => before && { ...before, ...changed });
      notifications.show({ message: t('done', { name, id: ticket.id }) });
      onClose();
      onSent(changed, 'note');
    },
    onError: onFailed,
    onSettled: () => {
      for (const key of [
        keys.ticket(ticket.id),
        keys.conversation(ticket.conversationId),
        keys.tickets.root,
        keys.myAgent,
      ]) {
        void client.invalidateQueries({ queryKey: key });
      }
    },
  });
}

/** What is shared is kept by supervisors. */
function useSteers(): boolean {
  return useMe().roles.some((role) => role === 'supervisor' || role === 'admin');
}

function Manage({ reply, onEdit }: { reply: ReplyView; onEdit: (reply: ReplyView | 'new') => void }) {
  const { t } = useTranslation('desk');
  const client = useQueryClient();
  const [sure, setSure] = useState(false);
  const remove = useMutation({
    mutationFn: () => data(api.DELETE('/api/v1/saved-replies/{id}', { params: { path: { id: reply.id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: repliesQuery.queryKey }),
  });
  return (
    <Group gap={4}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('editNamed', { name: reply.name })}
        onClick={() => onEdit(reply)}
      >
        <IconPencil size={16} />
      </ActionIcon>
      {sure ? (
        <Button
          size="compact-xs"
          color="red"
          variant="light"
          autoFocus
          loading={remove.isPending}
          onBlur={() => setSure(false)}
          onClick={() => remove.mutate()}
        >
          {t('deleteSure', { name: reply.name })}
        </Button>
      ) : (
        <ActionIcon
          variant="subtle"
          color="red"
          aria-label={t('deleteNamed', { name: reply.name })}
          onClick={() => setSure(true)}
        >
          <IconTrash size={16} />
        </ActionIcon>
      )}
    </Group>
  );
}

function Editor({ reply, onDone }: { reply: ReplyView | undefined; onDone: () => void }) {
  const { t } = useTranslation('desk');
  const client = useQueryClient();
  const steers = useSteers();
  const form = useForm({
    initialValues: { name: reply?.name ?? '', text: reply?.text ?? '', shared: reply?.shared ?? false },
    validate: {
      name: (name) => (name.trim() ? null : t('needed')),
      text: (text) => (text.trim() ? null : t('needed')),
    },
  });
  const save = useMutation({
    mutationFn: (body: typeof form.values) =>
      data(
        reply
          ? api.PUT('/api/v1/saved-replies/{id}', {
              params: { path: { id: reply.id }, header: { 'If-Match': `"${reply.version}"` } },
              body,
            })
          : api.POST('/api/v1/saved-replies', { body }),
      ),
    onSuccess: onDone,
    onError: (problem) => {
      form.setErrors(fieldErrors(problem));
      if (problem instanceof Problem && problem.violations.length > 0) {
        return;
      }
      showProblem(problem);
    },
    onSettled: () => client.invalidateQueries({ queryKey: repliesQuery.queryKey }),
  });
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="sm">
        <TextInput
          label={t('replyName')}
          required
          maxLength={100}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Textarea
          label={t('replyText')}
          description={t('replyPlaceholders', { names: placeholders.map((name) => `{${name}}`).join(' ') })}
          required
          autosize
          minRows={5}
          maxRows={14}
          maxLength={4000}
          {...form.getInputProps('text')}
        />
        {steers && (
          <Checkbox label={t('replyShared')} {...form.getInputProps('shared', { type: 'checkbox' })} />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('common:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
