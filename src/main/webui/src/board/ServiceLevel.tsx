import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { QueueState } from '../api/schema';
import { duration } from '../tickets/duration';
import { missesTarget } from './floor';
import classes from './ServiceLevel.module.css';

/** How many are answered in time, against how many should be. */
export function ServiceLevel({ queue }: { queue: QueueState }) {
  const { t } = useTranslation('board');
  const { percent, targetPercent, withinSeconds } = queue.serviceLevel;
  if (targetPercent === undefined || targetPercent === null) {
    return <span className={classes.quiet}>{t('noTarget')}</span>;
  }
  const within = withinSeconds == null ? '' : duration(withinSeconds, t);
  const target = t('target', { percent: targetPercent });
  if (percent === undefined || percent === null) {
    return (
      <span className={classes.quiet}>
        {t('noneAnswered')} · {target}
      </span>
    );
  }
  const missed = missesTarget(queue);
  const Icon = missed ? IconAlertTriangle : IconCheck;
  return (
    <div className={classes.level} data-missed={missed || undefined}>
      <div className={classes.levelText}>
        <Icon size={15} role="img" aria-label={t(missed ? 'missed' : 'met')} />
        <strong>{t('levelPlain', { percent: Math.round(percent) })}</strong>
        <span className={classes.quiet}>{t('level', { percent: targetPercent, time: within })}</span>
      </div>
      <svg className={classes.bullet} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
        <rect className={classes.track} width="100" height="6" />
        <rect className={classes.filled} width={Math.min(100, percent)} height="6" />
        <rect className={classes.mark} x={Math.min(98.5, targetPercent - 0.75)} width="1.5" height="6" />
      </svg>
    </div>
  );
}
