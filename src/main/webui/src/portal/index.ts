import './words';

export { Portal } from './Portal';
export { PortalChat } from './PortalChat';
export { PortalTicket } from './PortalTicket';
