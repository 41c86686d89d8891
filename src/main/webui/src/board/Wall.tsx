import { Portal } from '@mantine/core';
import { useElementSize, useFullscreenDocument, useIdle } from '@mantine/hooks';
import {
  IconAlertTriangle,
  IconAlertTriangleFilled,
  IconCheck,
  IconMaximize,
  IconMinimize,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlugConnectedX,
  IconX,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FloorView, QueueState } from '../api/schema';
import { dateFormat } from '../app/dates';
import { messageOf } from '../app/problems';
import { useFeedState } from '../feed/useFeed';
import { useClock } from '../tickets/clock';
import { now } from '../tickets/stopwatch';
import { useKeys } from '../ui/keys';
import { alarmText, raisedOf, useAlarmNews, useDueAlarms } from './alarms';
import { byTrouble, floorQuery, missesTarget } from './floor';
import { LongestWait } from './LongestWait';
import { longestOf } from './Totals';
import { useAwake } from './useAwake';
import classes from './wall.module.css';
import './wall.words';

const TURN = 12_000;
const LEAST_WIDTH = 640;
const LEAST_HEIGHT = 220;
const IDLE = 4_000;

/** The floor on a big screen that nobody touches: to be read from across the room. */
export function Wall() {
  const { t } = useTranslation('board');
  const floor = useQuery(floorQuery);
  const navigate = useNavigate();
  const leave = () => void navigate({ to: '/board' });
  const { fullscreen, toggle } = useFullscreenDocument();
  const [turning, setTurning] = useState(true);
  const still = useIdle(IDLE);
  useAwake();
  useCovering();
  useDueAlarms(floor.data);
  useKeys([
    ['Escape', leave],
    ['f', () => void toggle()],
    ['Space', () => setTurning((before) => !before)],
  ]);
  return (
    <Portal>
      <div className={classes.wall} data-testid="wall" data-mantine-color-scheme="dark">
        <header className={classes.head}>
          <h1>{t('title')}</h1>
          <Connection />
          <div className={classes.controls} data-still={still || undefined}>
            <Control name={t(turning ? 'pause' : 'resume')} onClick={() => setTurning(!turning)}>
              {turning ? <IconPlayerPause /> : <IconPlayerPlay />}
            </Control>
            <Control name={t(fullscreen ? 'endFullscreen' : 'fullscreen')} onClick={() => void toggle()}>
              {fullscreen ? <IconMinimize /> : <IconMaximize />}
            </Control>
            <Control name={t('exit')} onClick={leave}>
              <IconX />
            </Control>
          </div>
          <Clock />
        </header>
        <main className={classes.main}>
          {floor.isError && !floor.data && <p role="alert">{messageOf(floor.error)}</p>}
          {floor.data && <Totals floor={floor.data} />}
          {floor.data && <Pages queues={floor.data.queues} turning={turning} />}
        </main>
        <Band floor={floor.data} />
      </div>
    </Portal>
  );
}

/** What lies below is neither seen, so it must not be reached by keyboard or read out. */
function useCovering(): void {
  useEffect(() => {
    const below = document.getElementById('root');
    below?.setAttribute('inert', '');
    return () => below?.removeAttribute('inert');
  }, []);
}

function Control({ name, onClick, children }: { name: string; onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className={classes.control} aria-label={name} title={name} onClick={onClick}>
      {children}
    </button>
  );
}

function Clock() {
  const { i18n } = useTranslation('board');
  const minute = useClock(() => Math.floor(now() / 60_000) * 60_000);
  const time = dateFormat(i18n.language, { hour: '2-digit', minute: '2-digit' });
  return (
    <time className={classes.clock} dateTime={new Date(minute).toISOString()}>
      {time.format(minute)}
    </time>
  );
}

function Connection() {
  const { t } = useTranslation('common');
  return useFeedState() === 'lost' ? (
    <p className={classes.lost} role="status">
      <IconPlugConnectedX aria-hidden /> {t('offline')}
    </p>
  ) : null;
}

function Totals({ floor: { totals, queues } }: { floor: FloorView }) {
  const { t } = useTranslation('board');
  return (
    <dl className={classes.totals} aria-label={t('totals')}>
      <Figure name={t('waiting')} value={totals.waiting} />
      <Figure name={t('longest')} value={<LongestWait queue={longestOf(queues)} short />} />
      <Figure name={t('free')} value={totals.free} />
      <Figure name={t('inProgress')} value={totals.inProgress} />
    </dl>
  );
}

