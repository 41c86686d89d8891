import { addWords } from '../../app/words';

export const en = {
  rules: 'Which calls are recorded',
  rulesHint: 'The first rule that fits a call decides. Where none fits, nothing is recorded.',
  none: 'No call is recorded.',
  rule: 'Rule {{number}}',
  add: 'Add a rule',
  up: 'Rule {{number}} up',
  down: 'Rule {{number}} down',
  remove: 'Remove rule {{number}}',
  queue: 'Queue',
  allQueues: 'All queues',
  kind: 'Kind of call',
  kinds: { all: 'All calls', VOICE: 'Voice', VIDEO: 'Video' },
  mode: 'Recording',
  modes: { NEVER: 'Never', ALWAYS: 'Always', ON_DEMAND: 'When the agent begins it' },
  ruleDays: 'Kept for',
  ruleDaysHint: 'Empty: as below',
  days: ' days',
  announcement: 'Announcement',
  announcementHint: 'Customers read it above their call. Nobody is recorded who has not seen it.',
  inEnglish: 'In English',
  inGerman: 'In German',
  consent: 'Consent',
  consents: {
    ANNOUNCE: 'Customers are told',
    ASK: 'Customers are asked; without their yes the call goes on unrecorded',
  },
  retentionDays: 'Recordings are kept for',
  agentsMayListen: 'Agents hear the recordings of their own calls',
};

addWords('admin-recording', en, () => import('./words.de'));
