import { useLocalStorage } from '@mantine/hooks';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alarm, FloorView, QueueState } from '../api/schema';
import { duration } from '../tickets/duration';
import { now } from '../tickets/stopwatch';
import { alarmsQuery, floorQuery } from './floor';

interface Raised extends Alarm {
  key: string;
  queue: QueueState;
}

export function raisedOf(floor: FloorView | undefined): Raised[] {
  return (floor?.queues ?? []).flatMap((queue) =>
    queue.alarms.map((alarm) => ({ ...alarm, queue, key: `${queue.id} ${alarm.kind}` })),
  );
}

export function alarmText({ kind, value, threshold }: Alarm, t: TFunction): string {
  const of = (figure: number) =>
    kind === 'MAX_WAIT_SECONDS' ? duration(figure, t) : String(Math.round(figure));
  return t(`alarm.${kind}`, { value: of(value), threshold: of(threshold) });
}

export function useAlarmSettings() {
  const [sound, setSound] = useLocalStorage({ key: 'patchbay-alarm-sound', defaultValue: false });
  const [notify, setNotify] = useLocalStorage({ key: 'patchbay-alarm-notify', defaultValue: false });
  return { sound, setSound, notify, setNotify };
}

let told = new Map<string, Raised>();

/** Each alarm is told once, on whichever page of the board it is seen first, and once that it is over. */
export function useAlarmNews(floor: FloorView | undefined): string {
  const { t } = useTranslation('board');
  const [news, setNews] = useState('');
  const { sound, notify } = useAlarmSettings();
  useEffect(() => {
    if (!floor) {
      return;
    }
    const raised = raisedOf(floor);
    const before = told;
    told = new Map(raised.map((alarm) => [alarm.key, alarm]));
    const added = raised.filter((alarm) => !before.has(alarm.key));
    const over = [...before.values()].filter((alarm) => !told.has(alarm.key));
    const sentences = [
      ...added.map((alarm) => t('alarmRaised', { queue: alarm.queue.name, alarm: alarmText(alarm, t) })),
      ...over.map((alarm) => t('alarmOver', { queue: alarm.queue.name })),
    ];
    if (sentences.length > 0) {
      setNews(sentences.join(' '));
    }
    if (added.length > 0 && sound) {
      void chime();
    }
    if (added.length > 0 && notify && 'Notification' in window && Notification.permission === 'granted') {
      new Notification(t('alarms'), { body: sentences.slice(0, added.length).join('\n'), tag: 'alarms' });
    }
  }, [floor, t, sound, notify]);
  return news;
}

/** Two soft notes; no file to load, and nothing where the browser wants a click first. */
export async function chime(): Promise<void> {
  const audio = new AudioContext();
  if (audio.state !== 'running') {
    await Promise.race([audio.resume(), new Promise((resolve) => setTimeout(resolve, 500))]);
  }
  [660, 880].forEach((frequency, index) => {
    const start = audio.currentTime + index * 0.18;
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0.0001, start);
    volume.gain.exponentialRampToValueAtTime(0.2, start + 0.03);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.4);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + 0.45);
  });
  setTimeout(() => void audio.close(), 1_500);
}

/**
 * That somebody has waited too long is not an event which the feed would tell: it comes with time alone. The floor is read
 * at the moment when the next alarm of this kind is due.
 */
export function useDueAlarms(floor: FloorView | undefined): void {
  const client = useQueryClient();
  const waiting = (floor?.queues ?? []).filter((queue) => queue.oldestWaitingSince);
  const due = useQueries({
    queries: waiting.map((queue) => ({ ...alarmsQuery(queue.id), staleTime: Number.POSITIVE_INFINITY })),
    combine: (answers) =>
      answers.reduce((soonest, { data: thresholds }, index) => {
        const queue = waiting[index];
        return thresholds?.maxWaitSeconds == null || !queue?.oldestWaitingSince
          ? soonest
          : next(soonest, Date.parse(queue.oldestWaitingSince) + thresholds.maxWaitSeconds * 1_000 + 500);
      }, Number.POSITIVE_INFINITY),
  });
  useEffect(() => {
    const rest = due - now();
    if (rest > 0 && rest < 2 ** 31) {
      const timer = setTimeout(() => void client.invalidateQueries({ queryKey: floorQuery.queryKey }), rest);
      return () => clearTimeout(timer);
    }
    return undefined;
  }, [due, client]);
}

function next(soonest: number, moment: number): number {
  return moment > now() ? Math.min(soonest, moment) : soonest;
}
