import { Button, Card, Group, Radio, Stack, Text, Textarea, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../api/client';
import { keys } from '../api/keys';
import type { TicketView } from '../api/schema';
import { useMe } from '../app/session';
import { useDraft } from '../tickets/drafts';
import classes from './portal.module.css';
import { requestById } from './queries';
import { tellDone } from './tellDone';

const STARS = [1, 2, 3, 4, 5] as const;

/** What the customer says of the help; may change until the request is closed. */
export function RateHelp({ request }: { request: TicketView }) {
  const client = useQueryClient();
  const [draft, keep] = useDraft(useMe().id, request.id, 'rating');
  return (
    <RatedHelp
      request={request}
      draft={draft}
      keep={keep}
      rate={(body) =>
        data(api.PUT('/api/v1/tickets/{id}/rating', { params: { path: { id: request.id } }, body })).finally(
          () => client.invalidateQueries({ queryKey: keys.ticket(request.id) }),
        )
      }
      onRated={(rated) => {
        client.setQueryData(requestById(request.id).queryKey, { ...rated, details: request.details });
        void client.invalidateQueries({ queryKey: keys.tickets.root });
      }}
    />
  );
}

interface Props<T> {
  request: TicketView;
  rate: (rating: { score: number; comment?: string }) => Promise<T>;
  onRated: (rated: T) => void;
  /** A comment that was not sent yet. */
  draft?: string;
  keep?: (comment: string) => void;
}

/** As {@link RateHelp}, wherever the rating goes. */
export function RatedHelp<T>(props: Props<T>) {
  const { request } = props;
  const { t } = useTranslation('portal');
  const [isChanging, setChanging] = useState(false);
  const rating = request.rating;
  return (
    <Card withBorder p="lg" component="section" aria-labelledby="rating">
      <Stack>
        <Title order={2} size="h4" id="rating" tabIndex={-1} className={classes.heading}>
          {t('rateTitle')}
        </Title>
        {rating && !isChanging ? (
          <>
            <Group gap="xs">
              <Stars score={rating.score} />
              <Text>{t('rated', { count: rating.score })}</Text>
            </Group>
            {rating.comment && (
              <Text className={classes.text} dir="auto">
                {rating.comment}
              </Text>
            )}
            {request.status === 'RESOLVED' && (
              <Button variant="default" w="fit-content" onClick={() => setChanging(true)}>
                {t('rateChange')}
              </Button>
            )}
          </>
        ) : (
          <RateForm {...props} onDone={() => setChanging(false)} />
        )}
      </Stack>
    </Card>
  );
}

function Stars({ score }: { score: number }) {
  return (
    <Group gap={2} className={classes.stars} wrap="nowrap" aria-hidden>
      {STARS.map((star) =>
        star <= score ? <IconStarFilled key={star} size={22} /> : <IconStar key={star} size={22} />,
      )}
    </Group>
  );
}

function RateForm<T>({ request, rate: send, onRated, draft, keep, onDone }: Props<T> & { onDone(): void }) {
  const { t } = useTranslation('portal');
  const form = useForm({
    initialValues: { score: request.rating?.score ?? 0, comment: draft || (request.rating?.comment ?? '') },
    onValuesChange: ({ comment }) => keep?.(comment),
  });
  const rate = useMutation({
    mutationFn: ({ score, comment }: typeof form.values) =>
      send({ score, ...(comment.trim() && { comment: comment.trim() }) }),
    onSuccess: (rated) => {
      onRated(rated);
      keep?.('');
      tellDone(t('rateThanks'));
      onDone();
      document.getElementById('rating')?.focus();
    },
  });
  const { score } = form.values;
  return (
    <form onSubmit={form.onSubmit((values) => rate.mutate(values))}>
      <Stack>
        <Group gap="md">
          <Radio.Group
            aria-label={t('rateLabel')}
            value={String(score)}
            onChange={(stars) => form.setFieldValue('score', Number(stars))}
          >
            <Group gap={0} wrap="nowrap">
              {STARS.map((star) => (
                <Radio.Card
                  key={star}
                  value={String(star)}
                  withBorder={false}
                  radius="xl"
                  className={classes.star}
                  aria-label={t('stars', { count: star })}
                >
                  {star <= score ? (
                    <IconStarFilled size={32} aria-hidden />
                  ) : (
                    <IconStar size={32} aria-hidden />
                  )}
                </Radio.Card>
              ))}
            </Group>
          </Radio.Group>
          <Text role="status" fw={500}>
            {score > 0 && t(`score.${score as (typeof STARS)[number]}`)}
          </Text>
        </Group>
        {score > 0 && (
          <>
            <Textarea
              label={t('rateWord')}
              description={t('rateWordHint')}
              size="md"
              autosize
              minRows={2}
              maxRows={6}
              maxLength={2000}
              {...form.getInputProps('comment')}
            />
            <Button type="submit" size="md" loading={rate.isPending}>
              {t('rateSend')}
            </Button>
          </>
        )}
      </Stack>
    </form>
  );
}
