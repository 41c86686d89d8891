import { readdirSync, readFileSync } from 'node:fs';
import { act, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { lazyPart } from './parts';
import { askVersion, forgetVersions, greeted, update } from './version';

const OLD = '2026-11-01T08:00:00.000Z';
const OURS = '2026-11-02T08:00:00.000Z';
const NEW = '2026-11-03T08:00:00.000Z';

/** Of which version the server is, or that it is away. */
let server: string | 'away';
/** What becomes of the next requests for the part; then it comes. */
let failures: number;
let asked: number;

const Part = () => <p>The part</p>;

function show() {
  const Late = lazyPart(async () => {
    asked++;
    if (failures-- > 0) {
      throw new TypeError('Failed to fetch dynamically imported module: /assets/Part-0.js');
    }
    return { default: Part };
  });
  render(
    <Suspense fallback={<p>Not yet</p>}>
      <Late />
    </Suspense>,
  );
}

const goesBy = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

beforeEach(() => {
  vi.useFakeTimers();
  document.head.innerHTML = `<meta name="version" content="${OURS}">`;
  server = OURS;
  failures = 0;
  asked = 0;
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => {
      if (server === 'away') {
        throw new TypeError('NetworkError when attempting to fetch resource.');
      }
      return new Response(null, { headers: { 'Patchbay-Pages': server } });
    }),
  );
});

afterEach(() => {
  forgetVersions();
  vi.useRealTimers();
  document.head.innerHTML = '';
});

describe('A part that does not come', () => {
  test('waits for the line, and comes as soon as that is back', async () => {
    server = 'away';
    failures = Number.POSITIVE_INFINITY;
    show();
    await goesBy(600_000);
    expect(screen.getByText('Not yet')).toBeVisible();
    expect(update()).toBe('none');
    expect(asked).toBeLessThan(60);

    server = OURS;
    failures = 0;
    await act(async () => greeted(OURS));
    expect(screen.getByText('The part')).toBeVisible();
  });

  test('is tried again where one replica has it and another does not, and nobody hears of it', async () => {
    server = NEW;
    failures = 2;
    show();
    await goesBy(1_000);
    expect(screen.getByText('The part')).toBeVisible();
    expect(['none', 'newer']).toContain(update());
  });

  test('is said to be gone where the server is of another version, until it comes', async () => {
    server = OLD;
    failures = 4;
    show();
    await goesBy(1_500);
    expect(update()).toBe('gone');
    await goesBy(15_000);
    expect(screen.getByText('The part')).toBeVisible();
    expect(update()).toBe('none');
  });

  test('is said to be stuck where the server has it and the browser remembers that it failed', async () => {
    failures = Number.POSITIVE_INFINITY;
    show();
    await goesBy(5_000);
    expect(update()).toBe('stuck');
  });
});

test('a part that was fetched before is shown at once', async () => {
  const Late = lazyPart(async () => ({ Part }), 'Part');
  await Late.preload();
  render(<Late />);
  expect(screen.getByText('The part')).toBeVisible();
});

describe('A new version', () => {
  test('is news when the feed tells of it, and stays so while an old replica is there too', () => {
    greeted(OURS);
    expect(update()).toBe('none');
    const heard: string[] = [];
    for (const version of [NEW, OURS, NEW, OURS]) {
      greeted(version);
      heard.push(update());
    }
    expect(heard).toEqual(['newer', 'newer', 'newer', 'newer']);
  });

  test('is no news to a page that came from it, whatever an old replica says', async () => {
    greeted(OLD);
    server = OLD;
    await askVersion();
    expect(update()).toBe('none');
  });

  test('is unknown to pages that are developed, and to servers that have none', () => {
    greeted(undefined);
    document.head.innerHTML = '<meta name="version" content="__VERSION__">';
    greeted(NEW);
    expect(update()).toBe('none');
  });
});

describe('In all our sources', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|schema\.d\.ts$/.test(file))
    .map((file) => ({
      file,
      text: readFileSync(`src/${file}`, 'utf8').replace(/^\s*(\*|\/\/|\/\*\*).*$/gm, ''),
    }));

  test('every part that comes later comes by our one way', () => {
    const ways = /\b(lazyPart|latePart)\(\(\) => import\(|^addWords\('[\w-]+', en, \(\) => import\(/gm;
    const others = sources.filter(({ text }) => /\bimport\(/.test(text.replace(ways, '')));
    // What begins the widget: begin.js has that come.
    expect(others.map(({ file }) => file)).toEqual(['widget/main.tsx']);
    const lazy = sources.filter(({ text }) => /\blazy\(|lazyRouteComponent\(/.test(text));
    expect(lazy.map(({ file }) => file)).toEqual(['parts/parts.tsx']);
  });

  test('nobody reads what a browser calls an error', () => {
    const raw = sources.filter(({ text }) =>
      /([pP]roblem|[eE]rror|failure)\??\.message\b|String\((problem|error)\)/.test(text),
    );
    expect(raw.map(({ file }) => file)).toEqual(['app/problems.tsx']);
  });
});
