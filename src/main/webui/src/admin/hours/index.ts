export { BusinessHours } from './BusinessHours';
export { Calendar } from './Calendar';
