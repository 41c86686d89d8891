export { ChatForm } from './ChatForm';
