import { Button, Card, Stack, Textarea, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { getHotkeyHandler } from '@mantine/hooks';
import { IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TicketEventView, TicketView } from '../api/schema';
import { useMe } from '../app/session';
import { useDraft } from '../tickets/drafts';
import { agentNameOf } from './names';
import classes from './portal.module.css';
import { useStep } from './useStep';

/** The question of whoever works on it, and a place to answer. */
export function Answer({ request, events }: { request: TicketView; events?: TicketEventView[] }) {
  const { t } = useTranslation('portal');
  const answer = useStep(request, 'resume', t('answerSent'));
  const [draft, keep] = useDraft(useMe().id, request.id, 'resume');
  const form = useForm({
    initialValues: { note: draft },
    onValuesChange: ({ note }) => keep(note),
    validate: { note: (note) => (note.trim() ? null : t('answerNeeded')) },
  });
  const send = form.onSubmit(
    ({ note }) => answer.mutate(note),
    () => document.getElementById('answer')?.focus(),
  );
  const question = events?.findLast((event) => event.type === 'PENDED');
  return (
    <Card withBorder p="lg" component="section" className={classes.wanted} aria-labelledby="wanted">
      <form noValidate onSubmit={send} data-kept>
        <Stack>
          <Title order={2} size="h4" id="wanted">
            {t('asks', { name: question?.actorName ?? agentNameOf(request) ?? t('somebody') })}
          </Title>
          {question?.note && (
            <blockquote className={`${classes.question} ${classes.text}`} dir="auto">
              {question.note}
            </blockquote>
          )}
          <Textarea
            id="answer"
            label={t('answer')}
            required
            size="md"
            autosize
            minRows={3}
            maxRows={10}
            maxLength={4000}
            onKeyDown={getHotkeyHandler([['mod+Enter', () => send()]])}
            {...form.getInputProps('note')}
          />
          <Button
            type="submit"
            size="md"
            fullWidth
            leftSection={<IconSend size={18} aria-hidden />}
            loading={answer.isPending}
          >
            {t('sendAnswer')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
