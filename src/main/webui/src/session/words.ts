import { addWords } from '../app/words';

export const en = {
  signIn: 'Sign in',
  signUp: 'Create an account',
  signUpHint: 'Look into your mailbox: a mail with a link is on its way. It leads to your password.',
  newAccount: 'Welcome',
  newAccountHint: 'The address is yours. Choose a password; then you are in.',
  makeAccount: 'Create the account',
  welcome: 'Welcome back',
  alreadyHere: 'You have an account?',
  organisation: 'Organisation',
  username: 'User name',
  password: 'Password',
  name: 'Your name',
  email: 'E-mail',
  code: 'Code of your app, or a recovery code',
  withSso: 'Sign in with your organisation',
  forgotten: 'Forgotten your password?',
  forgottenTitle: 'A link for a new password',
  forgottenHint: 'If somebody has this address here, a mail with a link is on its way.',
  send: 'Send the link',
  newPassword: 'New password',
  setPassword: 'Set the password',
  passwordSet: 'The password is set. Sign in with it.',
  passwordHint: 'At least 12 characters; a sentence is good.',
  linkUsed: 'The link was used, or is too old. Ask for another one.',
  ended: 'Your session has ended. Sign in to go on where you were.',
  ssoFailed: 'Signing in with your organisation did not work ({{problem}}). Try again, or ask your admin.',
  claimMissing:
    'Your organisation does not say which roles or groups you have, so you are not signed in, and nothing was changed. Ask your admin: the audit log names the claim that is missing.',
  wrong: 'The user name or the password is wrong.',
  tagline: 'Help that reaches the right person at once.',
};

addWords('session', en, () => import('./words.de'));
