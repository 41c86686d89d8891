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

test('Last lines with blanks are a form', () => {
  expect(
    askedIn('Which shoes?\n\nSize*: [number]\nColour: [Red | Blue]\nGekauft am: [Datum]\nRemark: [text]'),
  ).toEqual({
    text: 'Which shoes?',
    form: [
      { name: 'blank_1', label: 'Size', type: 'NUMBER', options: [], required: true },
      { name: 'blank_2', label: 'Colour', type: 'CHOICE', options: ['Red', 'Blue'], required: false },
      { name: 'blank_3', label: 'Gekauft am', type: 'DATE', options: [], required: false },
      { name: 'blank_4', label: 'Remark', type: 'TEXT', options: [], required: false },
    ],
  });
});

test.each([
  'Size: [number]',
  'Hm?\nSize: [huge]',
  'Hm?\nSize: [S | S]',
  'Hm?\n: [number]',
  `Hm?${'\na: [text]'.repeat(11)}`,
  `Hm?\nSize: [${Array.from({ length: 21 }, (_, size) => size).join('|')}]`,
  'See [1]',
  '[Yes] [No]',
  'Hm?\n[Yes] or [No]',
  'Hm?\n[Yes] [ ]',
  'Hm?\n[Yes] [Yes]',
  `Hm?\n[${'x'.repeat(101)}]`,
  `Hm?\n${'[a]'.repeat(11)}`,
  'Hm?\n[[Yes]]',
])('%j is words', (text) => expect(askedIn(text)).toEqual({ text }));
