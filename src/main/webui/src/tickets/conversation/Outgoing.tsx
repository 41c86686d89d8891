import { Button, Group } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { IconAlertCircle, IconClock, IconLock } from '@tabler/icons-react';
import { useEffect, useReducer } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageView } from '../../api/schema';
import { useFeedState } from '../../feed/useFeed';
import { Attached } from './Attached';
import { Quoted, Words } from './MessageGroup';
import { heldFor, outbox, type Unsent } from './outbox';
import classes from './Thread.module.css';

interface Props {
  unsent: readonly Unsent[];
  known: readonly MessageView[];
  conversationId: number;
  account: number;
  /** Where what is held back can be written on. */
  onTakeBack?: ((unsent: Unsent) => void) | undefined;
}

/** One's own words that the server has not yet said it has. */
export function Outgoing({ unsent, known, conversationId, account, onTakeBack }: Props) {
  const { t } = useTranslation('conversation');
  const { online } = useNetwork();
  const lost = useFeedState() === 'lost' || !online;
  return (
    <ol className={classes.groups}>
      {unsent.map((each) => (
        <li
          key={each.clientId}
          className={classes.group}
          data-ours
          data-mine
          data-internal={each.audience === 'INTERNAL' || undefined}
        >
          <div className={classes.said}>
            {each.audience === 'INTERNAL' && (
              <div className={classes.who}>
                <IconLock size={12} aria-hidden />
                {t('internal')}
              </div>
            )}
            <div className={classes.line}>
              <div
                className={classes.bubble}
                data-sending={each.refused === undefined || undefined}
                data-refused={each.refused !== undefined || undefined}
                data-testid="outgoing"
              >
                {each.replyTo !== undefined && (
                  <Quoted
                    conversation={conversationId}
                    number={each.replyTo}
                    known={known}
                    account={account}
                  />
                )}
                {each.text && <Words text={each.text} />}
                {each.attachments && <Attached files={each.attachments} />}
              </div>
              {heldFor(each) > 0 && onTakeBack ? (
                <Held unsent={each} onTakeBack={onTakeBack} />
              ) : each.refused === undefined ? (
                <div className={classes.fate}>
                  <IconClock size={14} aria-hidden /> {t(lost ? 'waits' : 'sending')}
                </div>
              ) : (
                <div className={classes.refused} role="alert">
                  <span>
                    <IconAlertCircle size={14} aria-hidden /> {t('refused')} {each.refused}
                  </span>
                  <Group gap={4} justify="end">
                    <Button size="compact-xs" variant="default" onClick={() => outbox.again(each)}>
                      {t('again')}
                    </Button>
                    <Button size="compact-xs" variant="subtle" color="red" onClick={() => outbox.drop(each)}>
                      {t('discard')}
                    </Button>
                  </Group>
                </div>
              )}
            </div>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Counts down until it is sent. */
function Held({ unsent, onTakeBack }: { unsent: Unsent; onTakeBack: (unsent: Unsent) => void }) {
  const { t } = useTranslation('conversation');
  const [, tick] = useReducer((ticks: number) => ticks + 1, 0);
  useEffect(() => {
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className={classes.fate}>
      <IconClock size={14} aria-hidden />
      <span aria-hidden>{t('leavesIn', { count: Math.max(1, Math.ceil(heldFor(unsent) / 1000)) })}</span>
      <Button size="compact-xs" variant="subtle" onClick={() => onTakeBack(unsent)}>
        {t('takeBack')}
      </Button>
    </div>
  );
}
