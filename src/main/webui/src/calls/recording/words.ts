import { addWords } from '../../app/words';

export const en = {
  title: 'Recording',
  on: 'This call is being recorded',
  off: 'Not recorded',
  paused: 'The recording is paused',
  pausedFor: {
    CARD_DATA: 'The recording is paused: card data',
    PRIVATE: 'The recording is paused: private',
    STOPPED: 'The recording is stopped',
  },
  goesOnIn: 'It goes on by itself in {{time}}.',
  pauseCard: 'Pause for card data',
  pausePrivate: 'Pause: private',
  goOn: 'Go on recording',
  record: 'Record',
  stop: 'Stop recording',
  unanswered: 'Not recorded: the customer has not answered yet.',
  declined: 'Not recorded: the customer does not agree.',
  problem: 'Not recorded: {{problem}} The call goes on.',
  unsent: 'The recording cannot be kept just now: {{problem}} The call goes on.',
  silenced: 'Not recorded yet: press anywhere on this page, as the browser asks for that.',
  unsupported: 'this browser cannot record.',
  beginning: 'The recording begins…',
  ask: 'May this call be recorded?',
  yes: 'Yes, record',
  no: 'No',
  agreed: 'You agreed to be recorded.',
  disagreed: 'You are not recorded.',
  takeBack: 'Stop recording me',
  allow: 'Allow recording',
};

addWords('recording', en, () => import('./words.de'));
