import { addWords } from '../app/words';

const en = {
  title: 'Help',
  welcome: 'How can we help?',
  signInHint: 'Sign in, and see your orders and requests.',
  signUpHint: 'An account takes half a minute.',
  close: 'Close',
  more: 'More',
  newTab: 'Open in a new tab',
  elsewhere: 'You sign in with your organisation: that works in a tab of its own.',
  notHere: '{{name}} is not a customer here.',
  closed: 'The help is not available right now.',
};

addWords('widget', {
  en,
  de: {
    title: 'Hilfe',
    welcome: 'Wie können wir helfen?',
    signInHint: 'Melden Sie sich an, und sehen Sie Ihre Bestellungen und Anliegen.',
    signUpHint: 'Ein Konto dauert eine halbe Minute.',
    close: 'Schließen',
    more: 'Mehr',
    newTab: 'In neuem Tab öffnen',
    elsewhere: 'Sie melden sich mit Ihrer Organisation an: Das geht in einem eigenen Tab.',
    notHere: '{{name}} hat hier kein Kundenkonto.',
    closed: 'Die Hilfe ist gerade nicht erreichbar.',
  },
});
