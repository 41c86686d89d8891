import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../api/schema';
import { open, serve } from '../testing';
// Loaded before the tests begin, as they are measured.
import '.';
import { whoCouldTake } from './candidates';
import { complete, marked, put } from './cel';
import { differences } from './differences';
import { edited, mistakesByRule } from './rules';

function rule(name: string, part: Partial<Rule> = {}): Rule {
  return { name, requiredSkills: [], ...part };
}

describe('the differences of two versions', () => {
  it('tell only what must be done', () => {
    const before = [rule('A'), rule('B', { priority: 'HIGH' }), rule('C'), rule('D')];
    const after = [rule('D'), rule('A'), rule('B', { priority: 'LOW' }), rule('E')];
    expect(differences(before, after)).toMatchObject([
      { kind: 'removed', rule: { name: 'C' }, from: 3 },
      { kind: 'moved', rule: { name: 'D' }, from: 4, to: 1 },
      { kind: 'changed', rule: { name: 'B' }, field: 'priority' },
      { kind: 'added', rule: { name: 'E' }, to: 4 },
    ]);
  });

  it('know a rule by its condition where it has another name', () => {
    const condition = 'channel == "CHAT"';
    expect(differences([rule('Chat', { condition })], [rule('Chats', { condition })])).toMatchObject([
      { kind: 'changed', field: 'name', before: { name: 'Chat' }, after: { name: 'Chats' } },
    ]);
  });

  it('take what is absent for what is null', () => {
    expect(differences([rule('A', { queueId: null, condition: null })], [{ name: 'A' } as Rule])).toEqual([]);
  });
});

describe('the suggestions of a condition', () => {
  const names = (text: string) =>
    complete(text, text.length, ['tier'], [{ text: 'amount', type: 'double' }])?.words.map(
      (word) => word.text,
    );

  it('are those that fit where the cursor is', () => {
    expect(names('cust')).toEqual(['customer']);
    expect(names('hour > 8 && order.a')).toEqual(['amount']);
    expect(names('customer.attributes.')).toEqual(['tier']);
    expect(names('hour > 8 && fields.')).toEqual(['amount']);
    expect(names('ta')).toEqual(['tags']);
    expect(names('language.st')).toEqual(['startsWith']);
    expect(names('weekday == "SA')).toEqual(['SATURDAY']);
    expect(names('weekday in ["SATURDAY", "SU')).toEqual(['SUNDAY']);
    expect(names('text == "cust')).toBeUndefined();
  });

  it('leave the cursor where one goes on', () => {
    expect(put('la', 0, 2, { text: 'startsWith', insert: 'startsWith("|")', type: 'bool' })).toEqual({
      text: 'startsWith("")',
      cursor: 12,
    });
  });

  it('mark the word at a line and column, in code points', () => {
    const text = 'true\n&& text == "🎁" && nmae';
    const { from, to } = marked(text, 2, 19);
    expect(text.slice(from, to)).toBe('nmae');
  });
});

describe('the mistakes of a draft', () => {
  it('go with their rule wherever it moves', () => {
    const sent = [edited(rule('A')), edited(rule('B'))];
    const found = mistakesByRule(
      [{ field: 'rules[1].condition', message: 'undefined', line: 1, column: 5 }],
      sent,
    );
    expect(found.get(sent[1]?.key ?? '')).toEqual([
      { field: 'condition', message: 'undefined', line: 1, column: 5 },
    ]);
  });
});

describe('who could take a ticket', () => {
  const agent = (id: number, part = {}) =>
    ({ id, name: `Agent ${id}`, presence: 'AVAILABLE', load: 0, capacity: 1, ...part }) as never;

  it('is told with the reason of each who could not', () => {
    const all = whoCouldTake(
      [agent(1, { presence: 'AWAY' }), agent(2, { load: 1 }), agent(3), agent(4)],
      (id) => (id === 3 ? [{ skillId: 9, level: 2 }] : [{ skillId: 9, level: 8 }]),
      { skills: [{ skillId: 9, level: 5 }], units: 1 },
    );
    expect(all.map(({ agent: { id }, passed }) => [id, passed?.why])).toEqual([
      [4, undefined],
      [1, 'AWAY'],
      [2, 'AT_CAPACITY'],
      [3, 'LACKS_SKILL'],
    ]);
  });
});

