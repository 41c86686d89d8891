import './wait.words';
import { Button, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, data } from '../api/client';
import { keys } from '../api/keys';
import { showProblem } from '../app/problems';
import { waitOf } from './queries';

/** The place of a chat in its line, and how long that may take, as far as it is known; or the bot that answers it. */
export function Wait({ id, conversation }: { id: number; conversation: number }) {
  const { t } = useTranslation('portal');
  const { position, expectedSeconds, bot } = useQuery(waitOf(id)).data ?? {};
  if (bot != null) {
    return <WithBot id={id} conversation={conversation} bot={bot} />;
  }
  if (position == null) {
    return null;
  }
  return (
    <Text size="sm" role="status" data-testid="wait">
      {position === 1 ? t('wait.next') : t('wait.place', { position })}{' '}
      {expectedSeconds != null && t('wait.about', { count: Math.round(expectedSeconds / 60) })}
    </Text>
  );
}

function WithBot({ id, conversation, bot }: { id: number; conversation: number; bot: string }) {
  const { t } = useTranslation('portal');
  const client = useQueryClient();
  const ask = useMutation({
    mutationFn: () =>
      data(api.POST('/api/v1/conversations/{id}/ask-for-person', { params: { path: { id: conversation } } })),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.wait(id) });
      void client.invalidateQueries({ queryKey: keys.ticket(id) });
      // What was pressed is gone with what it did.
      document.getElementById('state')?.focus();
    },
    onError: showProblem,
  });
  return (
    <>
      <Text size="sm" role="status" data-testid="wait">
        {t('wait.bot', { bot })}
      </Text>
      <Button variant="default" size="xs" mt={4} loading={ask.isPending} onClick={() => ask.mutate()}>
        {t('wait.person')}
      </Button>
    </>
  );
}
