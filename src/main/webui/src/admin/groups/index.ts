export { GroupPage } from './GroupPage';
export { Groups } from './Groups';
