import './words';

export { ChannelIcon, PresenceBadge, PresenceDot, PriorityBadge, PriorityIcon, StatusBadge } from './badges';
export { useClock, useSecondsUntil } from './clock';
export { duration } from './duration';
export { At, Elapsed } from './Elapsed';
export { EventText } from './EventText';
export { Fact } from './Fact';
export {
  agentQuery,
  customerQuery,
  decisionsQuery,
  eventsQuery,
  queuesQuery,
  reasonsQuery,
  skillsQuery,
  ticketQuery,
  useTicket,
} from './queries';
export { AgentName, CustomerName, QueueName, TicketFacts } from './TicketFacts';
