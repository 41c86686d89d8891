import type { Translated } from '../app/words';
import type { en } from './words';

export default {
  title: 'Hilfe',
  welcome: 'Wie können wir helfen?',
  signInHint: 'Melden Sie sich an, und sehen Sie Ihre Bestellungen und Anliegen.',
  signUpHint: 'Ein Konto dauert eine halbe Minute.',
  visit: 'Mit uns sprechen',
  visitorName: 'Ihr Name, wenn Sie mögen',
  orSignIn: 'oder anmelden',
  close: 'Schließen',
  more: 'Mehr',
  newTab: 'In neuem Tab öffnen',
  elsewhere: 'Sie melden sich mit Ihrer Organisation an: Das geht in einem eigenen Tab.',
  notHere: '{{name}} hat hier kein Kundenkonto.',
  closed: 'Die Hilfe ist gerade nicht erreichbar.',
} satisfies Translated<typeof en>;
