import './words';

export { Portal } from './Portal';
export { PortalTicket } from './PortalTicket';
