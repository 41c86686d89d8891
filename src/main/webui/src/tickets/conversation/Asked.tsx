import { Button, Group, NativeSelect, Stack, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { AnswerRequest, Blank, Choice, MessageView } from '../../api/schema';
import classes from './Asked.module.css';
import { withSaid } from './messages';
import { messagesQuery } from './queries';
import './asked.words';

const LONGEST = 500;
const NUMBER = /^-?[0-9]{1,15}([.][0-9]{1,9})?$/;

interface Props {
  message: MessageView;
  known: readonly MessageView[];
  /** Whether the reader may answer. */
  customer: boolean;
  /** How else than in their session they answer. */
  by?: Answering;
}

/** A way to answer, and what follows. */
export interface Answering {
  send: (answer: AnswerRequest) => Promise<MessageView>;
  onSaid: () => void;
}

/** The buttons or the form of a message, or what became of them. */
export default function Asked({ message, known, customer, by }: Props) {
  const { t } = useTranslation('asked');
  const { choices, form, number } = message;
  const box = useRef<HTMLDivElement>(null);
  const inSession = useAnswering(message);
  const { send, onSaid } = by ?? inSession;
  const answering = useMutation({
    mutationFn: send,
    onSuccess: () => box.current?.closest<HTMLElement>('[data-number]')?.focus({ preventScroll: true }),
    // Another page may have answered it.
    onSettled: onSaid,
  });
  // The thread stays at its end, as when a picture has come.
  useLayoutEffect(() => {
    box.current?.dispatchEvent(new Event('load'));
  }, []);
  const answer = known.find(({ kind, replyTo }) => kind === 'ANSWER' && replyTo === number);
  const open = customer && !answer;
  if (choices.length === 0 && form.length === 0) {
    return null;
  }
  return (
    <div ref={box} className={classes.asked} data-testid="asked">
      {open && choices.length > 0 && (
        <Group gap="xs" role="group" aria-label={t('choose')}>
          {choices.map(({ value, label }) => (
            <Button
              key={value}
              variant="default"
              radius="xl"
              size="sm"
              className={classes.choice}
              loading={answering.isPending && answering.variables.choice === value}
              disabled={answering.isPending}
              onClick={() => answering.mutate({ choice: value })}
            >
              <span dir="auto">{label}</span>
            </Button>
          ))}
        </Group>
      )}
      {open && form.length > 0 && (
        <Blanks
          blanks={form}
          sending={answering.isPending}
          onFilledIn={(fields) => answering.mutate({ fields })}
        />
      )}
      {!open && choices.length > 0 && <Offered choices={choices} chosen={answer?.answer.choice} />}
      {!open && form.length > 0 && !answer && <Labels blanks={form} />}
      {!open && (
        <Text size="xs" className={classes.fate}>
          {t(answer ? 'answered' : 'unanswered')}
        </Text>
      )}
    </div>
  );
}

function useAnswering({ conversationId: id, ticketId, number }: MessageView): Answering {
  const client = useQueryClient();
  return {
    send: async (body) => {
      const said = await data(
        api.POST('/api/v1/conversations/{id}/messages/{number}/answer', {
          params: { path: { id, number } },
          body,
        }),
      );
      client.setQueryData(messagesQuery(id).queryKey, (known) => withSaid(known, said));
      return said;
    },
    onSaid: () => {
      void client.invalidateQueries({ queryKey: keys.conversation(id) });
      void client.invalidateQueries({ queryKey: keys.ticket(ticketId) });
      void client.invalidateQueries({ queryKey: keys.tickets.root });
    },
  };
}

/** What could be chosen, and what was. */
function Offered({ choices, chosen }: { choices: Choice[]; chosen: string | undefined }) {
  const { t } = useTranslation('asked');
  return (
    <ul className={classes.offered}>
      {choices.map(({ value, label }) => (
        <li key={value} className={classes.offer} data-chosen={value === chosen || undefined}>
          {value === chosen && <IconCheck size={14} aria-hidden />}
          <bdi>{label}</bdi>
          {value === chosen && <VisuallyHidden> {t('chosen')}</VisuallyHidden>}
        </li>
      ))}
    </ul>
  );
}

function Labels({ blanks }: { blanks: Blank[] }) {
  return (
    <ul className={classes.labels}>
      {blanks.map(({ name, label }) => (
        <li key={name}>
          <bdi>{label}</bdi>
        </li>
      ))}
    </ul>
  );
}

interface BlanksProps {
  blanks: Blank[];
  sending: boolean;
  onFilledIn: (fields: Record<string, string>) => void;
}

function Blanks({ blanks, sending, onFilledIn }: BlanksProps) {
  const { t } = useTranslation('asked');
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const fillIn = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const said = new FormData(form);
    const texts = blanks.map((blank) => [blank, textOf(blank, said)] as const);
    const problems = Object.fromEntries(
      texts.flatMap(([blank, text]) => {
        const problem = problemOf(blank, text);
        return problem ? [[blank.name, t(problem)]] : [];
      }),
    );
    const fields = Object.fromEntries(
      texts.flatMap(([{ name }, text]) => (text === '' ? [] : [[name, text]])),
    );
    const [first] = blanks;
    if (Object.keys(fields).length === 0 && Object.keys(problems).length === 0 && first) {
      problems[first.name] = t('needed');
    }
    setWrong(problems);
    const [bad] = Object.keys(problems);
    if (bad === undefined) {
      onFilledIn(fields);
    } else {
      form.querySelector<HTMLElement>(`[name="${bad}"]`)?.focus();
    }
  };
  return (
    <form noValidate onSubmit={fillIn} aria-label={t('form')}>
      <Stack gap="xs">
        {blanks.map(({ name, label, type, options, required }) => {
          const shared = { name, label, required: required ?? false, error: wrong[name], disabled: sending };
          return type === 'CHOICE' ? (
            <NativeSelect key={name} {...shared} data={['', ...new Set(options)]} />
          ) : (
            <TextInput
              key={name}
              {...shared}
              type={type === 'DATE' ? 'date' : 'text'}
              {...(type === 'NUMBER' && { inputMode: 'decimal' })}
              maxLength={LONGEST}
              dir="auto"
              autoComplete="off"
            />
          );
        })}
        <Button type="submit" loading={sending} size="sm">
          {t('conversation:send')}
        </Button>
      </Stack>
    </form>
  );
}

function textOf({ name, type }: Blank, said: FormData): string {
  const text = String(said.get(name) ?? '').trim();
  return type === 'NUMBER' ? text.replace(',', '.') : text;
}

function problemOf({ type, required }: Blank, text: string): 'needed' | 'number' | undefined {
  if (text === '') {
    return required ? 'needed' : undefined;
  }
  return type === 'NUMBER' && !NUMBER.test(text) ? 'number' : undefined;
}
