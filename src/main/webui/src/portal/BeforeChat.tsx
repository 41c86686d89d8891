import './beforeChat.words';
import { Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormAnswers, QuestionView } from '../api/schema';

interface Props {
  questions: QuestionView[];
  /** What was answered before. */
  answers: FormAnswers | undefined;
  onAnswered(answers: FormAnswers): void;
}

const PHONE = /^\+?[0-9 ()/.-]{3,40}$/;
const EMAIL = /^[^\s@]+@[^\s@]+$/;

/** What is asked before the first message. */
export function BeforeChat({ questions, answers, onAnswered }: Props) {
  const { t } = useTranslation('portal');
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const answer = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const said = new FormData(form);
    const texts = new Map(
      questions.map((asked) => [nameOf(asked), String(said.get(nameOf(asked)) ?? '').trim()]),
    );
    const problems = Object.fromEntries(
      questions.flatMap((asked) => {
        const problem = problemOf(asked, texts.get(nameOf(asked)) ?? '');
        return problem ? [[nameOf(asked), t(`before.${problem}`)]] : [];
      }),
    );
    setWrong(problems);
    const [first] = Object.keys(problems);
    if (first === undefined) {
      onAnswered(answersOf(questions, texts));
    } else {
      form.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    }
  };
  return (
    <form noValidate onSubmit={answer} aria-label={t('before.form')} data-testid="before-chat">
      <Stack gap="sm">
        {questions.map((asked) => {
          const name = nameOf(asked);
          const shared = {
            name,
            label: asked.label ?? t(`before.${asked.asks}`),
            required: asked.required,
            error: wrong[name],
            defaultValue: textOf(asked, answers),
          };
          return asked.type === 'CHOICE' || asked.type === 'YES_NO' ? (
            <NativeSelect
              key={name}
              {...shared}
              data={[
                '',
                ...(asked.type === 'CHOICE'
                  ? asked.options
                  : [
                      { value: 'true', label: t('before.yes') },
                      { value: 'false', label: t('before.no') },
                    ]),
              ]}
            />
          ) : (
            <TextInput key={name} {...shared} {...inputOf(asked)} maxLength={200} dir="auto" />
          );
        })}
        <Button type="submit">{t('before.next')}</Button>
      </Stack>
    </form>
  );
}

function nameOf({ asks, field }: QuestionView): string {
  return field ?? `-${asks}`;
}

function inputOf({ asks, type }: QuestionView) {
  switch (asks) {
    case 'NAME':
      return { autoComplete: 'name' };
    case 'EMAIL':
      return { type: 'email', autoComplete: 'email' };
    case 'PHONE':
      return { type: 'tel', autoComplete: 'tel' };
    default:
      return {
        type: type === 'DATE' ? 'date' : 'text',
        ...(type === 'NUMBER' && { inputMode: 'decimal' as const }),
      };
  }
}

function problemOf({ asks, required }: QuestionView, text: string): 'needed' | 'email' | 'phone' | undefined {
  if (!text) {
    return required ? 'needed' : undefined;
  }
  if (asks === 'EMAIL' && !EMAIL.test(text)) {
    return 'email';
  }
  return asks === 'PHONE' && !PHONE.test(text) ? 'phone' : undefined;
}

function answersOf(questions: QuestionView[], texts: Map<string, string>): FormAnswers {
  const fields: Record<string, string | number | boolean> = {};
  const answers: FormAnswers = {};
  for (const asked of questions) {
    const text = texts.get(nameOf(asked));
    if (text && asked.field) {
      fields[asked.field] = readAs(asked, text);
    } else if (text && asked.asks !== 'FIELD') {
      answers[keyOf(asked.asks)] = text;
    }
  }
  return Object.keys(fields).length > 0 ? { ...answers, fields } : answers;
}

function readAs({ type }: QuestionView, text: string): string | number | boolean {
  if (type === 'NUMBER') {
    const number = Number(text.replace(',', '.'));
    return Number.isNaN(number) ? text : number;
  }
  return type === 'YES_NO' ? text === 'true' : text;
}

function textOf({ asks, field }: QuestionView, answers: FormAnswers | undefined): string {
  const known = field ? answers?.fields?.[field] : asks === 'FIELD' ? undefined : answers?.[keyOf(asks)];
  return known === undefined || known === null ? '' : String(known);
}

function keyOf(asks: 'NAME' | 'EMAIL' | 'PHONE'): 'name' | 'email' | 'phone' {
  return asks.toLowerCase() as 'name' | 'email' | 'phone';
}
