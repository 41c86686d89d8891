import type { Translated } from '../app/words';
import type { en } from './linkedCase.words';

export default {
  over: 'Dieser Link gilt nicht mehr',
  overHint:
    'Links in E-Mails enden nach einiger Zeit. In der neuesten E-Mail zu Ihrem Anliegen steht ein anderer.',
  hint: {
    OPEN: 'Wer als Nächstes frei ist, kümmert sich darum. Wir schreiben Ihnen.',
    OFFERED: 'Wer als Nächstes frei ist, kümmert sich darum. Wir schreiben Ihnen.',
    IN_PROGRESS: 'Jemand kümmert sich darum. Wir schreiben Ihnen.',
    PENDING: 'Bitte antworten Sie unten, damit es weitergeht.',
    RESOLVED: 'Ist noch etwas offen, so schreiben Sie es unten.',
    CLOSED: 'Gibt es noch etwas, so schreiben Sie es unten.',
    CANCELLED: 'Gibt es noch etwas, so schreiben Sie es unten.',
  },
  merged:
    'Es geht mit Ihrer Anfrage #{{id}} weiter: Dazu schreiben wir Ihnen. Was Sie hier schreiben, gehört zu ihr.',
  you: 'Sie',
  staff: 'Service',
  write: 'Ihre Nachricht',
  send: 'Senden',
  download: '{{name}} herunterladen',
  transcript: 'Den Verlauf per E-Mail schicken',
  transcriptComes: 'Die E-Mail ist unterwegs.',
} satisfies Translated<typeof en>;
