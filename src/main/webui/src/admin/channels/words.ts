import { addWords } from '../../app/words';

export const en = {
  channel: 'Channel',
  units: 'Units',
  unitsHint: 'Of an agent’s capacity that one ticket takes',
  exclusive: 'Takes the whole agent',
  exclusiveHint: 'Only somebody who holds nothing else is given it, and they are given nothing beside it.',
  offerSeconds: 'Ask the agent first',
  offerHint: 'They are asked for so long; then somebody else is. Empty: assigned at once.',
  atOnce: 'Assigned at once',
  asked: 'Asked for {{time}}',
};

addWords('admin-channels', en, () => import('./words.de'));
