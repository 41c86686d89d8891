export { ApiClients } from './ApiClients';
export { SingleSignOn } from './SingleSignOn';
export { WidgetSettings } from './WidgetSettings';
