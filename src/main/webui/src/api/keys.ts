declare const made: unique symbol;

/** The key of a query or a mutation. Only this file makes them: the compiler finds any other. */
export type Key = readonly [string, ...unknown[]] & { readonly [made]: true };

declare module '@tanstack/react-query' {
  interface Register {
    queryKey: Key;
    mutationKey: Key;
  }
}

function key(...parts: [string, ...unknown[]]): Key {
  return parts as unknown as Key;
}

/** The keys of what is listed, and read one by one. */
function collection(kind: string) {
  return {
    /** All that was read of them. */
    root: key(kind),
    /** The whole list, to choose from. */
    all: key(kind, 'all'),
    /** The list page by page, as it is filtered; without filters, all such lists. */
    list: (...filters: unknown[]) => key(kind, 'list', ...filters),
    /** One of them with all that belongs to it, or only a part of that. */
    one: (id: number, ...part: unknown[]) => key(kind, 'one', id, ...part),
  };
}

/**
 * The keys of all queries. Whatever changes reads anew all keys that begin as its own: a change of an agent all of
 * `agents.root`. `useFeed` says which of them an event of the feed concerns.
 */
export const keys = {
  me: key('me'),
  /** The agent that I am, with what they hold. */
  myAgent: key('me', 'agent'),
  mySessions: key('me', 'sessions'),
  signInOptions: (organisation: string | undefined) => key('sign-in-options', organisation),

  tickets: {
    root: key('tickets'),
    /** The requests of the customer who is signed in. */
    ofMe: key('tickets', 'mine'),
    ofAgent: (agentId: number, state: 'held' | 'pending' | 'resolved') =>
      key('tickets', 'mine', agentId, state),
    ofCustomer: (customerId: number, part?: 'live' | 'history') =>
      key('tickets', 'of-customer', customerId, part),
    /** Page by page, as they are filtered. */
    list: (filters: object, sort: string | undefined) => key('tickets', 'list', filters, sort),
    /** Those of others into which one is invited. */
    invited: key('tickets', 'invited'),
    /** Of all of mine, the calls that go on. */
    calls: key('tickets', 'calls'),
    /** What is said of the recording of a call: it may change with all that happens to the call. */
    recordingOf: (callId: number) => key('tickets', 'calls', callId, 'recording'),
    callsOnFloor: key('tickets', 'calls', 'floor'),
    ofStatus: (status: string) => key('tickets', 'live', status),
  },
  /** Of all tickets that are read one by one. */
  anyTicket: key('ticket'),
  ticket: (id: number, ...part: ('events' | 'decisions' | 'calls' | 'recordings')[]) =>
    key('ticket', String(id), ...part),
  /** How long a ticket may still wait. */
  wait: (id: number) => key('wait', id),
  conversations: {
    /** How many of those after the one message, up to the other, others wrote. */
    unread: (id: number, after: number, last: number) => key('conversations', 'unread', id, after, last),
  },
  conversation: (id: number, ...part: ('messages' | 'told')[]) => key('conversation', String(id), ...part),
  /** One that was read by itself, for who answers it. It never changes. */
  message: (conversation: number, number: number) => key('message', conversation, number),
  anySought: key('sought'),
  /** Not among the lists of tickets: nobody looks anew for the same words whenever anything happens. */
  sought: (text: string, where: object) => key('sought', where, text),
  /** The same, page by page. */
  soughtList: (filters: object, sort: string | undefined) => key('sought', 'list', filters, sort),
  offers: key('offers'),
  savedReplies: key('saved-replies'),
  macros: collection('macros'),

  mentions: {
    root: key('mentions'),
    unread: key('mentions', 'unread'),
    list: key('mentions', 'list'),
    colleagues: (conversation: number, text: string) => key('colleagues', conversation, text),
  },

  floor: key('floor'),
  agents: {
    ...collection('agents'),
    available: key('agents', 'available'),
    onFloor: (queueId: number | undefined) => key('agents', 'floor', queueId ?? 'all'),
    ofGroup: (groupId: number) => key('agents', 'of-group', groupId),
  },
  queues: collection('queues'),
  recordings: collection('recordings'),
  skills: collection('skills'),
  groups: collection('groups'),
  hours: collection('business-hours'),
  reasons: collection('presence-reasons'),
  policies: collection('routing-policies'),
  customers: {
    ...collection('customers'),
    blocked: key('customers', 'blocked'),
    found: (text: string) => key('customers', 'found', text),
    /** Some of them, for what they have in common. */
    sample: key('customers', 'sample'),
  },
  tags: collection('tags'),
  ticketFields: collection('ticket-fields'),
  ticketViews: collection('ticket-views'),
  orders: {
    ...collection('orders'),
    ofMe: (text: string) => key('orders', 'mine', text),
  },

  accounts: collection('accounts'),
  apiClients: collection('api-clients'),
  organisations: collection('organisations'),
  attendance: key('attendance'),
  callSetting: key('call-setting'),
  /** The kinds of calls that one may begin. */
  callKinds: key('call-setting', 'kinds'),
  recordingSetting: key('recording-setting'),
  chatForm: key('chat-form'),
  /** How the next chat of the customer who is signed in begins. */
  chatBeginning: key('chat-form', 'mine'),
  channels: key('channels'),
  channel: (channel: string) => key('channels', channel),
  isolation: key('isolation'),
  retention: key('retention'),
  mails: key('mail-settings'),
  deliveries: collection('deliveries'),
  audit: (query: object) => key('audit', query),
  signOn: (organisation: number) => key('sign-on', organisation),
  widget: (organisation: number) => key('widget', organisation),
  identityKeys: (organisation: number) => key('identity-keys', organisation),

  /** By the token of the link. */
  linkedCase: (link: string, ...part: 'messages'[]) => key('linked-case', link, ...part),
  linkedPicture: (link: string, attachment: number) => key('linked-picture', link, attachment),

  /** What no server keeps: the last minutes of the floor, and what is done to many tickets together. */
  seen: key('seen'),
  together: key('together'),
  made: (ticketId: number) => key('made', ticketId),
  saying: (ticketId: number) => key('saying', ticketId),
};
