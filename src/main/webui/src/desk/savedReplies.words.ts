import { addWords } from '../app/words';

export const en = {
  searchReplies: 'Find a reply',
  newReply: 'New reply',
  editReply: 'Edit the reply',
  editNamed: 'Edit “{{name}}”',
  deleteNamed: 'Delete “{{name}}”',
  deleteSure: 'Delete “{{name}}”?',
  noReplies: 'No replies yet. Save one that you write again and again.',
  noReplyFound: 'No reply says this.',
  replyKeys: '↑ ↓ choose, Enter puts it in',
  replyName: 'Name',
  replyText: 'Text',
  replyPlaceholders: 'These are filled in: {{names}}',
  replyShared: 'My colleagues may use it, too',
  shared: 'shared',
  needed: 'Something must stand here.',
};

addWords('desk', en, () => import('./savedReplies.words.de'));
