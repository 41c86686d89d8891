import { addWords } from '../app/words';

export const en = {
  key: 'Key',
  does: 'What it does',
  accept: 'Accept the offer',
  decline: 'Decline the offer',
  note: 'Reply',
  remark: 'Note to colleagues',
  pend: 'Ask the customer, and wait',
  resolve: 'Resolve',
  release: 'Give back to the queue',
  transfer: 'Transfer to a queue or an agent',
  replies: 'Saved replies',
  move: 'Next and previous ticket',
  held: 'One of the open tickets',
  close: 'Close the tab',
  details: 'Customer and order',
  presence: 'My presence',
  ready: 'End the time for notes',
  mute: 'Mute the bell, or let it ring',
  say: 'Send a message or a note; Shift + Enter begins a line',
  send: 'Take the step that is written about',
  leave: 'Leave the field',
  sheet: 'These keys',
  single: 'Keys are on',
  singleHint: 'They do nothing while you type.',
  holdBack: 'Hold replies back for 10 seconds',
  holdBackHint: 'Until then you can take them back.',
};

addWords('keySheet', en, () => import('./keySheet.words.de'));
