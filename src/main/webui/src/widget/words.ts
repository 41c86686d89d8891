import { addWords } from '../app/words';

export const en = {
  title: 'Help',
  welcome: 'How can we help?',
  signInHint: 'Sign in, and see your orders and requests.',
  signUpHint: 'An account takes half a minute.',
  visit: 'Talk to us',
  visitorName: 'Your name, if you like to say',
  orSignIn: 'or sign in',
  close: 'Close',
  more: 'More',
  newTab: 'Open in a new tab',
  elsewhere: 'You sign in with your organisation: that works in a tab of its own.',
  notHere: '{{name}} is not a customer here.',
  closed: 'The help is not available right now.',
};

addWords('widget', en, () => import('./words.de'));
