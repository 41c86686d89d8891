import { expect, test } from 'vitest';
import { askedIn } from './asking';

test('A last line of brackets is buttons', () => {
  expect(askedIn('What do you want?\n\n[My money back] [A new one]')).toEqual({
    text: 'What do you want?',
    choices: [
      { value: 'My money back', label: 'My money back' },
      { value: 'A new one', label: 'A new one' },
    ],
  });
});

test.each([
  'See [1]',
  '[Yes] [No]',
  'Hm?\n[Yes] or [No]',
  'Hm?\n[Yes] [ ]',
  'Hm?\n[Yes] [Yes]',
  `Hm?\n[${'x'.repeat(101)}]`,
  `Hm?\n${'[a]'.repeat(11)}`,
  'Hm?\n[[Yes]]',
])('%j is words', (text) => expect(askedIn(text)).toEqual({ text }));
