import { addWords } from '../app/words';

export const en = {
  transferTitle: 'Transfer #{{id}}',
  transferTo: 'To whom',
  toQueue: 'Queue',
  toAgent: 'Agent',
  choose: 'Choose…',
  noQueues: 'There is no other queue.',
  noAgents: 'No other agent is available.',
  transferNote: 'What the next one should know',
  transferHint: 'Only colleagues read it.',
  transferForbidden:
    'You may not choose where this ticket goes. Give it back to its queue with a note (L), or ask a supervisor.',
  transferChanged: 'Somebody changed the ticket just before you. Look at it, then try again.',
};

addWords('transfer', en, () => import('./transfer.words.de'));
