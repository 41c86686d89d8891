export { Fields } from './Fields';
export { Macros } from './Macros';
export { Tags } from './Tags';
