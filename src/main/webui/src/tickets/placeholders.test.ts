import { describe, expect, test } from 'vitest';
import { fill, unfilled } from './placeholders';

describe('A saved reply', () => {
  test('is filled with what is known; what is not, or unknown, stays to be seen', () => {
    const text = 'Dear {customer.name}, {order.number} and {order.number}: {weather} {agent.name}';
    const filled = fill(text, {
      'customer.name': '$& {agent.name}',
      'order.number': null,
      'agent.name': 'Ada',
    });
    expect(filled).toBe('Dear $& {agent.name}, {order.number} and {order.number}: {weather} Ada');
    expect(unfilled(filled)).toEqual(['{agent.name}', '{order.number}']);
  });
});
