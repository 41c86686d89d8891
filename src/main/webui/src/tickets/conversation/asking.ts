import type { Blank, Choice } from '../../api/schema';

const BUTTONS = /^(?:\[[^[\]\n]{1,100}\]\s*)+$/;
const BLANK = /^([^[\]\n]{1,100}?)(\*?):\s*\[([^[\]\n]+)\]$/;
const MOST = 10;
const MOST_OPTIONS = 20;
const LONGEST_OPTION = 100;
/** As people say them in every language of the pages. */
const types: Record<string, Blank['type']> = {
  text: 'TEXT',
  number: 'NUMBER',
  zahl: 'NUMBER',
  date: 'DATE',
  datum: 'DATE',
};

interface Asked {
  text: string;
  choices?: Choice[];
  form?: Blank[];
}

/** A text, and what its last lines ask: buttons in brackets, or one blank a line, as `Size*: [number]`. */
export function askedIn(text: string): Asked {
  const lines = text.trim().split('\n');
  const blanks: Blank[] = [];
  while (lines.length > 0) {
    const blank = blankOf(lines.at(-1) ?? '');
    if (!blank) {
      break;
    }
    blanks.unshift(blank);
    lines.pop();
  }
  const words = lines.join('\n').trim();
  return blanks.length === 0
    ? withButtons(text)
    : words === '' || blanks.length > MOST
      ? { text }
      : { text: words, form: blanks.map((blank, index) => ({ ...blank, name: `blank_${index + 1}` })) };
}

function withButtons(text: string): Asked {
  const end = text.lastIndexOf('\n');
  const words = text.slice(0, Math.max(end, 0)).trim();
  const last = text.slice(end + 1).trim();
  if (words === '' || !BUTTONS.test(last)) {
    return { text };
  }
  const labels = [...last.matchAll(/\[([^\]]*)\]/g)].map(([, label = '']) => label.trim());
  return areDifferent(labels, MOST)
    ? { text: words, choices: labels.map((label) => ({ value: label, label })) }
    : { text };
}

function blankOf(line: string): Blank | undefined {
  const [, label = '', star, asked = ''] = BLANK.exec(line.trim()) ?? [];
  const shared = { name: '', label: label.trim(), required: star === '*' };
  const options = asked.split('|').map((option) => option.trim());
  const type = options.length > 1 ? 'CHOICE' : types[asked.trim().toLowerCase()];
  if (shared.label === '' || !type) {
    return undefined;
  }
  if (type !== 'CHOICE') {
    return { ...shared, type, options: [] };
  }
  const isShort = options.every((option) => option.length <= LONGEST_OPTION);
  return isShort && areDifferent(options, MOST_OPTIONS) ? { ...shared, type, options } : undefined;
}

function areDifferent(labels: string[], most: number): boolean {
  return !labels.includes('') && labels.length <= most && new Set(labels).size === labels.length;
}
