import { Alert, Anchor, Button, Group, Modal, Radio, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMediaQuery } from '@mantine/hooks';
import { IconInfoCircle, IconSend } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, data, Problem } from '../api/client';
import { keys } from '../api/keys';
import type { OrderView } from '../api/schema';
import { fieldErrors, messageOf } from '../app/problems';
import { useMe } from '../app/session';
import { ChosenFiles, FileChoice, takingFiles } from '../tickets/conversation/Attached';
import { useFiles } from '../tickets/conversation/files';
import { useDraft } from '../tickets/drafts';
import { useFormats } from './formats';
import { OrderChoice } from './OrderChoice';
import { useLinkTo, usePlaces } from './places';
import classes from './portal.module.css';
import { type Reason, reasons } from './reasons';
import { tellDone } from './tellDone';

interface Props {
  /** Which is reported; without one, there are those to choose from that have no live request. */
  order?: OrderView | undefined;
  onClose(): void;
}

/** Somebody tells what is wrong with an order. */
export function ReportReturn({ order, onClose }: Props) {
  const { t } = useTranslation('portal');
  const { t: common } = useTranslation('common');
  const onPhone = useMediaQuery('(max-width: 36em)', false, { getInitialValueInEffect: false });
  return (
    <Modal
      opened
      onClose={onClose}
      title={order ? t('reportOrder', { product: order.product }) : t('report')}
      size="lg"
      classNames={{ title: classes.dialogTitle }}
      fullScreen={onPhone}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <ReportForm order={order} onClose={onClose} />
    </Modal>
  );
}

function ReportForm({ order, onClose }: Props) {
  const { t } = useTranslation('portal');
  const { go } = usePlaces();
  const client = useQueryClient();
  const about = order ? `order ${order.number}` : 'orders';
  const [draft, keep] = useDraft(useMe().id, about, 'report');
  const form = useForm({
    initialValues: {
      orderNumber: order?.number ?? '',
      reason: '' as Reason | '',
      note: draft,
    },
    onValuesChange: ({ note }) => keep(note),
    validate: {
      orderNumber: (number) => (number ? null : t('chooseOrderFirst')),
      reason: (reason) => (reason ? null : t('chooseReasonFirst')),
    },
  });
  const files = useFiles();
  const send = useMutation({
    mutationFn: ({ orderNumber, reason, note }: typeof form.values) => {
      const body = {
        orderNumber,
        reason: reason || null,
        note: note.trim() || null,
        ...(files.ready.length > 0 && { attachmentIds: files.ready.map(({ id }) => id) }),
      };
      return data(api.POST('/api/v1/tickets', { body }));
    },
    // A repetition is harmless, so a bad connection is no reason to bother anybody.
    retry: (times, problem) => !(problem instanceof Problem) && times < 3,
    onSuccess: (request) => {
      keep('');
      void client.invalidateQueries({ queryKey: keys.tickets.root });
      tellDone(t('sent', { id: request.id }));
      onClose();
      go(request.id);
    },
    onError: (problem) => {
      form.setErrors(fieldErrors(problem));
      void client.invalidateQueries({ queryKey: keys.tickets.root });
    },
  });
  return (
    <form
      noValidate
      {...takingFiles(files)}
      onSubmit={form.onSubmit(
        (values) => send.mutate(values),
        (errors) => document.getElementById(errors.orderNumber ? 'report-order' : 'report-reason')?.focus(),
      )}
    >
      <Stack gap="lg">
        {!order && <OrderChoice {...form.getInputProps('orderNumber')} />}
        <Radio.Group label={t('chooseReason')} {...form.getInputProps('reason')}>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt="xs" mb={4}>
            {Object.entries(reasons).map(([reason, Icon], index) => (
              <Radio.Card
                key={reason}
                value={reason}
                className={classes.choice}
                // The first complaint of the form leads here.
                {...(index === 0 && { id: 'report-reason' })}
                {...(index === 0 && order && { 'data-autofocus': true })}
              >
                <Icon size={24} stroke={1.6} className={classes.choiceIcon} aria-hidden />
                {t(`reason.${reason as Reason}`)}
              </Radio.Card>
            ))}
          </SimpleGrid>
        </Radio.Group>
        <Textarea
          label={t('fewWords')}
          description={t('fewWordsHint')}
          placeholder={t('fewWordsExample')}
          autosize
          minRows={3}
          maxRows={8}
          maxLength={4000}
          {...form.getInputProps('note')}
        />
        <Stack gap="xs">
          <Group gap="xs">
            <FileChoice files={files} />
            <Text size="sm" c="dimmed">
              {t('photosHint')}
            </Text>
          </Group>
          <ChosenFiles files={files} />
        </Stack>
        <Stack gap="sm" className={classes.sticky}>
          {send.error && Object.keys(form.errors).length === 0 && <WhyNot problem={send.error} />}
          <Button
            type="submit"
            size="md"
            fullWidth
            leftSection={<IconSend size={18} aria-hidden />}
            loading={send.isPending}
            disabled={files.waits}
          >
            {t('send')}
          </Button>
        </Stack>
      </Stack>
    </form>
  );
}

/** Why a report was not taken, and what to do now. */
function WhyNot({ problem }: { problem: Error }) {
  const { t } = useTranslation('portal');
  const formats = useFormats();
  const type = problem instanceof Problem ? problem.type : '';
  const details = problem instanceof Problem ? problem.details : {};
  if (type === 'live-ticket-exists') {
    return <AlreadyLive id={Number(/\d+$/.exec(String(details.ticket))?.[0])} />;
  }
  if (type === 'queue-refuses') {
    return (
      <Alert color="orange" icon={<IconInfoCircle aria-hidden />} title={t('closedNow')} role="alert">
        {details.opensAt ? t('closedUntil', { date: formats.moment(String(details.opensAt)) }) : t('fullNow')}
      </Alert>
    );
  }
  return (
    <Alert color="red" icon={<IconInfoCircle aria-hidden />} role="alert">
      {type.startsWith('too-many') ? t('tooOften') : messageOf(problem)}
    </Alert>
  );
}

function AlreadyLive({ id }: { id: number }) {
  const { t } = useTranslation('portal');
  const link = useLinkTo(id);
  return (
    <Alert color="blue" icon={<IconInfoCircle aria-hidden />} title={t('alreadyLive')} role="alert">
      <Group gap="xs">
        {t('alreadyLiveHint')}
        <Anchor {...link} fw={600} inherit>
          {t('seeRequest')}
        </Anchor>
      </Group>
    </Alert>
  );
}