describe('the page of a policy', () => {
  function servePolicy(rules: Rule[]) {
    const draft = {
      id: 1,
      policyId: 3,
      number: 1,
      status: 'DRAFT',
      rules,
      createdAt: '2026-11-21T09:00:00Z',
      version: 0,
    };
    serve({
      'GET /routing-policies/3': () => ({
        body: { id: 3, name: 'Peak', createdAt: '2026-11-21T09:00:00Z', version: 0 },
      }),
      'GET /routing-policies/3/versions': () => ({ body: { items: [draft] } }),
      'GET /routing-policies/3/versions/1': () => ({ body: draft }),
      'PUT /routing-policies/3/versions/1': ({ body }) => {
        const next = (body as { rules: Rule[] }).rules;
        const wrong = next.findIndex((own) => own.condition?.includes('nmae'));
        if (wrong >= 0) {
          return {
            status: 400,
            body: {
              title: 'The request breaks a rule',
              violations: [
                {
                  field: `rules[${wrong}].condition`,
                  message: "undefined field 'nmae'",
                  line: 1,
                  column: 9,
                },
              ],
            },
          };
        }
        Object.assign(draft, { rules: next, version: draft.version + 1 });
        return { body: { ...draft } };
      },
      'GET /queues': () => ({ body: { items: [{ id: 1, name: 'General', isDefault: true }] } }),
      'GET /skills': () => ({ body: { items: [] } }),
      'GET /agents': () => ({ body: { items: [] } }),
      'GET /customers': () => ({ body: { items: [] } }),
    });
    open('/admin/policies/3');
    return draft;
  }

  it('checks a condition while it is typed, and marks where it is wrong', async () => {
    const user = userEvent.setup();
    const draft = servePolicy([rule('Gold')]);
    await user.click(await screen.findByRole('button', { name: /Gold/, expanded: false }));
    const condition = screen.getByRole('textbox', { name: 'Condition' });
    await user.click(condition);
    await user.paste('customer.nmae == "x"');
    expect(await screen.findByText(/Line 1, column 9: undefined field 'nmae'/)).toBeInTheDocument();
    expect(screen.getByTestId('mistake-mark')).toHaveTextContent('.nmae', { normalizeWhitespace: true });
    expect(condition).toHaveAttribute('aria-invalid', 'true');
    expect(screen.getByTestId('draft-state')).toHaveTextContent('Not saved: correct what is marked');
    expect(screen.getByRole('button', { name: 'Publish' })).toBeDisabled();
    expect(draft.rules).toEqual([rule('Gold')]);
    await user.clear(condition);
    await user.paste('hour > 8');
    await waitFor(() => expect(screen.getByTestId('draft-state')).toHaveTextContent('All changes are saved'));
    expect(draft.rules).toMatchObject([{ name: 'Gold', condition: 'hour > 8' }]);
    expect(screen.queryByTestId('mistake-mark')).not.toBeInTheDocument();
  }, 90_000);

  it('moves rules by the keyboard alone, and says so', async () => {
    const user = userEvent.setup();
    const draft = servePolicy([rule('First'), rule('Second'), rule('Third')]);
    const third = await screen.findByRole('button', { name: /Third/, expanded: false });
    act(() => third.focus());
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(screen.getByText('Third is now rule 2 of 3.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Move up: Third' }));
    expect(screen.getByText('Third is now rule 1 of 3.')).toBeInTheDocument();
    await waitFor(() => expect(draft.rules.map((own) => own.name)).toEqual(['Third', 'First', 'Second']));
  }, 90_000);

  it('takes a suggestion by Enter, and gives back a rule that was removed', async () => {
    const user = userEvent.setup();
    servePolicy([rule('Gold')]);
    await user.click(await screen.findByRole('button', { name: /Gold/, expanded: false }));
    const condition = screen.getByRole('textbox', { name: 'Condition' });
    await user.click(condition);
    await user.paste('weekd');
    expect(screen.getByRole('option', { name: /weekday/ })).toHaveAttribute('aria-selected', 'true');
    await user.keyboard('{Enter}');
    await user.paste(' == "SA');
    await user.keyboard('{Enter}');
    expect(condition).toHaveValue('weekday == "SATURDAY"');
    await user.click(screen.getByRole('button', { name: 'Remove: Gold' }));
    expect(screen.getByText('No rules: all work goes to the default queue.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(screen.getByRole('button', { name: 'Remove: Gold' })).toBeInTheDocument();
  }, 90_000);
});
