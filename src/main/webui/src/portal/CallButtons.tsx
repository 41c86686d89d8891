import '../calls/words';
import { ActionIcon, Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPhone, IconVideoPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keys } from '../api/keys';
import type { CallKind } from '../api/schema';
import { showProblem } from '../app/problems';
import { begin, join, startOf, useCalling } from '../calls/calling';
import { callKinds } from '../calls/queries';
import { usePlaces } from './places';

interface Props {
  /** The request that the call is about; without one, another begins. */
  about?: number;
  /** Whether there is room for pictures alone. */
  narrow?: boolean;
}

/** Begins a call with one press. */
export default function CallButtons({ about, narrow = false }: Props) {
  const { t } = useTranslation('calls');
  const client = useQueryClient();
  const places = usePlaces();
  const calling = useCalling();
  const call = useMutation({
    mutationFn: async (kind: CallKind) => {
      const begun =
        about === undefined
          ? await begin(kind)
          : { ticketId: about, callback: false, call: await startOf(about, kind) };
      places.go(begun.ticketId);
      if (begun.call) {
        await join(begun.call.id, { camera: kind === 'VIDEO' });
      } else {
        notifications.show({ message: <Text size="sm">{t('callback')}</Text>, autoClose: false });
      }
    },
    onError: showProblem,
    onSettled: () => client.invalidateQueries({ queryKey: keys.tickets.root }),
  });
  const kinds = useQuery(callKinds).data ?? [];
  if (calling && !calling.ended) {
    return null;
  }
  const size = about === undefined ? 42 : 30;
  const phone = <IconPhone size={18} aria-hidden />;
  const voice = t(about === undefined ? 'callUs' : 'call');
  return (
    <>
      {kinds.includes('VOICE') &&
        (narrow ? (
          <ActionIcon
            variant="default"
            size={size}
            radius="md"
            aria-label={voice}
            title={voice}
            style={{ flex: 'none' }}
            loading={call.isPending}
            onClick={() => call.mutate('VOICE')}
          >
            {phone}
          </ActionIcon>
        ) : (
          <Button
            variant="default"
            size="md"
            leftSection={phone}
            loading={call.isPending}
            onClick={() => call.mutate('VOICE')}
          >
            {voice}
          </Button>
        ))}
      {kinds.includes('VIDEO') && (
        <ActionIcon
          variant="default"
          size={size}
          radius="md"
          aria-label={t('videoCall')}
          title={t('videoCall')}
          style={{ flex: 'none' }}
          disabled={call.isPending}
          onClick={() => call.mutate('VIDEO')}
        >
          <IconVideoPlus size={18} aria-hidden />
        </ActionIcon>
      )}
    </>
  );
}
