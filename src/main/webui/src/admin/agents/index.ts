export { Agent } from './Agent';
export { Agents } from './Agents';
