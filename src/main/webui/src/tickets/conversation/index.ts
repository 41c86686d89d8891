import './words';

export { findPageBy, types } from './activity';
export { isRead } from './attention';
export { MessageField, QuoteBar, sends } from './MessageField';
export { NEW, outbox, type Sent, type Unsent, useOutbox, useUnsent } from './outbox';
export { conversationQuery, messagesQuery } from './queries';
export { Thread } from './Thread';
export { useStanding, useUnread } from './useUnread';
