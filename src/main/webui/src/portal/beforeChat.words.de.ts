import type { Translated } from '../app/words';
import type { en } from './beforeChat.words';

export default {
  before: {
    form: 'Bevor wir beginnen',
    NAME: 'Ihr Name',
    EMAIL: 'Ihre E-Mail-Adresse',
    PHONE: 'Ihre Telefonnummer',
    FIELD: 'Ihre Antwort',
    next: 'Weiter',
    back: 'Meine Antworten ändern',
    needed: 'Das brauchen wir, um Ihnen zu helfen.',
    email: 'Das ist keine E-Mail-Adresse.',
    phone: 'Das ist keine Telefonnummer.',
    yes: 'Ja',
    no: 'Nein',
  },
  reception: {
    LATER: 'Wir haben gerade geschlossen. Schreiben Sie uns, und wir antworten später.',
    LATERat: 'Wir haben bis {{date}} geschlossen. Schreiben Sie uns, und wir antworten dann.',
    CALLBACK: 'Wir können gerade nicht chatten. Schreiben Sie, worum es geht, und wir rufen Sie zurück.',
    CALLBACKat: 'Wir haben bis {{date}} geschlossen. Schreiben Sie, worum es geht, und wir rufen Sie zurück.',
    CLOSED: 'Wir können gerade nicht chatten. Bitte kommen Sie später wieder.',
    CLOSEDat: 'Wir haben bis {{date}} geschlossen. Bitte kommen Sie dann wieder.',
  },
} satisfies Translated<typeof en>;
