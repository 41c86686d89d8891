export { PresenceReasons } from './PresenceReasons';
export { Skills } from './Skills';
