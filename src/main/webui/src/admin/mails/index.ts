export { Mails } from './Mails';
export { Undelivered } from './Undelivered';
