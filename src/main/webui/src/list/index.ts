import './words';

export { Tickets } from './Tickets';
