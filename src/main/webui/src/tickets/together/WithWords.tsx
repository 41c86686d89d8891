import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../../api/schema';
import { useMe } from '../../app/session';
import { saveDraft, useDraft, useStoredDrafts } from '../drafts';
import { carryOut } from './carryOut';
import type { Step } from './steps';

const LONGEST = 4000;

interface Props {
  step: Step;
  tickets: TicketView[];
  allows: (ticket: TicketView) => boolean;
  take: (ticket: TicketView, note: string) => Promise<TicketView>;
  onClose: () => void;
}

/** Asks what to say to the customers, and takes the step of all of them. What was written is kept until it is sent. */
export function WithWords({ step, tickets, allows, take, onClose }: Props) {
  const { t } = useTranslation('together');
  const client = useQueryClient();
  const me = useMe();
  useStoredDrafts();
  const [text, setText] = useDraft(me.id, 'together', step);
  const count = tickets.length;
  const allowed = tickets.filter(allows).length;
  const missing = step === 'pend' && text.trim() === '';
  const send = async () => {
    const note = text.trim();
    const any = await carryOut(client, tickets, {
      title: t(`${step}Do`),
      allows,
      change: (ticket) => take(ticket, note),
      said: ({ id }, done) => t(`said.${step}`, { count: done, id }),
    });
    if (any) {
      saveDraft(me.id, 'together', step, '');
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`${step}Title`, { count, id: tickets[0]?.id })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        data-kept
        onSubmit={(event) => {
          event.preventDefault();
          if (!missing) {
            onClose();
            void send();
          }
        }}
      >
        <Stack>
          {allowed < count && <Text size="sm">{t('others', { allowed, count })}</Text>}
          <Textarea
            label={t(`${step}Text`)}
            description={t('customersRead')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            required={step === 'pend'}
            maxLength={LONGEST}
            dir="auto"
            autosize
            minRows={3}
            maxRows={10}
            data-autofocus
          />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={missing} color={step === 'close' ? 'red' : undefined}>
              {t(`${step}Do`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
