export { Retention } from './Retention';
