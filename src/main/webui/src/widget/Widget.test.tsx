// First: the client of the API keeps the fetch that it finds.
import '../portal/customer.testing';

import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { setEmbedded } from '../api/client';
import { makeQueryClient, Providers } from '../app/Providers';
import { carla, lamp, Shop, ticket } from '../portal/customer.testing';
import { Widget } from './Widget';

describe('the widget', () => {
  let shop: Shop;
  const user = userEvent.setup({ delay: null });

  beforeEach(() => {
    vi.stubGlobal(
      'WebSocket',
      class {
        close() {}
      },
    );
    setEmbedded();
    window.location.hash = '';
    sessionStorage.clear();
    shop = new Shop();
    shop.orders = [lamp];
    shop.tickets = [ticket(7, 'PENDING')];
    render(
      <Providers client={makeQueryClient()}>
        <Widget />
      </Providers>,
    );
  });

  it('lets a customer in with a session of the frame, and to a request and back', async () => {
    await user.type(await screen.findByLabelText(/User name/), 'carla');
    await user.type(screen.getByLabelText(/Password/), 'secret');
    shop.me = carla;
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    await user.click(await screen.findByRole('link', { name: /Return of Desk lamp/ }));
    expect(shop.changes[0]).toMatchObject({
      path: '/auth/session',
      body: { username: 'carla', password: 'secret', embedded: true },
    });
    expect(await screen.findByLabelText(/Your answer/)).toBeVisible();
    expect(screen.getByRole('heading', { level: 1, name: 'Return of Desk lamp' })).toHaveFocus();
    await user.click(screen.getByRole('link', { name: 'My requests' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Hello, Carla Customer' })).toBeVisible();
  });

  it('lets a visitor talk without an account, where the shop does', async () => {
    const visit = await screen.findByRole('button', { name: 'Talk to us' });
    await user.type(screen.getByLabelText(/Your name/), 'Carla');
    shop.me = carla;
    await user.click(visit);
    expect(await screen.findByRole('heading', { level: 1, name: 'Chat with us' })).toBeVisible();
    expect(shop.changes[0]).toMatchObject({
      path: '/auth/visitors',
      body: { name: 'Carla', embedded: true },
    });
  });

  it('says what is wrong where the password is', async () => {
    await user.type(await screen.findByLabelText(/User name/), 'carla');
    await user.type(screen.getByLabelText(/Password/), 'wrong');
    shop.refusals = [{ status: 401, type: 'urn:patchbay:problem:wrong-credentials' }];
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The user name or the password is wrong.');
  });

  it('mails a link to who is new', async () => {
    await user.click(await screen.findByRole('button', { name: 'Create an account' }));
    await user.type(screen.getByLabelText(/Your name/), 'Carla');
    await user.type(screen.getByLabelText(/E-mail/), 'carla@example.org');
    await user.click(screen.getByRole('button', { name: 'Create an account' }));
    expect(await screen.findByText(/a mail with a link is on its way/)).toBeVisible();
    expect(shop.changes).toMatchObject([
      { path: '/auth/sign-up', body: { name: 'Carla', email: 'carla@example.org' } },
    ]);
  });

  it('follows who is signed in at the shop', async () => {
    const around = { postMessage: vi.fn() };
    const own = Object.getOwnPropertyDescriptor(window, 'parent') ?? {};
    Object.defineProperty(window, 'parent', { value: around, configurable: true });
    const says = (data: unknown) => {
      const message = new MessageEvent('message', { data, origin: 'https://shop.example' });
      Object.defineProperty(message, 'source', { value: around });
      act(() => {
        window.dispatchEvent(message);
      });
    };
    await screen.findByLabelText(/User name/);
    shop.me = carla;
    says({ patchbay: 'shown', shown: true });
    says({ patchbay: 'identity', token: 'signed' });
    expect(await screen.findByRole('heading', { level: 1, name: 'Hello, Carla Customer' })).toBeVisible();
    expect(shop.changes[0]).toMatchObject({
      path: '/auth/identified',
      body: { token: 'signed', embedded: true },
    });
    shop.me = { ...carla, id: 11, name: 'Ada Other' };
    says({ patchbay: 'identity', token: 'of another' });
    expect(await screen.findByRole('heading', { level: 1, name: 'Hello, Ada Other' })).toBeVisible();
    shop.me = undefined;
    says({ patchbay: 'identity', token: null });
    expect(await screen.findByLabelText(/User name/)).toBeVisible();
    shop.refusals = [{ status: 401, type: 'urn:patchbay:problem:unauthorized' }];
    says({ patchbay: 'identity', token: 'expired' });
    await waitFor(() =>
      expect(around.postMessage).toHaveBeenLastCalledWith(
        { patchbay: 'identity', accepted: false },
        'https://shop.example',
      ),
    );
    expect(await screen.findByLabelText(/User name/)).toBeVisible();
    Object.defineProperty(window, 'parent', own);
  });
});
