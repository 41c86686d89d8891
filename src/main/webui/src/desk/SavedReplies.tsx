import {
  ActionIcon,
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
import { IconPencil, IconPlus, IconSearch, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data, Problem } from '../api/client';
import type { ReplyView } from '../api/schema';
import { isFound } from '../app/found';
import { fieldErrors, showProblem } from '../app/problems';
import { useMe } from '../app/session';
import { ErrorAlert } from '../ui/ErrorAlert';
import overlay from './overlay.module.css';
import { placeholders } from './placeholders';
import { repliesQuery } from './queries';
import classes from './SavedReplies.module.css';

interface Props {
  onClose: () => void;
  onChoose: (text: string) => void;
}

/** Answers that are written once: found by typing, put in by Enter, kept by whom they belong to. */
export default function SavedReplies({ onClose, onChoose }: Props) {
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
        <Picker onChoose={onChoose} onEdit={setEdited} />
      )}
    </Modal>
  );
}

function Picker({
  onChoose,
  onEdit,
}: {
  onChoose: (text: string) => void;
  onEdit: (reply: ReplyView | 'new') => void;
}) {
  const { t } = useTranslation('desk');
  const steers = useSteers();
  const list = useId();
  const replies = useQuery(repliesQuery);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const shown = (replies.data ?? []).filter((reply) => isFound(`${reply.name}\n${reply.text}`, typed));
  const current = shown[Math.min(active, shown.length - 1)];
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
      onChoose(current.text);
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
      {replies.isError && <ErrorAlert problem={replies.error} retry={replies.refetch} />}
      {replies.isPending && <Skeleton h={120} role="status" aria-label={t('common:loading')} />}
      {replies.data && shown.length === 0 && (
        <Text size="sm" role="status">
          {t(replies.data.length === 0 ? 'noReplies' : 'noReplyFound')}
        </Text>
      )}
      <div ref={box} id={list} role="listbox" aria-label={t('savedReplies')} className={classes.list}>
        {shown.map((reply, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and says which one is meant
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does it
          <div
            key={reply.id}
            id={`${list}-${reply.id}`}
            data-id={reply.id}
            role="option"
            aria-selected={reply === current}
            className={classes.option}
            onMouseMove={() => setActive(index)}
            onClick={() => onChoose(reply.text)}
          >
            <Text size="sm" fw={600} component="div">
              <bdi>{reply.name}</bdi>{' '}
              {reply.shared && (
                <Badge variant="default" size="xs" className={classes.shared}>
                  {t('shared')}
                </Badge>
              )}
            </Text>
            <Text size="sm" lineClamp={2} className={classes.text} dir="auto">
              {reply.text}
            </Text>
          </div>
        ))}
      </div>
      {current && (
        <Group justify="space-between">
          <Text size="xs" className={classes.text} dir="auto">
            {t('replyKeys')}
          </Text>
          {(steers || !current.shared) && <Manage key={current.id} reply={current} onEdit={onEdit} />}
        </Group>
      )}
    </Stack>
  );
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
