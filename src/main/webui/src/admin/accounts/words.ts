import { addWords } from '../../app/words';

export const en = {
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

addWords('admin-accounts', en, () => import('./words.de'));
