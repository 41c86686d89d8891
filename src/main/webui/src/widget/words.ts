import { addWords } from '../app/words';

export const en = {
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

addWords('widget', en, () => import('./words.de'));
