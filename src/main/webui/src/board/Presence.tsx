import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AgentStatusRow, PresenceChange } from '../api/schema';
import { PresenceBadge } from '../tickets/badges';
import { reasonsQuery } from '../tickets/queries';
import { Choose } from '../tickets/steering/Choose';
import { useAgentSteering } from './agentSteering';

/** A supervisor says for somebody else whether they take tickets. */
export default function ChangePresence({ agent, onClose }: { agent: AgentStatusRow; onClose: () => void }) {
  const { t } = useTranslation('board');
  const steering = useAgentSteering();
  const reasons = useQuery(reasonsQuery);
  const away = (reasons.data ?? []).map(({ id, name }) => ({
    change: { presence: 'AWAY', reasonId: id } as PresenceChange,
    name: `${t('tickets:presence.AWAY')}: ${name}`,
    reason: name,
  }));
  const before = away.find(({ reason }) => reason === agent.reason)?.change ?? { presence: agent.presence };
  const offered: { change: PresenceChange; name: string; reason?: string }[] = [
    { change: { presence: 'AVAILABLE' }, name: t('tickets:presence.AVAILABLE') },
    { change: { presence: 'AWAY' }, name: t('tickets:presence.AWAY') },
    ...away,
    { change: { presence: 'OFFLINE' }, name: t('tickets:presence.OFFLINE') },
  ];
  return (
    <Choose
      title={t('presenceOf', { name: agent.name })}
      hint={t('presenceHint')}
      choices={offered.map(({ change, name, reason }, index) => {
        const isNow = change.presence === agent.presence && (reason ?? null) === (agent.reason ?? null);
        return {
          value: String(index),
          label: name,
          shown: <PresenceBadge presence={change.presence} reason={reason} size="lg" />,
          disabled: isNow,
          hint: isNow && t('steering:now'),
        };
      })}
      onChoose={(value) => {
        const chosen = offered[Number(value)];
        return chosen && void steering.presence(agent, chosen.change, chosen.name, before);
      }}
      onClose={onClose}
    />
  );
}
