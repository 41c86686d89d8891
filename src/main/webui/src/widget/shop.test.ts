import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ensureStorage } from './storage';

const SHOP = 'https://shop.example';

describe('the frame on the page of a shop', () => {
  const parent = { postMessage: vi.fn() };
  const own = Object.getOwnPropertyDescriptor(window, 'parent');
  let shop: typeof import('./shop');

  beforeEach(async () => {
    parent.postMessage.mockClear();
    Object.defineProperty(window, 'parent', { value: parent, configurable: true });
    vi.resetModules();
    shop = await import('./shop');
  });

  afterEach(() => {
    if (own) {
      Object.defineProperty(window, 'parent', own);
    }
  });

  function hears(data: unknown, origin: string, source: unknown) {
    const message = new MessageEvent('message', { data, origin });
    Object.defineProperty(message, 'source', { value: source });
    window.dispatchEvent(message);
  }

  it('says nothing before it knows who shows it, and then to them alone', () => {
    shop.tell({ patchbay: 'unread', count: 2 });
    expect(parent.postMessage).not.toHaveBeenCalled();
    hears({ patchbay: 'shown', shown: false }, SHOP, parent);
    expect(parent.postMessage).toHaveBeenCalledExactlyOnceWith({ patchbay: 'unread', count: 2 }, SHOP);
    expect(shop.isShown()).toBe(false);
  });

  it('listens to nobody but the page around it, whose origin stays', () => {
    hears({ patchbay: 'shown', shown: false }, 'https://evil.example', { postMessage: vi.fn() });
    hears('shown', SHOP, parent);
    hears(null, SHOP, parent);
    expect(shop.isShown()).toBe(true);
    hears({ patchbay: 'shown', shown: true }, SHOP, parent);
    hears({ patchbay: 'shown', shown: false }, 'https://evil.example', parent);
    expect(shop.isShown()).toBe(true);
    shop.tell({ patchbay: 'close' });
    expect(parent.postMessage).toHaveBeenCalledExactlyOnceWith({ patchbay: 'close' }, SHOP);
  });
});

describe('the word of the shop', () => {
  const parent = { postMessage: vi.fn() };
  const own = Object.getOwnPropertyDescriptor(window, 'parent');

  afterEach(() => {
    if (own) {
      Object.defineProperty(window, 'parent', own);
    }
  });

  it('is heard from the page around us alone, once it is known', async () => {
    Object.defineProperty(window, 'parent', { value: parent, configurable: true });
    vi.resetModules();
    const shop = await import('./shop');
    const says = (data: unknown, origin: string, source: unknown) => {
      const message = new MessageEvent('message', { data, origin });
      Object.defineProperty(message, 'source', { value: source });
      window.dispatchEvent(message);
    };
    says({ patchbay: 'identity', token: 'early' }, SHOP, parent);
    expect(shop.identityThere()).toBeUndefined();
    says({ patchbay: 'shown', shown: true }, SHOP, parent);
    says({ patchbay: 'identity', token: 'of a stranger' }, 'https://evil.example', parent);
    says({ patchbay: 'identity', token: 'of another frame' }, SHOP, { postMessage: vi.fn() });
    expect(shop.identityThere()).toBeUndefined();
    says({ patchbay: 'identity', token: 'signed' }, SHOP, parent);
    expect(shop.identityThere()).toBe('signed');
    says({ patchbay: 'identity', token: null }, SHOP, parent);
    expect(shop.identityThere()).toBeNull();
  });
});

describe('a private window', () => {
  it('that refuses the storage to frames gets one that lasts as long as the page', () => {
    const own = Object.getOwnPropertyDescriptor(window, 'localStorage');
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
      configurable: true,
    });
    ensureStorage('localStorage');
    localStorage.setItem('language', 'de');
    expect(localStorage.getItem('language')).toBe('de');
    expect(localStorage.length).toBe(1);
    localStorage.clear();
    expect(localStorage.getItem('language')).toBeNull();
    if (own) {
      Object.defineProperty(window, 'localStorage', own);
    }
  });
});
