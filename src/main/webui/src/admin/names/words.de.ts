import type { Translated } from '../../app/words';
import type { en } from './words';

export default {
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
} satisfies Translated<typeof en>;
