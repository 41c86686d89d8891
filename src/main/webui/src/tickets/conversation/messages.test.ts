import { describe, expect, test } from 'vitest';
import { groupsOf, merge, piecesOf } from './messages';
import { ADA, CARLA, Talk } from './testing';

describe('Messages', () => {
  test('stand in the order of their numbers, each once, whatever order they come in', () => {
    const talk = new Talk();
    const [one, two, three] = [talk.says(CARLA, 'a'), talk.says(ADA, 'b'), talk.says(CARLA, 'c')];
    const all = merge(merge([three], [one, two]), [two, three]);
    expect(all.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test('of one person belong together, until somebody else speaks, a day or some minutes pass', () => {
    const talk = new Talk();
    talk.says(CARLA, 'a');
    talk.says(CARLA, 'b');
    talk.says(ADA, 'c', { audience: 'INTERNAL' });
    talk.says(ADA, 'd');
    talk.says(ADA, 'e', { at: '2026-11-20T10:00:00Z' });
    talk.says(ADA, 'f', { at: '2026-11-22T10:00:00Z' });
    const groups = groupsOf(talk.messages);
    expect(groups.map(({ messages }) => messages.map(({ text }) => text).join(''))).toEqual([
      'ab',
      'c',
      'd',
      'e',
      'f',
    ]);
    expect(groups.map(({ day }) => day)).toEqual([true, false, false, false, true]);
    expect(groupsOf(talk.messages, 2)[1]?.messages.map(({ text }) => text)).toEqual(['b']);
  });
});

describe('Links in a text', () => {
  const linksOf = (text: string) => piecesOf(text).flatMap(({ href }) => href ?? []);

  test('are those that say where they lead, without what ends the sentence', () => {
    expect(linksOf('See https://shop.example/a_(b)?c=1, (http://shop.example/x).')).toEqual([
      'https://shop.example/a_(b)?c=1',
      'http://shop.example/x',
    ]);
    expect(linksOf('Mail mailto:help@shop.example!')).toEqual(['mailto:help@shop.example']);
  });

  test('are none that run something, or hide where they lead', () => {
    expect(
      linksOf('javascript:alert(1) data:text/html,x file:///etc [a](vbscript:x) https:// ftp://x'),
    ).toEqual([]);
    expect(linksOf('https://good.example/\u202Egpj.exe')).toEqual(['https://good.example/']);
  });

  test('leave the text as it is', () => {
    const text = 'a https://b.example, c\nd 👩‍🚀 https://e.example';
    expect(
      piecesOf(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});
