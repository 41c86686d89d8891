import { addWords } from '../../app/words';

export const en = {
  title: 'Administration',
  lead: 'How your contact centre works: who is in it, where work goes, and what keeps it safe.',
  find: 'Find a setting',
  nothingFound: 'No setting is called that.',
  sections: 'Settings',
  unknownSection: 'There is no such setting.',
  group: {
    people: 'People',
    routing: 'Routing',
    tickets: 'Tickets',
    customers: 'Customers',
    access: 'Access and safety',
  },
  section: {
    agents: {
      title: 'Agents',
      text: 'Who takes work: skills, limits, groups and presence',
      also: 'capacity channel limit',
    },
    accounts: {
      title: 'Accounts',
      text: 'Who can sign in, and with which roles',
      also: 'user password second factor supervisor admin',
    },
    groups: {
      title: 'Groups',
      text: 'Parts of the organisation and what they see of one another',
      also: 'isolation tree member team',
    },
    skills: { title: 'Skills', text: 'What work can require of agents', also: 'language level' },
    reasons: {
      title: 'Presence reasons',
      text: 'Why agents can be away',
      also: 'break lunch pause',
    },
    attendance: {
      title: 'Attendance',
      text: 'When the desk asks whether somebody is still there, and what becomes of what they hold',
      also: 'idle away offline still there give back',
    },
    queues: {
      title: 'Queues',
      text: 'Where work waits, for how long, and for whom',
      also: 'distribution service level wrap-up overflow alarm members',
    },
    policies: {
      title: 'Routing policies',
      text: 'Rules that choose queue, priority and skills',
      also: 'condition CEL version publish rule',
    },
    channels: {
      title: 'Channels',
      text: 'What work of a channel costs, and whether agents are asked first',
      also: 'chat voice video offer seconds units exclusive',
    },
    hours: {
      title: 'Business hours',
      text: 'When queues are open, with holidays',
      also: 'calendar time zone week closed',
    },
    recording: {
      title: 'Recording of calls',
      text: 'Which calls are recorded, what customers are told, and how long it is kept',
      also: 'announcement consent retention voice video record',
    },
    tags: {
      title: 'Tags',
      text: 'Short names that staff mark tickets with',
      also: 'label marker colour category',
    },
    fields: {
      title: 'Ticket fields',
      text: 'What you keep of tickets besides the usual',
      also: 'custom field attribute serial number form',
    },
    'chat-form': {
      title: 'Before a chat',
      text: 'How customers are greeted, and what they are asked before their first message',
      also: 'pre-chat form greeting topic question name e-mail phone',
    },
    calls: {
      title: 'Calls',
      text: 'Whether people call by voice and video, and whether agents see who listens',
      also: 'voice video phone listen whisper supervision',
    },
    macros: {
      title: 'Macros',
      text: 'Several steps that agents take at once',
      also: 'reply note tag priority transfer resolve shortcut',
    },
    customers: { title: 'Customers', text: 'Who asks for help', also: 'attributes e-mail' },
    blocked: { title: 'Blocked', text: 'Who may not come in', also: 'block list spam abuse ban' },
    orders: { title: 'Orders', text: 'What was bought; import from a file', also: 'CSV import' },
    'sign-in': {
      title: 'Single sign-on',
      text: 'Let people sign in with your identity provider',
      also: 'SSO OpenID Connect OIDC claim',
    },
    'api-clients': {
      title: 'API clients',
      text: 'Other systems that use the API',
      also: 'secret token scope integration',
    },
    widget: {
      title: 'Widget',
      text: 'Put Patchbay on your own web site',
      also: 'script tag origin embed',
    },
    mails: {
      title: 'Mails',
      text: 'What customers are told by mail, and in which words',
      also: 'e-mail template notification sender unread transcript',
    },
    undelivered: {
      title: 'Undelivered',
      text: 'What could not be mailed, and what is still on its way',
      also: 'deliveries parked failed retry outbox mails',
    },
    retention: {
      title: 'Retention',
      text: 'How long what was said and what happened is kept',
      also: 'privacy GDPR erase delete days',
    },
    audit: {
      title: 'Audit log',
      text: 'Who changed what, and proof that nobody tampered with it',
      also: 'history verify export hash',
    },
  },
  name: 'Name',
  deleteHint: 'This cannot be undone.',
  yes: 'Yes',
  no: 'No',
  none: 'None',
  channel: {
    RETURN_CASE: 'Return case',
    CHAT: 'Chat',
    VOICE: 'Voice call',
    VIDEO: 'Video call',
    CALLBACK: 'Call back',
    WORK_ITEM: 'Work item',
  },
  priority: { URGENT: 'Urgent', HIGH: 'High', NORMAL: 'Normal', LOW: 'Low' },
  presence: { OFFLINE: 'Offline', AVAILABLE: 'Available', AWAY: 'Away', WRAP_UP: 'Wrapping up' },
  sees: {
    OWN: 'Only their own work',
    GROUP: 'All of the group',
    SUBTREE: 'The group and those below it',
    ORGANISATION: 'The whole organisation',
  },
  role: {
    customer: 'Customer',
    agent: 'Agent',
    supervisor: 'Supervisor',
    admin: 'Admin',
    integration: 'Other system',
    operator: 'Operator',
  },
  wholeOrganisation: 'The whole organisation',
};

addWords('admin', en, () => import('./words.de'));
