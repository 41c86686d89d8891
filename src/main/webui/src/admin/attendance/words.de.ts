import type { Translated } from '../../app/words';
import type { en } from './words';

export default {
  askAfterSeconds: 'Fragen nach',
  askHint:
    'So lange ohne Taste, Maus oder Berührung, und der Arbeitsplatz fragt, ob noch jemand da ist. Leer: Es wird nie gefragt.',
  answerWithinSeconds: 'Zeit für die Antwort',
  answerHint: 'Wer nicht antwortet, ist abwesend.',
  returnAfterSeconds: 'Zurückgeben nach',
  returnHint:
    'Was jemand hat, der so lange abwesend oder offline ist, geht mit seinem Alter in die Warteschlange zurück. Leer: Es bleibt, bis die Leitung es zurückgibt.',
} satisfies Translated<typeof en>;
