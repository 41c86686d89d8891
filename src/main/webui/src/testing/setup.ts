import '@testing-library/jest-dom/vitest';
import '../app/common.words';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

// Ends only a test that hangs: machines differ by a factor of five.
configure({ asyncUtilTimeout: 120_000 });

// Mantine asks for what happy-dom does not have.
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
);
window.HTMLElement.prototype.scrollIntoView = () => {};
Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });

afterEach(cleanup);
