import { Box, Group, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Compared, DecisionView, PassedOver } from '../api/schema';
import { ErrorAlert } from '../ui/ErrorAlert';
import { duration } from './duration';
import { At } from './Elapsed';
import { decisionsQuery } from './queries';
import classes from './Why.module.css';
import './words';

/** Why a ticket was given to whom it was, and why nobody else; the latest decision first. */
export function Why({ ticketId }: { ticketId: number }) {
  const { t } = useTranslation('tickets');
  const decisions = useQuery(decisionsQuery(ticketId));
  if (decisions.isPending) {
    return <Skeleton h={64} role="status" aria-label={t('common:loading')} />;
  }
  if (decisions.isError) {
    return <ErrorAlert problem={decisions.error} retry={decisions.refetch} />;
  }
  if (decisions.data.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('tickets:why.none')}
      </Text>
    );
  }
  return (
    <ol className={classes.decisions} aria-label={t('tickets:why.title')}>
      {decisions.data.toReversed().map((decision) => (
        <li key={decision.id}>
          <Decision decision={decision} />
        </li>
      ))}
    </ol>
  );
}

function Decision({ decision }: { decision: DecisionView }) {
  const { t } = useTranslation('tickets');
  const passed = decision.candidates.filter((candidate) => candidate.passedOver);
  const counts = Object.entries(decision.counts ?? {}).filter(([, count]) => count > 0);
  return (
    <Box className={classes.decision} data-outcome={decision.outcome}>
      <Text size="xs" c="dimmed">
        <At time={decision.at} />
      </Text>
      <Text size="sm" fw={600}>
        {chosen(decision, t)}
      </Text>
      {passed.length > 0 && (
        <>
          <Text size="sm" mt={4}>
            {t('tickets:why.passedOver')}
          </Text>
          <ul className={classes.passed}>
            {byReason(passed, decision, t).map(([why, names]) => (
              <li key={why}>
                <b>{names.join(', ')}</b>: {why}
              </li>
            ))}
          </ul>
        </>
      )}
      {counts.length > 0 && (
        <Text size="sm" mt={4}>
          {t('tickets:why.counts', {
            counts: counts
              .map(([why, count]) => t(`tickets:why.count.${why as PassedOver}`, { count }))
              .join(', '),
          })}
        </Text>
      )}
      {decision.hidden > 0 && (
        <Text size="sm" c="dimmed">
          {t('tickets:why.hidden', { count: decision.hidden })}
        </Text>
      )}
      <Group gap={6} mt={4}>
        <Text size="xs" c="dimmed">
          {[
            required(decision, t),
            rule(decision, t),
            decision.distribution && t(`tickets:distribution.${decision.distribution}`),
            t('tickets:why.took', { time: tookText(decision.micros) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </Group>
    </Box>
  );
}

/** "Given to Ada because she was idle longest (12 min)". */
export function chosen(decision: DecisionView, t: TFunction): string {
  const winner = decision.candidates.find((candidate) => candidate.agentId === decision.agentId);
  const agent = decision.agentName ?? winner?.agentName ?? t('tickets:somebody');
  if (decision.outcome === 'NOBODY') {
    return t('tickets:why.nobody');
  }
  const done = decision.outcome === 'OFFERED' ? 'offered' : 'given';
  if (decision.actorId != null) {
    return t(`tickets:why.${done}By`, { agent, actor: decision.actorName ?? t('tickets:somebody') });
  }
  const figures = winner && orderFigures(winner, decision, t);
  const because =
    decision.basis === 'FREED_AGENT'
      ? t('tickets:why.because.FREED', { count: decision.pools ?? 1 })
      : winner && t(`tickets:why.because.${cause(decision)}`) + (figures ? ` (${figures})` : '');
  return because ? t(`tickets:why.${done}Because`, { agent, because }) : t(`tickets:why.${done}`, { agent });
}

/** Where nobody else could have been given it, the order did not matter. */
function cause(decision: DecisionView): string {
  const rivals = decision.candidates.some(
    (candidate) => candidate.passedOver === 'LATER_IN_ORDER' || candidate.passedOver === 'BEING_MATCHED',
  );
  const more = (decision.counts?.LATER_IN_ORDER ?? 0) > 0 || decision.hidden > 0;
  return rivals || more ? (decision.distribution ?? 'LONGEST_IDLE') : 'ONLY';
}

function orderFigures(candidate: Compared, decision: DecisionView, t: TFunction): string {
  const { idleSince, place } = candidate.figures;
  const time = idleSince && duration((Date.parse(decision.at) - Date.parse(idleSince)) / 1000, t);
  const idle = time && t('tickets:why.idle', { time });
  switch (decision.distribution) {
    case 'LEAST_LOADED':
      return [place != null && t('tickets:why.loaded', { percent: Math.round(place / 10_000) }), idle]
        .filter(Boolean)
        .join(', ');
    case 'BEST_SKILLED':
      return [place != null && t('tickets:why.score', { score: -place }), idle].filter(Boolean).join(', ');
    case 'RANKED':
      return [place != null && t('tickets:why.tier', { tier: place }), idle].filter(Boolean).join(', ');
    default:
      return idle ?? '';
  }
}

function reason(candidate: Compared, decision: DecisionView, t: TFunction): string {
  const { figures, passedOver } = candidate;
  const words = {
    skill:
      candidate.skillName ?? (figures.skillId != null ? t('tickets:why.skill', { id: figures.skillId }) : ''),
    required: figures.requiredLevel,
    level: figures.level,
    load: figures.load,
    capacity: figures.capacity,
    cost: figures.cost,
    held: figures.held,
    maximum: figures.maximum,
  };
  const later = orderFigures(candidate, decision, t);
  const key = passedOver === 'LACKS_SKILL' && figures.level ? 'LACKS_LEVEL' : passedOver;
  const text = t(`tickets:why.passed.${key}`, words);
  return passedOver === 'LATER_IN_ORDER' && later ? `${text} (${later})` : text;
}

/** Many are passed over for the same reason. */
function byReason(passed: Compared[], decision: DecisionView, t: TFunction): [string, string[]][] {
  const names = new Map<string, string[]>();
  for (const candidate of passed) {
    const why = reason(candidate, decision, t);
    names.set(why, [...(names.get(why) ?? []), candidate.agentName]);
  }
  return [...names];
}

function required(decision: DecisionView, t: TFunction): string {
  const skills = decision.requirement.skills.map(
    ({ skillId, skillName, level }) => `${skillName ?? t('tickets:why.skill', { id: skillId })} ${level}`,
  );
  return skills.length > 0 ? t('tickets:why.required', { skills: skills.join(', ') }) : '';
}

function rule(decision: DecisionView, t: TFunction): string {
  const version =
    decision.policyVersion != null ? t('tickets:why.version', { version: decision.policyVersion }) : '';
  return decision.ruleName
    ? [t('tickets:why.rule', { rule: decision.ruleName }), version].filter(Boolean).join(', ')
    : version;
}

function tookText(micros: number): string {
  return micros < 1000 ? `${micros} µs` : `${(micros / 1000).toFixed(1)} ms`;
}
