export { Policies } from './Policies';
export { Policy } from './Policy';
