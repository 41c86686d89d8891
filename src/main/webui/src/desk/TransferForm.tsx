import { Alert, Button, Group, Modal, SegmentedControl, Select, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../app/session';
import { queuesQuery } from '../tickets';
import { useDraft } from '../tickets/drafts';
import overlay from './overlay.module.css';
import { agentsOnDutyQuery } from './queries';
import './transfer.words';
import type { Destination } from './steps';

interface Props {
  title: string;
  /** What the note is a draft about. */
  about: number | string;
  /** A queue that it is in already. */
  queueId?: number | undefined;
  hint?: ReactNode;
  problem?: string | undefined;
  disabled?: boolean;
  loading?: boolean;
  onSubmit: (to: Destination, note: string, name: string) => void;
  onClose: () => void;
}

/** Asks to which other queue, or to which agent who is there. */
export function TransferForm(props: Props) {
  const { t } = useTranslation('transfer');
  const me = useMe();
  const [kind, setKind] = useState<'queue' | 'agent'>('queue');
  const [chosen, setChosen] = useState<string | null>(null);
  const [note, setNote] = useDraft(me.id, props.about, 'transfer');
  const queues = useQuery(queuesQuery);
  const agents = useQuery({ ...agentsOnDutyQuery, enabled: kind === 'agent' });
  const options =
    kind === 'queue'
      ? queues.data
          ?.filter((queue) => queue.id !== props.queueId)
          .map((queue) => ({ value: String(queue.id), label: queue.name }))
      : agents.data
          ?.filter((agent) => agent.id !== me.id)
          .map((agent) => ({
            value: String(agent.id),
            label: `${agent.name} (${t('desk:load', { load: agent.load, capacity: agent.capacity })})`,
            disabled: agent.load >= agent.capacity,
          }));
  const submit = () => {
    if (chosen) {
      const to = kind === 'queue' ? { queueId: Number(chosen) } : { agentId: Number(chosen) };
      const name = options?.find((option) => option.value === chosen)?.label ?? '';
      props.onSubmit(to, note.trim(), name);
    }
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      classNames={{ content: overlay.overlay }}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack>
          {props.hint}
          <SegmentedControl
            aria-label={t('transferTo')}
            value={kind}
            onChange={(next) => {
              setKind(next as 'queue' | 'agent');
              setChosen(null);
            }}
            data={[
              { value: 'queue', label: t('toQueue') },
              { value: 'agent', label: t('toAgent') },
            ]}
          />
          <Select
            key={kind}
            label={t(kind === 'queue' ? 'toQueue' : 'toAgent')}
            placeholder={t('choose')}
            data={options ?? []}
            value={chosen}
            onChange={setChosen}
            searchable
            required
            data-autofocus
            nothingFoundMessage={t(kind === 'queue' ? 'noQueues' : 'noAgents')}
            comboboxProps={{ withinPortal: true }}
          />
          <Textarea
            label={t('transferNote')}
            description={t('transferHint')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            autosize
            minRows={3}
            maxRows={8}
            maxLength={2000}
          />
          {props.problem && (
            <Alert color="orange" role="alert">
              <Text size="sm">{props.problem}</Text>
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={!chosen || props.disabled} loading={props.loading}>
              {t('desk:transfer')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
