export { Admin } from './Admin';
export { AdminSection } from './AdminSection';
export { AdminThing } from './AdminThing';
