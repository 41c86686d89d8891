import { QueryClient } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepCurrent } from './current';
import { loadAnew } from './place';
import { useBusy } from './quiet';
import { forgetVersions, greeted } from './version';

const OURS = '2026-11-02T08:00:00.000Z';
const NEW = '2026-11-03T08:00:00.000Z';

let server: string;
let client: QueryClient;
let stop: () => void;
const reload = vi.fn();

const goesBy = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const AWHILE = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
  document.head.innerHTML = `<meta name="version" content="${OURS}">`;
  window.history.replaceState(null, '');
  reload.mockClear();
  vi.spyOn(window.location, 'reload').mockImplementation(reload);
  server = NEW;
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(null, { headers: { 'Patchbay-Pages': server } })),
  );
  client = new QueryClient();
  stop = keepCurrent(client);
});

afterEach(() => {
  stop();
  forgetVersions();
  vi.useRealTimers();
  document.head.innerHTML = '';
});

describe('A page of an old version', () => {
  test('is loaded anew when nobody has touched it for a while', async () => {
    greeted(NEW);
    fireEvent.keyDown(document.body, { key: 'j' });
    await goesBy(20_000);
    expect(reload).not.toHaveBeenCalled();
    await goesBy(20_000);
    expect(reload).toHaveBeenCalled();
  });

  test('is loaded anew soon where it is not looked at', async () => {
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    fireEvent.keyDown(document.body, { key: 'j' });
    greeted(NEW);
    await goesBy(6_000);
    expect(reload).toHaveBeenCalled();
  });

  test('stays while it would get itself again, from a replica that is of its version', async () => {
    server = OURS;
    greeted(NEW);
    await goesBy(AWHILE);
    expect(reload).not.toHaveBeenCalled();
    server = NEW;
    await goesBy(AWHILE);
    expect(reload).toHaveBeenCalled();
  });

  test('that was just loaded anew is not loaded anew again, for minutes', async () => {
    vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ type: 'reload' } as never]);
    const now = vi.spyOn(performance, 'now').mockReturnValue(10_000);
    greeted(NEW);
    await goesBy(AWHILE);
    expect(reload).not.toHaveBeenCalled();
    now.mockReturnValue(400_000);
    await goesBy(AWHILE);
    expect(reload).toHaveBeenCalled();
  });

  test('stays while something rings, is sent, or stands open', async () => {
    greeted(NEW);
    const Offer = () => {
      useBusy(true);
      return null;
    };
    const ringing = render(<Offer />);
    await goesBy(AWHILE);
    ringing.unmount();

    const dialog = render(<div role="dialog" />);
    await goesBy(AWHILE);
    dialog.unmount();

    let sent = (_: unknown) => {};
    const mutation = client.getMutationCache().build(client, {
      mutationFn: () =>
        new Promise((resolve) => {
          sent = resolve;
        }),
    });
    const sending = mutation.execute(undefined);
    await goesBy(AWHILE);
    expect(reload).not.toHaveBeenCalled();
    sent('done');
    await sending;
    await goesBy(AWHILE);
    expect(reload).toHaveBeenCalled();
  });

  test('stays while it has words that are nowhere else, and not for drafts that are kept', async () => {
    greeted(NEW);
    const words = render(<textarea aria-label="Your answer" />);
    fireEvent.input(screen.getByRole('textbox'), { target: { value: 'The black one' } });
    await goesBy(AWHILE);
    expect(reload).not.toHaveBeenCalled();
    words.unmount();

    render(
      <div data-kept>
        <textarea aria-label="Note" />
      </div>,
    );
    fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Half a sent' } });
    await goesBy(AWHILE);
    expect(reload).toHaveBeenCalled();
  });
});

test('who loads a page anew finds their words and their caret again', async () => {
  const Answer = () => {
    const [text, setText] = useState('');
    return (
      <textarea aria-label="Your answer" value={text} onChange={(event) => setText(event.target.value)} />
    );
  };
  const before = render(<Answer />);
  const field = screen.getByRole<HTMLTextAreaElement>('textbox');
  field.focus();
  fireEvent.input(field, { target: { value: 'The black one' } });
  field.setSelectionRange(4, 9);
  loadAnew();
  expect(reload).toHaveBeenCalled();
  before.unmount();

  vi.resetModules();
  vi.useRealTimers();
  const { findPlace } = await import('./place');
  const stopLooking = findPlace();
  render(<Answer />);
  await waitFor(() => expect(screen.getByRole('textbox')).toHaveValue('The black one'));
  const after = screen.getByRole<HTMLTextAreaElement>('textbox');
  expect(after).toHaveFocus();
  expect([after.selectionStart, after.selectionEnd]).toEqual([4, 9]);

  // What comes late may put another field in its place.
  cleanup();
  render(<Answer />);
  await waitFor(() => expect(screen.getByRole('textbox')).toHaveFocus());
  expect(window.history.state).toEqual({});
  stopLooking();
});

test('the caret finds a field that a slow line brings after minutes, and the one in its place', async () => {
  const before = render(<textarea aria-label="Your answer" />);
  screen.getByRole('textbox').focus();
  loadAnew();
  before.unmount();

  vi.resetModules();
  const { findPlace } = await import('./place');
  const stopLooking = findPlace();
  await goesBy(3 * AWHILE);
  render(<textarea aria-label="Your answer" />);
  await goesBy(1_000);
  expect(screen.getByRole('textbox')).toHaveFocus();
  await goesBy(AWHILE);
  cleanup();
  render(<textarea aria-label="Your answer" />);
  await goesBy(1_000);
  expect(screen.getByRole('textbox')).toHaveFocus();
  stopLooking();
});

test('the caret finds a field whose id was made by chance, and by chance of letters alone', async () => {
  const before = render(<textarea id="mantine-mvbmnwxte" aria-label="Your answer" />);
  screen.getByRole('textbox').focus();
  loadAnew();
  before.unmount();

  vi.resetModules();
  const { findPlace } = await import('./place');
  const stopLooking = findPlace();
  render(<textarea id="mantine-qhzwkafbe" aria-label="Your answer" />);
  await goesBy(1_000);
  expect(screen.getByRole('textbox')).toHaveFocus();
  stopLooking();
});
