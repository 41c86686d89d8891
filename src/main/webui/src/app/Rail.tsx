import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Area } from './areas';
import classes from './Rail.module.css';

/** The areas somebody may go to: at the side of each page, and on a phone below it. */
export function Rail({ areas }: { areas: readonly Area[] }) {
  const { t } = useTranslation('common');
  return (
    <nav className={classes.rail} aria-label={t('areas')}>
      <ul className={classes.list}>
        {areas.map(({ path, words, icon: Icon }) => (
          <li key={path}>
            <Link to={path} className={classes.area} activeProps={{ 'aria-current': 'page' }}>
              <span className={classes.icon}>
                <Icon size={22} stroke={1.6} aria-hidden />
              </span>
              <span className={classes.label}>{t(words)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
