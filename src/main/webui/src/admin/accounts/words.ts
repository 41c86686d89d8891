import { addWords } from '../../app/words';

const en = {
  new: 'New account',
  newHint:
    'For supervisors and admins. Agents get theirs under Agents, customers sign up or get theirs under Customers, other systems under API clients.',
  name: 'Name',
  username: 'User name',
  usernameHint:
    'At least 3 letters, digits or . _ @ + -; to an e-mail address links for a new password can be mailed.',
  password: 'First password',
  passwordHint: 'At least 12 characters. They can change it under “My account”.',
  roles: 'Roles',
  since: 'Since',
  none: 'No accounts yet',
  changeRoles: 'Change roles',
  rolesOf: 'The roles of {{name}}',
  rolesHint:
    'Agents stay agents, whatever else they are. Where a role is taken away, all their sessions end; what is added counts within minutes.',
  rolesChanged: 'Their roles are changed',
  email: 'E-mail',
  sendLink: 'Send a password link',
  sendLinkTo: 'Send {{name}} a link for a new password?',
  sendLinkHint: 'It goes to this address, which is theirs from now on.',
  linkSent: 'The mail is on its way',
  signOut: 'Sign out everywhere',
  signOutTitle: 'Sign {{name}} out everywhere?',
  signOutHint: 'All their sessions end within seconds. They can sign in again.',
  signedOut: 'Their sessions have ended',
  factor: 'Remove second factor',
  factorTitle: 'Remove the second factor of {{name}}?',
  factorHint:
    'For somebody who lost their app and their recovery codes. Make sure that it is really them who ask: from then on their password is enough.',
  factorRemoved: 'The second factor is removed',
  deleteHint: 'They can no longer sign in; their tokens are refused within seconds.',
  allRoles: 'All roles',
  onlyRole: 'Only of the role',
  you: 'You',
};

addWords('admin-accounts', {
  en,
  de: {
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
  },
});
