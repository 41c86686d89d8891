import './words';

export { Recordings } from './Recordings';
