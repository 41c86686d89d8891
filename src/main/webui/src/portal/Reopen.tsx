import { Button, Card, Stack, Textarea, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { getHotkeyHandler, useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../api/schema';
import { useMe } from '../app/session';
import { wasTyped } from '../parts/place';
import { useDraft } from '../tickets/drafts';
import { useStep } from './useStep';

const WHY = 'reopen-why';

/** For whom it is not solved after all. */
export function Reopen({ request }: { request: TicketView }) {
  const { t } = useTranslation('portal');
  const { t: common } = useTranslation('common');
  const [draft, keep] = useDraft(useMe().id, request.id, 'reopen');
  const [isWriting, writing] = useDisclosure(draft !== '' || wasTyped(WHY));
  const reopen = useStep(request, 'reopen', t('reopened'));
  const form = useForm({
    initialValues: { note: draft },
    onValuesChange: ({ note }) => keep(note),
    validate: { note: (note) => (note.trim() ? null : t('reopenNeeded')) },
  });
  const send = form.onSubmit(
    ({ note }) => reopen.mutate(note),
    () => document.getElementById(WHY)?.focus(),
  );
  return (
    <Card withBorder p="lg" component="section" aria-labelledby="reopen">
      <form noValidate onSubmit={send} data-kept>
        <Stack>
          <Title order={2} size="h4" id="reopen">
            {t('reopenTitle')}
          </Title>
          {isWriting ? (
            <>
              <Textarea
                id={WHY}
                label={t('reopenWhy')}
                required
                size="md"
                autoFocus
                autosize
                minRows={2}
                maxRows={8}
                maxLength={4000}
                onKeyDown={getHotkeyHandler([['mod+Enter', () => send()]])}
                {...form.getInputProps('note')}
              />
              <Stack gap="xs">
                <Button type="submit" size="md" loading={reopen.isPending}>
                  {t('reopen')}
                </Button>
                <Button size="md" variant="subtle" color="gray" onClick={writing.close}>
                  {common('cancel')}
                </Button>
              </Stack>
            </>
          ) : (
            <Button size="md" variant="default" onClick={writing.open}>
              {t('reopen')}
            </Button>
          )}
        </Stack>
      </form>
    </Card>
  );
}
