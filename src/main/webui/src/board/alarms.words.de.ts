import type { Translated } from '../app/words';
import type { en } from './alarms.words';

export default {
  alarms: 'Alarme',
  alarm: {
    MAX_WAITING: '{{value}} warten, {{threshold}} dürfen',
    MAX_WAIT_SECONDS: 'Jemand wartet schon {{value}}, höchstens {{threshold}} ist gewollt',
    MIN_SERVICE_LEVEL_PERCENT: 'Servicegrad {{value}} %, mindestens {{threshold}} % ist gewollt',
    MIN_FREE_AGENTS: '{{value}} frei, mindestens {{threshold}} ist gewollt',
  },
  alarmRaised: 'Alarm in {{queue}}: {{alarm}}.',
  alarmOver: 'Der Alarm in {{queue}} ist vorbei.',
  sound: 'Ton bei Alarmen',
  notify: 'Mitteilungen des Geräts bei Alarmen',
  notifyRefused:
    'Ihr Browser erlaubt dieser Seite keine Mitteilungen. Das lässt sich in seinen Einstellungen ändern.',
  alarmSettings: 'Wie Alarme sich melden',
  alarmForm: 'Wann Alarm gegeben wird',
  alarmFormHint: 'Leere Felder geben keinen.',
  maxWaiting: 'Mehr Tickets warten als',
  maxWaitSeconds: 'Jemand wartet länger als',
  minServiceLevelPercent: 'Der Servicegrad ist unter',
  minFreeAgents: 'Weniger Agenten sind frei als',
  seconds: 'Sekunden',
  percent: '%',
  saved: 'Die Alarme von {{queue}} sind gesetzt.',
} satisfies Translated<typeof en>;
