import type { Translated } from '../app/words';
import type { en } from './account.words';

export default {
  title: 'Mein Konto',
  password: 'Passwort',
  currentPassword: 'Jetziges Passwort',
  newPassword: 'Neues Passwort',
  changePassword: 'Passwort ändern',
  passwordChanged: 'Das Passwort ist geändert; alle anderen Sitzungen sind beendet.',
  sessions: 'Wo Sie angemeldet sind',
  device: 'Gerät',
  lastUsed: 'Zuletzt benutzt',
  thisOne: 'Hier',
  end: 'Beenden',
  secondFactor: 'Zweiter Faktor',
  secondFactorHint: 'Mit dem Code einer Authenticator-App nützt ein gestohlenes Passwort nichts.',
  switchOn: 'Einschalten',
  switchOff: 'Ausschalten',
  scan: 'Geben Sie dieses Geheimnis in Ihre Authenticator-App ein, dann den Code, den sie zeigt:',
  code: 'Code',
  confirm: 'Bestätigen',
  recovery:
    'Bewahren Sie diese Wiederherstellungscodes auf: jeder meldet einmal statt der App an. Sie werden nur jetzt gezeigt.',
  removed: 'Der zweite Faktor ist aus.',
  on: 'An',
} satisfies Translated<typeof en>;
