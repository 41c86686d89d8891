export { Queue } from './Queue';
export { Queues } from './Queues';
