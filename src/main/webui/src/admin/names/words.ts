import { addWords } from '../../app/words';

const en = {
  newSkill: 'New skill',
  newReason: 'New reason',
  noSkills: 'No skills yet',
  noSkillsHint: 'Add what work can require, such as French or Refunds; then give it to agents with a level.',
  noReasons: 'No reasons yet',
  noReasonsHint: 'Add why agents can be away, such as Lunch or Training. They choose one when they go away.',
  skillGone: 'Agents lose it. This is refused while work or rules still require it.',
  reasonGone: 'Nobody can choose it any more.',
};

addWords('admin-names', {
  en,
  de: {
    newSkill: 'Neue Fähigkeit',
    newReason: 'Neuer Grund',
    noSkills: 'Noch keine Fähigkeiten',
    noSkillsHint:
      'Legen Sie an, was Arbeit verlangen kann, etwa Französisch oder Erstattungen; dann geben Sie es Mitarbeitenden mit einer Stufe.',
    noReasons: 'Noch keine Gründe',
    noReasonsHint:
      'Legen Sie an, warum jemand abwesend sein kann, etwa Mittag oder Schulung. Wer abwesend ist, wählt einen.',
    skillGone: 'Mitarbeitende verlieren sie. Das wird abgelehnt, solange Arbeit oder Regeln sie verlangen.',
    reasonGone: 'Niemand kann ihn mehr wählen.',
  },
});
