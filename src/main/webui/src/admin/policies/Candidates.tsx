import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { AgentView, Channel, QueueMemberView, Rule } from '../../api/schema';
import { allAgentsQuery, groupsQuery } from '../../tickets/queries';
import { SkeletonRows } from '../../ui/SkeletonRows';
import classes from './Candidates.module.css';
import { whoCouldTake } from './candidates';
import { useRuleWords } from './useRuleWords';

const MOST = 30;

/** Who serves a queue: by name, or by groups with those below them. */
function useServing(queueId: number): AgentView[] | undefined {
  const members = useQuery({
    queryKey: keys.queues.one(queueId, 'members'),
    queryFn: () => data(api.GET('/api/v1/queues/{id}/members', { params: { path: { id: queueId } } })),
  });
  const { data: agents } = useQuery(allAgentsQuery);
  const { data: groups = [] } = useQuery(groupsQuery);
  const wanted = new Set((members.data ?? []).flatMap((member) => member.groupId ?? []));
  const root = groups.find((group) => group.parentId == null);
  const everybody = root !== undefined && wanted.has(root.id);
  for (let grows = !everybody; grows; ) {
    const below = groups.filter(
      (group) => group.parentId != null && wanted.has(group.parentId) && !wanted.has(group.id),
    );
    grows = below.length > 0;
    for (const group of below) {
      wanted.add(group.id);
    }
  }
  const ofGroups = useQueries({
    queries: (everybody ? [] : [...wanted]).map((groupId) => ({
      queryKey: keys.agents.ofGroup(groupId),
      queryFn: () => data(api.GET('/api/v1/agents', { params: { query: { groupId, limit: 200 } } })),
    })),
  });
  if (!members.data || !agents || ofGroups.some((of) => of.isPending)) {
    return undefined;
  }
  const named = (member: QueueMemberView, agent: AgentView) => member.agentId === agent.id;
  return agents.filter(
    (agent) =>
      everybody ||
      members.data.some((member) => named(member, agent)) ||
      ofGroups.some((of) => of.data?.items.some((own) => own.id === agent.id)),
  );
}

/** Who could take what a rule chooses. The API tells this of tickets that are there, not of trials. */
export function Candidates({
  queueId,
  chooses,
  channel,
}: {
  queueId: number;
  chooses: Rule | undefined;
  channel: Channel;
}) {
  const { t } = useTranslation('admin-policies');
  const words = useRuleWords();
  const serving = useServing(queueId);
  const { data: channels } = useQuery({
    queryKey: keys.channels,
    queryFn: () => data(api.GET('/api/v1/channels')),
  });
  const skills = chooses?.requiredSkills ?? [];
  const looked = serving?.slice(0, MOST) ?? [];
  const levels = useQueries({
    queries: (skills.length > 0 ? looked : []).map(({ id }) => ({
      queryKey: keys.agents.one(id, 'skills'),
      queryFn: () => data(api.GET('/api/v1/agents/{id}/skills', { params: { path: { id } } })),
    })),
  });
  const ready = serving !== undefined && levels.every((own) => !own.isPending);
  const all = ready
    ? whoCouldTake(looked, (id) => levels[looked.findIndex((agent) => agent.id === id)]?.data ?? [], {
        skills,
        target: chooses?.target,
        units: channels?.find((own) => own.channel === channel)?.units ?? 1,
      })
    : [];
  return (
    <section aria-label={t('could')}>
      <Title order={3} size="h6">
        {t('could')}
      </Title>
      <Text size="xs" c="dimmed" mb="xs">
        {t('couldHint')}
      </Text>
      {!ready ? (
        <SkeletonRows rows={3} />
      ) : all.length === 0 ? (
        <Text size="sm">{t('nobodyServes')}</Text>
      ) : (
        <Stack component="ul" gap={4} className={classes.list}>
          {all.map(({ agent, passed }) => (
            <Group component="li" key={agent.id} gap="xs" data-testid="candidate">
              <Text size="sm" fw={passed ? 400 : 600}>
                <bdi>{agent.name}</bdi>
              </Text>
              {passed ? (
                <Text size="sm" c="dimmed">
                  {t(`passed.${passed.why}`, {
                    ...passed,
                    skill: passed.why === 'LACKS_SKILL' ? words.skill(passed.skillId) : '',
                  })}
                </Text>
              ) : (
                <Badge color="teal.8" tt="none" size="sm">
                  {t('fits')}
                </Badge>
              )}
            </Group>
          ))}
          {serving.length > MOST && (
            <Text component="li" size="sm" c="dimmed">
              {t('moreAgents', { count: serving.length - MOST })}
            </Text>
          )}
        </Stack>
      )}
    </section>
  );
}
