export { Organisations } from './Organisations';
