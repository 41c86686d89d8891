import { addWords } from '../../app/words';

export const en = {
  new: 'New business hours',
  name: 'Name',
  timeZone: 'Time zone',
  timeZoneHint: 'Times are by the clock on the wall there.',
  none: 'No business hours yet',
  noneHint: 'Say once when you are there; then queues can use it.',
  weekly: 'Every week',
  weeklyHint:
    'Draw over a day with the mouse to add hours, or use the buttons. 00:00 at the end is midnight; 21:00 to 02:00 ends on the next day.',
  closed: 'Closed',
  addTo: 'Add hours on {{day}}',
  from: 'From, {{what}}',
  to: 'To, {{what}}',
  removeFrom: 'Remove {{from}} to {{to}}, {{what}}',
  copyToWeekdays: 'Copy Monday to the other weekdays',
  clash: 'These hours overlap, or end when they begin.',
  minuteMissing: '23:59 leaves out the last minute of the day: for midnight, enter 00:00.',
  nextDay: 'the next day',
  holidays: 'Holidays and other days',
  holidaysHint:
    'Their hours take the place of those that begin on that day of the week. Without hours nothing begins on it; what began the evening before still ends after midnight.',
  noHolidays: 'No holidays yet',
  addHoliday: 'Add a day',
  date: 'Date',
  holidayName: 'What it is',
  newHoliday: 'Holiday',
  addHours: 'Add hours: {{name}}',
  openNow: 'Open now',
  closedNow: 'Closed now',
  closesAt: 'closes {{time}}',
  opensAt: 'opens {{time}}',
  never: 'does not open within a year',
  testAt: 'Open at another time?',
  hoursAWeek: '{{hours}} hours a week',
  week: 'Hours',
  deleteHint: 'This is refused while a queue uses them.',
};

addWords('admin-hours', en, () => import('./words.de'));
