import { addWords } from '../../app/words';

export const en = {
  new: 'New group',
  name: 'Name',
  parent: 'Below',
  tree: 'Groups of the organisation',
  isolation: 'What groups hide from one another',
  isolationHint:
    'Works at once, also for sessions that are under way. Admins see everything, customers what is theirs, and everybody their own work.',
  tickets: 'Tickets',
  ticketsHint: 'Only who sees the group sees them; agents are given tickets of their groups only.',
  customers: 'Customers and their orders',
  customersHint: 'Only who sees the group sees them.',
  agents: 'Agents',
  agentsHint: 'Colleagues of other groups are out of sight.',
  askTitle: 'Change what groups hide?',
  askOn: 'From now on “{{what}}” of other groups are out of sight.',
  askOff: 'From now on everybody of the staff sees “{{what}}” of all groups.',
  change: 'Change it',
  members_one: '{{count}} member',
  members_other: '{{count}} members',
  members: 'Members',
  membersHint: 'Who belongs to this group, and what they see from here.',
  noMembers: 'Nobody belongs to this group yet.',
  addMember: 'Add somebody',
  member: 'Name',
  sees: 'Sees',
  settings: 'Settings',
  addBelow: 'New group below',
  deleteHint: 'This is refused while groups, accounts, customers, orders or tickets belong to it.',
  root: 'This is the organisation itself.',
};

addWords('admin-groups', en, () => import('./words.de'));