function Figure({ name, value }: { name: string; value: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** As many queues at once as can be read; the others come by turns. */
function Pages({ queues, turning }: { queues: QueueState[]; turning: boolean }) {
  const { t } = useTranslation('board');
  const { ref, width, height } = useElementSize();
  const columns = Math.max(1, Math.floor(width / LEAST_WIDTH));
  const rows = Math.max(1, Math.floor(height / LEAST_HEIGHT));
  const size = Math.min(columns * rows, Math.max(1, queues.length));
  const pages = Math.max(1, Math.ceil(queues.length / size));
  const page = useTurning(pages, turning);
  const shown = queues.toSorted(byTrouble).slice(page * size, (page + 1) * size);
  const wide = Math.min(columns, shown.length);
  return (
    <section ref={ref} className={classes.pages} aria-label={t('queues')}>
      <ul
        className={classes.queues}
        style={{
          gridTemplateColumns: `repeat(${wide}, minmax(0, 1fr))`,
          gridTemplateRows: `repeat(${Math.ceil(shown.length / Math.max(1, wide))}, minmax(0, 1fr))`,
        }}
      >
        {shown.map((queue) => (
          <Queue key={queue.id} queue={queue} />
        ))}
      </ul>
      {pages > 1 && (
        <p className={classes.page}>
          {t('page', { page: page + 1, pages })}
          {!turning && ` · ${t('paused')}`}
        </p>
      )}
    </section>
  );
}

function useTurning(pages: number, turning: boolean): number {
  const [page, setPage] = useState(0);
  useEffect(() => {
    if (turning && pages > 1) {
      const timer = setInterval(() => setPage((before) => before + 1), TURN);
      return () => clearInterval(timer);
    }
    return undefined;
  }, [pages, turning]);
  return page % pages;
}

function Queue({ queue }: { queue: QueueState }) {
  const { t } = useTranslation('board');
  const { percent, targetPercent } = queue.serviceLevel;
  const missed = missesTarget(queue);
  const alarmed = queue.alarms.length > 0;
  return (
    <li className={classes.queue} data-alarm={alarmed || undefined}>
      <h2>
        {alarmed && <IconAlertTriangleFilled aria-hidden />}
        <bdi>{queue.name}</bdi>
      </h2>
      <dl>
        <Figure name={t('waiting')} value={queue.waiting} />
        <Figure name={t('longest')} value={<LongestWait queue={queue} short />} />
        <Figure name={t('free')} value={queue.free} />
        {targetPercent != null && (
          <div data-missed={missed || undefined}>
            <dt>
              {t('serviceLevel')} ≥ {t('levelPlain', { percent: targetPercent })}
            </dt>
            <dd>
              {percent == null ? (
                '–'
              ) : (
                <>
                  {missed ? (
                    <IconAlertTriangle role="img" aria-label={t('missed')} />
                  ) : (
                    <IconCheck role="img" aria-label={t('met')} />
                  )}
                  {Math.round(percent)} %
                </>
              )}
            </dd>
          </div>
        )}
      </dl>
    </li>
  );
}

/** What is wrong, over the whole width. */
function Band({ floor }: { floor: FloorView | undefined }) {
  const { t } = useTranslation('board');
  const news = useAlarmNews(floor);
  const raised = raisedOf(floor);
  const turn = useTurning(Math.max(1, raised.length), true);
  const shown = raised[turn];
  return (
    <footer>
      <p role="alert" className={classes.hidden}>
        {news}
      </p>
      {shown && (
        <div className={classes.band} data-testid="wall-alarm">
          <IconAlertTriangleFilled aria-hidden />
          <span>
            <strong>
              <bdi>{shown.queue.name}</bdi>
            </strong>
            : {alarmText(shown, t)}
          </span>
          {raised.length > 1 && (
            <span className={classes.of}>
              {turn + 1}/{raised.length}
            </span>
          )}
        </div>
      )}
      {floor && raised.length === 0 && (
        <div className={classes.calm}>
          <IconCheck aria-hidden /> {t('allWell')}
        </div>
      )}
    </footer>
  );
}
