import { addWords } from '../../app/words';

export const en = {
  newTag: 'New tag',
  noTags: 'No tags yet',
  noTagsHint: 'Add short names that staff mark tickets with, such as VIP or Fraud; then lists find them.',
  tagGone: 'This is refused while a ticket bears it. Archive it instead.',
  colour: 'Colour',
  colours: {
    GREY: 'Grey',
    RED: 'Red',
    ORANGE: 'Orange',
    YELLOW: 'Yellow',
    GREEN: 'Green',
    TEAL: 'Teal',
    BLUE: 'Blue',
    PURPLE: 'Purple',
    PINK: 'Pink',
  },
  state: 'State',
  archived: 'Archived',
  inUse: 'In use',
  archiveTag: 'Archived: no more tickets get it; those that bear it keep it',
  archiveField: 'Archived: no more tickets get a value; those that have one keep it',
  newField: 'New field',
  noFields: 'No fields yet',
  noFieldsHint:
    'Add what you keep of tickets besides what is there already, such as a serial number. Customers never see it.',
  fieldGone:
    'This is refused while a ticket has a value, or the routing policy asks for it. Archive it instead.',
  label: 'Label',
  labelHint: 'How people call it',
  key: 'Key',
  keyHint: 'How rules, lists and the API call it: lower-case letters, digits and _. It never changes.',
  type: 'Type',
  typeHint: 'It never changes.',
  types: {
    TEXT: 'Text',
    NUMBER: 'Number',
    DATE: 'Day',
    CHOICE: 'Choice',
    YES_NO: 'Yes or no',
  },
  options: 'Options',
  optionsHint: 'One a line, in the order in which they are shown',
  example: 'Example',
};

addWords('admin-tickets', en, () => import('./words.de'));
