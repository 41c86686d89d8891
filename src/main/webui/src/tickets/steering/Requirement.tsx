import { useTranslation } from 'react-i18next';
import type { TicketView } from '../api/schema';
import panel from './panel.module.css';

/** What a ticket requires of its agent. */
export function Requirement({ ticket }: { ticket: TicketView }) {
  const { t } = useTranslation('board');
  const { skills = [], targetAgentName } = ticket.details?.requirement ?? {};
  const required = [
    ...skills.map(({ skillName, level }) => `${skillName ?? '?'} ${level}`),
    ...(targetAgentName ? [t('onlyAgent', { name: targetAgentName })] : []),
  ];
  return required.length > 0 ? (
    <span>{required.join(', ')}</span>
  ) : (
    <span className={panel.quiet}>{t('requiresNothing')}</span>
  );
}
