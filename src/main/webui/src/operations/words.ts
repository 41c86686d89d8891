import { addWords } from '../app/words';

export const en = {
  title: 'Organisations',
  text: 'The companies that this service serves. What is inside them you do not see.',
  new: 'New organisation',
  none: 'No organisations yet',
  name: 'Name',
  slug: 'Short name',
  slugHint: 'What sign-ins call it: lower case, digits and hyphens. It never changes.',
  hostName: 'Host name',
  hostNameHint: 'Who comes by it need not name the organisation.',
  timeZone: 'Time zone',
  adminName: 'Name of the first admin',
  adminHint: 'They are invited by mail, and set their own password.',
  adminEmail: 'E-mail of the admin',
  invited: 'The invitation is on its way.',
  status: 'Status',
  is: { ACTIVE: 'Active', SUSPENDED: 'Suspended', DELETED: 'Deleted' },
  removedOn: 'removed with all its data on {{date}}',
  since: 'Since',
  do: {
    change: 'Change',
    invite: 'Invite an admin',
    suspend: 'Suspend',
    activate: 'Activate',
    delete: 'Delete',
  },
  inviteTo: 'Invite an admin of {{name}}',
  suspendTitle: 'Suspend {{name}}?',
  suspendHint: 'Within seconds nobody of it can do anything and nothing is assigned. All data is kept.',
  activateTitle: 'Activate {{name}}?',
  activateHint: 'Everybody of it can sign in again, and what waits is assigned.',
  deleteHint: 'It is suspended at once, and removed with all its data after a time of grace.',
};

addWords('operations', en, () => import('./words.de'));
