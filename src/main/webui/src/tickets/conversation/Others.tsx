import { Anchor, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ActivityView } from '../../api/schema';
import classes from './Others.module.css';
import './others.words';

interface Props {
  others: readonly ActivityView[];
  /** Whether the customer reads it; else it is staff. */
  customer: boolean;
}

/** The others who are there: those who type, and to staff also those who look, and where the customer is. */
export function Others({ others, customer }: Props) {
  const { t, i18n } = useTranslation('others');
  const typing = others.filter(({ state }) => state === 'TYPING');
  const colleagues = customer ? [] : others.filter((each) => !each.customer && each.state === 'LOOKING');
  const visitor = customer ? undefined : others.find((each) => each.customer);
  if (typing.length === 0 && colleagues.length === 0 && !visitor) {
    return null;
  }
  return (
    <div className={classes.others} data-testid="others">
      {typing.map((each) => (
        <span
          key={each.accountId}
          className={classes.typing}
          data-collides={(!customer && !each.customer && each.audience === 'PUBLIC') || undefined}
        >
          <span className={classes.dots} aria-hidden>
            <i />
            <i />
            <i />
          </span>
          {typingOf(t, each, customer)}
        </span>
      ))}
      {colleagues.length > 0 && (
        <span>
          {t('lookToo', {
            count: colleagues.length,
            names: new Intl.ListFormat(i18n.language).format(colleagues.map(({ name }) => name)),
          })}
        </span>
      )}
      {visitor && <Place visitor={visitor} language={i18n.language} />}
    </div>
  );
}

function typingOf(t: TFunction<'others'>, { name, audience, ...each }: ActivityView, customer: boolean) {
  return customer || each.customer
    ? t('types', { name })
    : t(audience === 'PUBLIC' ? 'writesToo' : 'writesNote', { name });
}

function Place({ visitor: { page, language }, language: ours }: { visitor: ActivityView; language: string }) {
  const { t } = useTranslation('others');
  const name = language && new Intl.DisplayNames(ours, { type: 'language' }).of(language);
  return (
    <Text span size="xs" truncate className={classes.place}>
      {t('isHere')}
      {page && (
        <>
          {': '}
          <Anchor href={page} target="_blank" rel="noopener noreferrer nofollow" inherit title={page}>
            {page.replace(/^https?:\/\//, '')}
          </Anchor>
        </>
      )}
      {name && ` · ${name}`}
    </Text>
  );
}
