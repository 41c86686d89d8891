import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Rule } from '../../api/schema';
import { allAgentsQuery, queuesQuery, skillsQuery } from '../../tickets/queries';
import { useDuration } from '../../ui/duration';
import { useNames } from '../core/everything';
import type { Field } from './differences';

/** What rules choose, in words. */
export function useRuleWords() {
  const { t } = useTranslation(['admin-policies', 'admin']);
  const queue = useNames(queuesQuery);
  const skill = useNames(skillsQuery);
  const agent = useNames(allAgentsQuery);
  const duration = useDuration();
  const { data: queues } = useQuery(queuesQuery);
  const defaultQueue = queues?.find((own) => own.isDefault);
  const skills = (rule: Pick<Rule, 'requiredSkills'>) =>
    (rule.requiredSkills ?? [])
      .map((own) => t('summary.skill', { skill: skill(own.skillId), level: own.level }))
      .join(', ');
  const target = (rule: Pick<Rule, 'target'>) =>
    rule.target
      ? t(`summary.${rule.target.kind}`, {
          agent: agent(rule.target.agentId),
          time: duration(rule.target.forSeconds),
        })
      : t('target_none');
  const queueOf = (rule: Pick<Rule, 'queueId'>) =>
    rule.queueId == null ? t('defaultQueue') : queue(rule.queueId);
  const priority = (rule: Pick<Rule, 'priority'>) =>
    rule.priority ? t(`admin:priority.${rule.priority}`) : t('asItIs');
  return {
    queue,
    skill,
    agent,
    duration,
    defaultQueue,
    skills,
    target,
    queueOf,
    priority,
    /** All that a rule chooses, in a line. */
    summary: (rule: Omit<Rule, 'name'>) =>
      [
        rule.queueId == null ? t('summary.nothing') : t('summary.queue', { queue: queue(rule.queueId) }),
        ...(rule.priority ? [t(`admin:priority.${rule.priority}`)] : []),
        ...(rule.requiredSkills?.length ? [skills(rule)] : []),
        ...(rule.target ? [target(rule)] : []),
      ].join(' · '),
    field: (field: Field, rule: Rule) => {
      switch (field) {
        case 'queueId':
          return queueOf(rule);
        case 'priority':
          return priority(rule);
        case 'requiredSkills':
          return skills(rule) || t('admin:none');
        case 'target':
          return target(rule);
        case 'condition':
          return rule.condition || t('always');
        case 'name':
          return `“${rule.name}”`;
      }
    },
  };
}
