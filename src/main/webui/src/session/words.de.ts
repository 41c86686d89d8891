import type { Translated } from '../app/words';
import type { en } from './words';

export default {
  signIn: 'Anmelden',
  signUp: 'Konto anlegen',
  signUpHint:
    'Sehen Sie in Ihr Postfach: eine E-Mail mit einem Link ist unterwegs. Er führt zu Ihrem Passwort.',
  newAccount: 'Willkommen',
  newAccountHint: 'Die Adresse gehört Ihnen. Wählen Sie ein Passwort; dann sind Sie angemeldet.',
  makeAccount: 'Konto jetzt anlegen',
  welcome: 'Willkommen zurück',
  alreadyHere: 'Sie haben ein Konto?',
  organisation: 'Organisation',
  username: 'Benutzername',
  password: 'Passwort',
  name: 'Ihr Name',
  email: 'E-Mail',
  code: 'Code Ihrer App oder ein Wiederherstellungscode',
  withSso: 'Mit Ihrer Organisation anmelden',
  forgotten: 'Passwort vergessen?',
  forgottenTitle: 'Ein Link für ein neues Passwort',
  forgottenHint: 'Wenn hier jemand diese Adresse hat, ist eine E-Mail mit einem Link unterwegs.',
  send: 'Link senden',
  newPassword: 'Neues Passwort',
  setPassword: 'Passwort setzen',
  passwordSet: 'Das Passwort ist gesetzt. Melden Sie sich damit an.',
  passwordHint: 'Mindestens 12 Zeichen; ein Satz ist gut.',
  linkUsed: 'Der Link wurde benutzt oder ist zu alt. Fordern Sie einen neuen an.',
  ended: 'Ihre Sitzung ist zu Ende. Melden Sie sich an, um dort weiterzumachen, wo Sie waren.',
  ssoFailed:
    'Die Anmeldung über Ihre Organisation hat nicht geklappt ({{problem}}). Versuchen Sie es noch einmal oder fragen Sie Ihren Admin.',
  claimMissing:
    'Ihre Organisation sagt nicht, welche Rollen oder Gruppen Sie haben. Sie sind deshalb nicht angemeldet, und nichts wurde geändert. Fragen Sie Ihren Admin: Das Protokoll nennt den Claim, der fehlt.',
  wrong: 'Benutzername oder Passwort ist falsch.',
  tagline: 'Hilfe, die gleich bei den Richtigen ankommt.',
} satisfies Translated<typeof en>;
