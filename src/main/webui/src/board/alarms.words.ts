import { addWords } from '../app/words';

export const en = {
  alarms: 'Alarms',
  alarm: {
    MAX_WAITING: '{{value}} wait, {{threshold}} may',
    MAX_WAIT_SECONDS: 'Somebody has waited {{value}}, {{threshold}} is the limit',
    MIN_SERVICE_LEVEL_PERCENT: 'Service level {{value}} %, at least {{threshold}} % wanted',
    MIN_FREE_AGENTS: '{{value}} free, at least {{threshold}} wanted',
  },
  alarmRaised: 'Alarm in {{queue}}: {{alarm}}.',
  alarmOver: 'The alarm in {{queue}} is over.',
  sound: 'Sound for alarms',
  notify: 'Notifications of the device for alarms',
  notifyRefused:
    'Your browser does not let this page notify you. Its settings for this site can change that.',
  alarmSettings: 'How alarms tell',
  alarmForm: 'When to raise an alarm',
  alarmFormHint: 'Empty fields raise none.',
  maxWaiting: 'More tickets wait than',
  maxWaitSeconds: 'Somebody waits longer than',
  minServiceLevelPercent: 'The service level is below',
  minFreeAgents: 'Fewer agents are free than',
  seconds: 'seconds',
  percent: '%',
  saved: 'The alarms of {{queue}} are set.',
};

addWords('board', en, () => import('./alarms.words.de'));
