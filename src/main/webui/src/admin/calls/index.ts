export { Calls } from './Calls';
