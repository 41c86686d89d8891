// Fails where the JavaScript that an entry needs before its first screen exceeds the budget, in whatever language.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET = 250_000;
/** Files of words for one screen: those of the page, and of what it shares with others. */
const MOST_WORDS = 3;
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));
const entries = {
  portal: ['index.html', 'src/portal/index.ts'],
  // Loads the ticket and what stands beside it with itself.
  desk: ['index.html', 'src/desk/index.ts', 'src/desk/TicketPane.tsx', 'src/desk/Aside.tsx'],
  board: ['index.html', 'src/board/index.ts'],
  tickets: ['index.html', 'src/list/index.ts'],
  administration: ['index.html', 'src/admin/index.ts'],
  'sign-in': ['index.html', 'src/session/index.ts'],
  widget: ['widget.html', 'src/widget/start.tsx'],
};

function withImports(name, files = new Set()) {
  const chunk = manifest[name];
  if (!chunk) throw new Error(`The build has no ${name}`);
  if (!files.has(chunk.file)) {
    files.add(chunk.file);
    for (const imported of chunk.imports ?? []) withImports(imported, files);
  }
  return files;
}

/** Words of another language, which come before the first screen where they are read. */
function wordsOf(files) {
  const chunks = Object.values(manifest).filter(({ file }) => files.has(file));
  const later = chunks.flatMap(({ dynamicImports = [] }) => dynamicImports).map((name) => manifest[name].file);
  return new Set(later.filter((file) => /words\.\w+-[^/]*\.js$/.test(file)));
}

const sizeOf = (files) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(`dist/${file}`)).length, 0);
const kB = (bytes) => `${(bytes / 1000).toFixed(0).padStart(4)} kB`;

let exceeded = false;
for (const [entry, names] of Object.entries(entries)) {
  const files = names.reduce((all, name) => withImports(name, all), new Set());
  const words = wordsOf(files);
  const [bytes, more] = [sizeOf(files), sizeOf(words)];
  console.log(
    `${entry.padEnd(16)} ${kB(bytes)} of ${BUDGET / 1000} kB compressed, and ${kB(more)} of words in ${words.size} files`,
  );
  exceeded ||= bytes + more > BUDGET || words.size > MOST_WORDS;
}
if (exceeded) {
  console.error(
    'An entry exceeds its budget: load what is not on its first screen later, and the words of a page together.',
  );
  process.exit(1);
}
