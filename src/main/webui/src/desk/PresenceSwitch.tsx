import { ActionIcon, Button, Group, Loader, Text } from '@mantine/core';
import { IconChevronDown, IconPlayerTrackNext, IconVolume, IconVolumeOff } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { api, data } from '../api/client';
import { keys } from '../api/keys';
import type { AgentView, Presence } from '../api/schema';
import { duration, Elapsed, PresenceDot, reasonsQuery, useClock, useSecondsUntil } from '../tickets';
import classes from './Presence.module.css';
import { PresenceMenu } from './parts';
import { usePreference } from './preferences';
import { myAgentQuery } from './queries';

export interface PresenceChoice {
  presence: Presence;
  reasonId?: number;
}

export function usePresence(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: PresenceChoice) =>
      data(api.PUT('/api/v1/agents/{id}/presence', { params: { path: { id } }, body })),
    onSuccess: (agent) => {
      client.setQueryData(myAgentQuery(id).queryKey, agent);
      void client.invalidateQueries({ queryKey: keys.tickets.root });
      void client.invalidateQueries({ queryKey: keys.offers });
    },
  });
}

/** Says whether I take tickets, in the header of the page. */
export function PresenceSwitch(props: { id: number; opened: boolean; onOpen: (opened: boolean) => void }) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useEffect(() => setPlace(document.getElementById('header-extra')), []);
  return place && createPortal(<Switch {...props} />, place);
}

function Switch({ id, opened, onOpen }: { id: number; opened: boolean; onOpen: (opened: boolean) => void }) {
  const { t } = useTranslation('desk');
  const agent = useQuery(myAgentQuery(id));
  const reasons = useQuery(reasonsQuery);
  const presence = usePresence(id);
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  if (!agent.data) {
    return agent.isError ? (
      <Text size="sm" c="red" role="alert">
        {t('noAgent')}
      </Text>
    ) : (
      <Loader size="xs" aria-label={t('common:loading')} />
    );
  }
  const now = agent.data;
  const reason = reasons.data?.find((each) => each.id === now.reasonId)?.name;
  const label = reason ?? t(`tickets:presence.${now.presence}`);
  return (
    <Group gap={4} wrap="nowrap">
      <SoundSwitch />
      {now.presence === 'WRAP_UP' && (
        <Button
          size="compact-sm"
          visibleFrom="sm"
          leftSection={<IconPlayerTrackNext size={14} />}
          onClick={() => presence.mutate({ presence: 'AVAILABLE' })}
          loading={presence.isPending}
        >
          {t('ready')}
        </Button>
      )}
      <Button
        ref={setButton}
        variant="default"
        size="compact-md"
        className={classes.switch}
        loading={presence.isPending}
        rightSection={<IconChevronDown size={14} />}
        leftSection={<PresenceDot presence={now.presence} />}
        data-testid="presence"
        aria-haspopup="menu"
        aria-expanded={opened}
        onClick={() => onOpen(true)}
      >
        <span className={classes.label}>
          <span className={classes.sr}>{t('myPresence')}: </span>
          {label}
        </span>
        <span className={classes.time}>
          <Since agent={now} />
        </span>
      </Button>
      {opened && button && (
        <Suspense fallback={null}>
          <PresenceMenu
            agent={now}
            reasons={reasons.data}
            button={button}
            onChoose={presence.mutate}
            onClose={() => onOpen(false)}
          />
        </Suspense>
      )}
    </Group>
  );
}

/** In the time for notes what is left of it, else how long it has been so. */
function Since({ agent }: { agent: AgentView }) {
  const { t } = useTranslation('desk');
  const end = agent.wrapUpUntil ?? undefined;
  const left = useSecondsUntil(end);
  const over = useClock((now) => end !== undefined && Date.parse(end) <= now);
  if (end && !over) {
    return <span title={t('wrapUpLeft')}>{t('left', { time: duration(left, t) })}</span>;
  }
  return <Elapsed since={agent.presenceSince} />;
}

function SoundSwitch() {
  const { t } = useTranslation('desk');
  const [muted, setMuted] = usePreference('muted');
  const label = t(muted ? 'unmute' : 'mute');
  return (
    <ActionIcon
      title={label}
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={label}
      aria-pressed={muted}
      visibleFrom="xs"
      onClick={() => setMuted(!muted)}
    >
      {muted ? <IconVolumeOff size={18} /> : <IconVolume size={18} />}
    </ActionIcon>
  );
}
