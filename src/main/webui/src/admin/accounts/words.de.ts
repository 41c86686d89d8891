import type { Translated } from '../../app/words';
import type { en } from './words';

export default {
  new: 'Neues Konto',
  newHint:
    'Für Leitung und Admins. Mitarbeitende bekommen ihres unter „Mitarbeitende“, Kundschaft meldet sich selbst an oder bekommt es unter „Kundschaft“, andere Systeme unter „API-Zugänge“.',
  name: 'Name',
  username: 'Benutzername',
  usernameHint:
    'Mindestens 3 Buchstaben, Ziffern oder . _ @ + -; an eine E-Mail-Adresse können Links für ein neues Passwort gehen.',
  password: 'Erstes Passwort',
  passwordHint: 'Mindestens 12 Zeichen. Es lässt sich unter „Mein Konto“ ändern.',
  roles: 'Rollen',
  since: 'Seit',
  none: 'Noch keine Konten',
  changeRoles: 'Rollen ändern',
  rolesOf: 'Die Rollen von {{name}}',
  rolesHint:
    'Wer Tickets bearbeitet, tut es weiterhin, egal, was noch dazukommt. Wird eine Rolle weggenommen, enden alle Sitzungen; was dazukommt, gilt nach wenigen Minuten.',
  rolesChanged: 'Die Rollen sind geändert',
  email: 'E-Mail',
  sendLink: 'Passwort-Link senden',
  sendLinkTo: '{{name}} einen Link für ein neues Passwort senden?',
  sendLinkHint: 'Er geht an diese Adresse, die von nun an gilt.',
  linkSent: 'Die E-Mail ist unterwegs',
  signOut: 'Überall abmelden',
  signOutTitle: '{{name}} überall abmelden?',
  signOutHint: 'Alle Sitzungen enden in Sekunden. Eine neue Anmeldung ist möglich.',
  signedOut: 'Die Sitzungen sind beendet',
  factor: 'Zweiten Faktor entfernen',
  factorTitle: 'Den zweiten Faktor von {{name}} entfernen?',
  factorHint:
    'Für jemanden, der App und Wiederherstellungscodes verloren hat. Stellen Sie sicher, dass wirklich diese Person fragt: Danach genügt das Passwort.',
  factorRemoved: 'Der zweite Faktor ist entfernt',
  deleteHint: 'Die Anmeldung ist nicht mehr möglich; Token werden in Sekunden abgelehnt.',
  allRoles: 'Alle Rollen',
  onlyRole: 'Nur mit der Rolle',
  you: 'Sie',
} satisfies Translated<typeof en>;
