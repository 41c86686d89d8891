import { addWords } from '../../app/words';

export const en = {
  voice: 'By voice',
  voiceHint: 'Off: customers see no button to call by voice, and agents call nobody.',
  video: 'By video',
  videoHint: 'Off: customers see no button to call by video, and agents call nobody.',
  listenersShown: 'Agents see who listens',
  listenersHint:
    'On: an agent sees in the call who listens or whispers. Customers never do, and the audit has it in any case.',
};

addWords('admin-calls', en, () => import('./words.de'));
