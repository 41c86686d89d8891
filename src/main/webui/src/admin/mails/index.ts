export { Mails } from './Mails';
