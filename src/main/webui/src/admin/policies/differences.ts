import type { Rule } from '../../api/schema';

export type Field = 'name' | 'condition' | 'queueId' | 'priority' | 'requiredSkills' | 'target';

type Difference =
  | { kind: 'added'; rule: Rule; to: number }
  | { kind: 'removed'; rule: Rule; from: number }
  | { kind: 'moved'; rule: Rule; from: number; to: number }
  | { kind: 'changed'; rule: Rule; field: Field; before: Rule; after: Rule };

const fields: Field[] = ['name', 'condition', 'queueId', 'priority', 'requiredSkills', 'target'];

/** What is absent is the same as what is null or empty. */
function normal(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part) =>
    part === null || (Array.isArray(part) && part.length === 0) || part === '' ? undefined : part,
  );
}

/** What must be done to the rules of one version to get those of another; places count from 1. */
export function differences(before: Rule[], after: Rule[]): Difference[] {
  const partner = partners(before, after);
  const result: Difference[] = [];
  const taken = new Set(partner.filter((index) => index !== undefined));
  before.forEach((rule, index) => {
    if (!taken.has(index)) {
      result.push({ kind: 'removed', rule, from: index + 1 });
    }
  });
  const steady = longestRising(partner);
  after.forEach((rule, index) => {
    const from = partner[index];
    const old = from === undefined ? undefined : before[from];
    if (from === undefined || !old) {
      result.push({ kind: 'added', rule, to: index + 1 });
      return;
    }
    if (!steady.has(index)) {
      result.push({ kind: 'moved', rule, from: from + 1, to: index + 1 });
    }
    for (const field of fields) {
      if (normal(old[field]) !== normal(rule[field])) {
        result.push({ kind: 'changed', rule, field, before: old, after: rule });
      }
    }
  });
  return result;
}

/** For each rule after, which one it was before: by its name, else by its condition. */
function partners(before: Rule[], after: Rule[]): (number | undefined)[] {
  const free = new Set(before.keys());
  const result: (number | undefined)[] = after.map(() => undefined);
  for (const same of [
    (a: Rule, b: Rule) => a.name === b.name,
    (a: Rule, b: Rule) => Boolean(a.condition) && a.condition === b.condition,
  ]) {
    after.forEach((rule, index) => {
      if (result[index] === undefined) {
        const found = [...free].find((old) => same(before[old] as Rule, rule));
        if (found !== undefined) {
          result[index] = found;
          free.delete(found);
        }
      }
    });
  }
  return result;
}

/** Which of the rules need not be said to have moved: the most that keep their order. */
function longestRising(partner: (number | undefined)[]): Set<number> {
  const best: number[][] = [];
  partner.forEach((own, index) => {
    let longest: number[] = [];
    if (own !== undefined) {
      for (let i = 0; i < index; i++) {
        const other = partner[i];
        const chain = best[i] ?? [];
        if (other !== undefined && other < own && chain.length > longest.length) {
          longest = chain;
        }
      }
      best[index] = [...longest, index];
    } else {
      best[index] = [];
    }
  });
  return new Set(best.reduce((a, b) => (b.length > a.length ? b : a), []));
}
