export { Fields } from './Fields';
export { Tags } from './Tags';
