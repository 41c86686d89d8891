import { addWords } from '../../app/words';

export const en = {
  newSkill: 'New skill',
  newReason: 'New reason',
  noSkills: 'No skills yet',
  noSkillsHint: 'Add what work can require, such as French or Refunds; then give it to agents with a level.',
  noReasons: 'No reasons yet',
  noReasonsHint: 'Add why agents can be away, such as Lunch or Training. They choose one when they go away.',
  skillGone: 'Agents lose it. This is refused while work or rules still require it.',
  reasonGone: 'Nobody can choose it any more.',
};

addWords('admin-names', en, () => import('./words.de'));
