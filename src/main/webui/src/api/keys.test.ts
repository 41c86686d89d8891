import { QueryClient, queryOptions } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { keys } from './keys';

test('keys are made here alone: the compiler refuses any other', () => {
  // @ts-expect-error
  queryOptions({ queryKey: ['tickets'], queryFn: () => 1 });
  queryOptions({ queryKey: keys.tickets.root, queryFn: () => 1 });
});

test('a change of some reads anew all that was read of them', () => {
  const client = new QueryClient();
  const ofAgents = [
    keys.agents.all,
    keys.agents.list('Ada'),
    keys.agents.one(7, 'skills'),
    keys.agents.onFloor(3),
  ];
  for (const key of [...ofAgents, keys.queues.all]) {
    client.setQueryData(key, 1);
  }
  expect(
    client
      .getQueryCache()
      .findAll({ queryKey: keys.agents.root })
      .map(({ queryKey }) => queryKey),
  ).toEqual(ofAgents);
});
