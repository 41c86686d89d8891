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
} satisfies Translated<typeof en>;
