import { addWords } from '../app/words';

export const en = {
  calls: 'Calls',
  callsCount_one: '{{count}} call goes on',
  callsCount_other: '{{count}} calls go on',
  callOf: 'Call of ticket {{id}}',
  callWith: 'with {{name}}',
  nobodyYet: 'Nobody has it yet',
  inCallFor: 'in a call for',
  callsFor: 'calls for',
  onHold: 'On hold',
  recorded: 'Recorded',
  line: {
    good: 'Good line',
    fair: 'Fair line: {{name}}',
    bad: 'Bad line: {{name}}',
  },
  rating: 'Estimated {{mos}} of 4.5',
  supervises: {
    LISTEN: '{{name}} listens',
    WHISPER: '{{name}} whispers',
    TALK: '{{name}} is in it',
  },
  takeOver: 'Take over',
  takeOverHint: 'The ticket becomes yours, and you talk with the customer. {{name}} leaves the call.',
  takeOverHintNobody: 'The ticket becomes yours, and you talk with the customer.',
  takenOver: 'Ticket {{id}} is yours now.',
  end: 'End',
  endTitle: 'End this call?',
  endHint:
    'It ends for all who are in it. The ticket stays with its agent; where nobody has it, it is withdrawn.',
  doEnd: 'End the call',
};

addWords('board', en, () => import('./calls.words.de'));
