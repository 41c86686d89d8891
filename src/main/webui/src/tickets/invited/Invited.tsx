import { ActionIcon, Button, Group, Radio, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUserPlus, IconX } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { ColleagueView, InvitedAs, InvitedView, TicketView } from '../../api/schema';
import { showProblem } from '../../app/problems';
import { useMe } from '../../app/session';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { colleaguesQuery } from '../mentions/queries';
import './words';

const LIVE = ['OPEN', 'OFFERED', 'IN_PROGRESS', 'PENDING'];

interface Props {
  ticket: TicketView;
  /** What they stand in, with a title. */
  part: (title: string, children: ReactNode) => ReactNode;
}

/** The colleagues who are invited into a ticket, and a way to invite one. */
export default function Invited({ ticket, part }: Props) {
  const { t } = useTranslation('invited');
  const me = useMe();
  const invited = ticket.details?.colleagues ?? [];
  const steers =
    LIVE.includes(ticket.status) &&
    (ticket.agentId === me.id || me.roles.some((role) => role === 'supervisor' || role === 'admin'));
  if (invited.length === 0 && !steers) {
    return null;
  }
  return part(
    t('title'),
    <Stack gap={6} align="start">
      {invited.map((colleague) => (
        <Colleague
          key={colleague.id}
          ticket={ticket.id}
          colleague={colleague}
          self={colleague.id === me.id}
          steers={steers}
        />
      ))}
      {steers && <Invite ticket={ticket} />}
    </Stack>,
  );
}

function Colleague({
  ticket,
  colleague: { id, name, as },
  self,
  steers,
}: {
  ticket: number;
  colleague: InvitedView;
  self: boolean;
  steers: boolean;
}) {
  const { t } = useTranslation('invited');
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: () =>
      data(
        api.DELETE('/api/v1/tickets/{id}/colleagues/{accountId}', {
          params: { path: { id: ticket, accountId: id } },
        }),
      ),
    onError: showProblem,
    onSettled: () => readAnew(client, ticket),
  });
  return (
    <Group gap="xs" wrap="nowrap" data-testid="invited">
      <Text size="sm">
        <bdi>{name}</bdi> · {t(as)}
      </Text>
      {self ? (
        <Button size="compact-xs" variant="default" loading={end.isPending} onClick={() => end.mutate()}>
          {t('leave')}
        </Button>
      ) : (
        steers && (
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            title={t('remove', { name })}
            aria-label={t('remove', { name })}
            loading={end.isPending}
            onClick={() => end.mutate()}
          >
            <IconX size={14} />
          </ActionIcon>
        )
      )}
    </Group>
  );
}

function Invite({ ticket }: { ticket: TicketView }) {
  const { t } = useTranslation('invited');
  const client = useQueryClient();
  const [chosen, setChosen] = useState<ColleagueView>();
  const [as, setAs] = useState<InvitedAs>('CONSULT');
  return (
    <ConfirmButton
      label={t('invite')}
      leftSection={<IconUserPlus size={14} aria-hidden />}
      button={{ size: 'compact-sm' }}
      title={t('inviteTo', { ticket: ticket.id })}
      danger={false}
      confirm={t('invite').replace('…', '')}
      done={t('done', { name: chosen?.name })}
      ready={chosen !== undefined}
      text={
        <Stack gap="sm">
          <Text size="sm">{t('hint')}</Text>
          <ColleagueChoice conversation={ticket.conversationId} chosen={chosen} onChoose={setChosen} />
          <Radio.Group label={t('as')} value={as} onChange={(next) => setAs(next as InvitedAs)}>
            <Stack gap={6} mt={4}>
              <Radio value="CONSULT" label={t('asCONSULT')} />
              <Radio value="JOIN" label={t('asJOIN')} />
            </Stack>
          </Radio.Group>
        </Stack>
      }
      run={async () => {
        if (chosen) {
          await data(
            api.PUT('/api/v1/tickets/{id}/colleagues/{accountId}', {
              params: { path: { id: ticket.id, accountId: chosen.id } },
              body: { as },
            }),
          );
          await readAnew(client, ticket.id);
          setChosen(undefined);
        }
      }}
    />
  );
}

/** Asks for colleagues only while somebody chooses one. */
function ColleagueChoice({
  conversation,
  chosen,
  onChoose,
}: {
  conversation: number;
  chosen: ColleagueView | undefined;
  onChoose: (colleague: ColleagueView | undefined) => void;
}) {
  const { t } = useTranslation('invited');
  const [typed, setTyped] = useState('');
  const [sought] = useDebouncedValue(typed, 200);
  const found = useQuery({
    ...colleaguesQuery(conversation, sought.trim()),
    placeholderData: keepPreviousData,
  }).data;
  return (
    <Select
      label={t('colleague')}
      searchable
      required
      filter={({ options }) => options}
      nothingFoundMessage={t('nobody')}
      onSearchChange={setTyped}
      value={chosen ? String(chosen.id) : null}
      onChange={(id) => onChoose(found?.find((each) => String(each.id) === id))}
      data={withChosen(found ?? [], chosen).map(({ id, name }) => ({ value: String(id), label: name }))}
      data-autofocus
    />
  );
}

function withChosen<T extends { id: number }>(found: T[], chosen: T | undefined): T[] {
  return chosen && !found.some(({ id }) => id === chosen.id) ? [...found, chosen] : found;
}

function readAnew(client: ReturnType<typeof useQueryClient>, ticket: number) {
  return client.invalidateQueries({ queryKey: keys.ticket(ticket) });
}
