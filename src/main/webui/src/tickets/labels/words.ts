import { addWords } from '../../app/words';

export const en = {
  tags: 'Tags',
  tagsOf: 'Tags of ticket {{id}}',
  addTag: 'Add a tag',
  removeTag: 'Remove the tag {{name}}',
  noTag: 'No tag is called that',
  noMoreTags: 'All tags are there already',
  tagged: 'The tag {{name}} is added.',
  untagged: 'The tag {{name}} is removed.',
  yes: 'Yes',
  no: 'No',
  empty: 'not set',
  editField: 'Change {{name}}',
  saveField: 'Save {{name}}',
  leaveField: 'Leave {{name}} as it is',
  notKept: 'Somebody changed the ticket meanwhile. Look at it and try again.',
};

addWords('labels', en, () => import('./words.de'));
