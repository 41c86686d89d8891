// The shop's page speaks as soon as we are loaded: somebody must listen by then.
import './shop';
import { ensureStorage } from './storage';

ensureStorage('localStorage');
ensureStorage('sessionStorage');
// Everything else reads the storage as soon as it is loaded. Where it does not come, begin.js loads the page anew.
void import('./start').catch(() => {});
