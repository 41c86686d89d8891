import './words';

export { Desk } from './Desk';
