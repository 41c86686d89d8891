import { addWords } from '../../app/words';

const en = {
  askAfterSeconds: 'Ask after',
  askHint:
    'So long without key, mouse or touch, and the desk asks whether they are still there. Empty: it never asks.',
  answerWithinSeconds: 'Time to answer',
  answerHint: 'Who does not answer is away.',
  returnAfterSeconds: 'Give back after',
  returnHint:
    'What is held by who is away or offline for so long goes back to its queue, with its age. Empty: it stays until a supervisor gives it back.',
};

addWords('admin-attendance', {
  en,
  de: {
    askAfterSeconds: 'Fragen nach',
    askHint:
      'So lange ohne Taste, Maus oder Berührung, und der Arbeitsplatz fragt, ob noch jemand da ist. Leer: Es wird nie gefragt.',
    answerWithinSeconds: 'Zeit für die Antwort',
    answerHint: 'Wer nicht antwortet, ist abwesend.',
    returnAfterSeconds: 'Zurückgeben nach',
    returnHint:
      'Was jemand hat, der so lange abwesend oder offline ist, geht mit seinem Alter in die Warteschlange zurück. Leer: Es bleibt, bis die Leitung es zurückgibt.',
  },
});
