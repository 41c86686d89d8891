import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../api/schema';
import { decisionsQuery, skillsQuery } from '../tickets';
import classes from './board.module.css';

/** What a ticket requires of its agent, as the last decision about it found. */
export function Requirement({ ticket }: { ticket: TicketView }) {
  const { t } = useTranslation('board');
  const decisions = useQuery(decisionsQuery(ticket.id));
  const skills = useQuery(skillsQuery);
  if (decisions.isPending || skills.isPending) {
    return <span className={classes.quiet}>…</span>;
  }
  const requirement = decisions.data?.at(-1)?.requirement;
  if (!requirement) {
    return <span className={classes.quiet}>{t('requiresUnknown')}</span>;
  }
  const required = requirement.skills.map(
    ({ skillId, level }) => `${skills.data?.find(({ id }) => id === skillId)?.name ?? skillId} ${level}`,
  );
  return required.length > 0 ? (
    <span>{required.join(', ')}</span>
  ) : (
    <span className={classes.quiet}>{t('requiresNothing')}</span>
  );
}
