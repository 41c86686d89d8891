import { VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TicketStatus } from '../api/schema';
import classes from './portal.module.css';

const steps = ['reported', 'working', 'solved'] as const;
const reached: Record<TicketStatus, number> = {
  OPEN: 0,
  OFFERED: 0,
  IN_PROGRESS: 1,
  PENDING: 1,
  RESOLVED: 2,
  CLOSED: 2,
  CANCELLED: 0,
};

/** How far it is, at a glance. */
export function Steps({ status }: { status: TicketStatus }) {
  const { t } = useTranslation('portal');
  return (
    <ol className={classes.steps} aria-label={t('steps')}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={classes.step}
          data-reached={index <= reached[status] || undefined}
          aria-current={index === reached[status] ? 'step' : undefined}
        >
          <span className={classes.dot}>
            {index <= reached[status] && <IconCheck size={14} stroke={3} aria-hidden />}
          </span>
          {t(`step.${step}`)}
          {index < reached[status] && <VisuallyHidden>{t('stepDone')}</VisuallyHidden>}
        </li>
      ))}
    </ol>
  );
}
