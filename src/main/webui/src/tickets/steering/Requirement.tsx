import { useTranslation } from 'react-i18next';
import type { TicketView } from '../../api/schema';
import classes from './TicketTable.module.css';
import './words';

/** What a ticket requires of its agent. */
export function Requirement({ ticket }: { ticket: TicketView }) {
  const { t } = useTranslation('steering');
  const { skills = [], targetAgentName } = ticket.details?.requirement ?? {};
  const required = [
    ...skills.map(({ skillName, level }) => `${skillName ?? '?'} ${level}`),
    ...(targetAgentName ? [t('onlyAgent', { name: targetAgentName })] : []),
  ];
  return required.length > 0 ? (
    <span>{required.join(', ')}</span>
  ) : (
    <span className={classes.quiet}>{t('requiresNothing')}</span>
  );
}
