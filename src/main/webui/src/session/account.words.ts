import { addWords } from '../app/words';

export const en = {
  title: 'My account',
  password: 'Password',
  currentPassword: 'Current password',
  newPassword: 'New password',
  changePassword: 'Change the password',
  passwordChanged: 'The password is changed; all other sessions have ended.',
  sessions: 'Where you are signed in',
  device: 'Device',
  lastUsed: 'Last used',
  thisOne: 'Here',
  end: 'End',
  secondFactor: 'Second factor',
  secondFactorHint: 'With a code of an authenticator app a stolen password is of no use.',
  switchOn: 'Switch on',
  switchOff: 'Switch off',
  scan: 'Enter this secret in your authenticator app, then the code that it shows:',
  code: 'Code',
  confirm: 'Confirm',
  recovery: 'Keep these recovery codes: each signs in once instead of the app. They are shown only now.',
  removed: 'The second factor is off.',
  on: 'On',
};

addWords('account', en, () => import('./account.words.de'));
