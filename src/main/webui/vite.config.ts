import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// Quinoa builds for production, whose React has nothing for tests.
if (process.env.VITEST) {
  process.env.NODE_ENV = 'test';
}

/** When the pages were built: of two versions the later one is the newer. */
const built = new Date(Number(process.env.SOURCE_DATE_EPOCH ?? Date.now() / 1000) * 1000).toISOString();

/** Of which page the words of an area or of a feature are read. */
const readWith: Record<string, string> = {
  session: 'app',
  ui: 'app',
  widget: 'portal',
  list: 'board',
  steering: 'board',
};

/** Parts that pages have on their first screen. */
const atOnce = new Set(['account', 'alarms', 'choosing', 'common']);

/**
 * Words of another language come with those of their page, and what all pages share in one: features are many and small.
 * Those that have the name of a part come after the first screen, as that part does.
 */
function wordsOf(module: string): string | null {
  const [, area = '', feature = '', part = 'common', language] =
    /^.*\/src\/(\w+)\/(?:(\w+)\/)*(?:(\w+)\.)?words\.(\w+)\.ts$/.exec(module) ?? [];
  const page = readWith[feature] ?? readWith[area] ?? area;
  return area ? `${page}${atOnce.has(part) ? '' : '.later'}.words.${language}` : null;
}

/** What every page needs is a file of its own: else it would bring along the pages of sign-in, which few need. */
function shellOf(module: string): string | null {
  return /\/src\/(app\/(Providers|dates|found|problems|session|theme|words)|feed|parts\/parts)\b/.test(module)
    ? 'shell'
    : null;
}

/**
 * What loads parts is a file of its own, too: the frame in a shop begins with it, before there is a storage that all else
 * may read.
 */
function loaderOf(module: string): string | null {
  return /vite\/(preload-helper|modulepreload-polyfill)/.test(module) ? 'loader' : null;
}

export default defineConfig({
  plugins: [
    react(),
    {
      name: 'version',
      apply: 'build',
      transformIndexHtml: (html) => html.replace('__VERSION__', built),
    },
  ],
  build: {
    outDir: 'dist',
    manifest: true,
    // Inlined files would need a content security policy that allows them.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: ['index.html', 'widget.html'],
      output: {
        codeSplitting: { groups: [{ name: wordsOf }, { name: loaderOf, priority: 1 }, { name: shellOf }] },
      },
    },
  },
  // Also where the pages are developed without Quarkus's own proxy before them.
  server: { proxy: { '/api': { target: 'http://127.0.0.1:8080', ws: true } } },
  test: {
    environment: 'happy-dom',
    // Of two cores, one would be left alone.
    maxWorkers: '100%',
    // Ends only a test that hangs.
    testTimeout: 300_000,
    setupFiles: ['src/testing/setup.ts'],
    restoreMocks: true,
    unstubGlobals: true,
  },
});
