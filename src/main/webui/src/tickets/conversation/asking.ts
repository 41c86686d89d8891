import type { Choice } from '../../api/schema';

const BUTTONS = /^(?:\[[^[\]\n]{1,100}\]\s*)+$/;
const MOST = 10;

/** A text, and as buttons what stands in brackets in its last line. */
export function askedIn(text: string): { text: string; choices?: Choice[] } {
  const end = text.lastIndexOf('\n');
  const words = text.slice(0, Math.max(end, 0)).trim();
  const last = text.slice(end + 1).trim();
  if (words === '' || !BUTTONS.test(last)) {
    return { text };
  }
  const labels = [...last.matchAll(/\[([^\]]*)\]/g)].map(([, label = '']) => label.trim());
  const isWhole = !labels.includes('') && labels.length <= MOST && new Set(labels).size === labels.length;
  return isWhole ? { text: words, choices: labels.map((label) => ({ value: label, label })) } : { text };
}
