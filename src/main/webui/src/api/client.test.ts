import { expect, it, vi } from 'vitest';
import { api, data } from './client';

/** The client of the API keeps the fetch that it finds when it is made. */
const network = vi.hoisted(() => {
  const hub = { answer: async (_: Request): Promise<Response> => Response.error() };
  globalThis.fetch = ((request: Request) => hub.answer(request)) as typeof fetch;
  return hub;
});

it('asks again under the same key where no answer came, but for another version under another', async () => {
  const keys: (string | null)[] = [];
  network.answer = async (request) => {
    keys.push(request.headers.get('Idempotency-Key'));
    throw new TypeError('no line');
  };
  const close = (version: number) =>
    data(
      api.POST('/api/v1/tickets/{id}/close', {
        params: { path: { id: 1 }, header: { 'If-Match': `"${version}"` } },
        body: {},
      }),
    ).catch(() => undefined);
  await close(1);
  await close(1);
  await close(2);
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});
