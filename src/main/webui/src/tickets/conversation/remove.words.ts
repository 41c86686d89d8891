import { addWords } from '../../app/words';

export const en = {
  title: 'Remove a message',
  text: 'It goes for everybody who reads the conversation, for the customer too, and cannot come back. Who wrote it and when stays.',
  textOfNote:
    'It goes for everybody who reads the conversation, and cannot come back. Who wrote it and when stays.',
  which: 'What to remove',
  all: 'The whole message',
  file: 'Only the file {{name}}',
  confirm: 'Remove',
  done: 'It is removed.',
};

addWords('remove', en, () => import('./remove.words.de'));
