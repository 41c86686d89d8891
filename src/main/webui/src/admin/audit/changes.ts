export interface Change {
  field: string;
  before?: string;
  after?: string;
}

/** What is different between two states of a thing, leaf by leaf. */
export function changes(before: unknown, after: unknown): Change[] {
  const old = leaves(before);
  const now = leaves(after);
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((field) => old.get(field) !== now.get(field))
    .map((field) => ({ field, before: old.get(field), after: now.get(field) }));
}

function leaves(value: unknown, path = '', result = new Map<string, string>()): Map<string, string> {
  if (value === null || value === undefined) {
    return result;
  }
  if (typeof value === 'object') {
    for (const [key, part] of Object.entries(value)) {
      leaves(
        part,
        Array.isArray(value) ? `${path}[${Number(key) + 1}]` : path ? `${path}.${key}` : key,
        result,
      );
    }
  } else {
    result.set(path, String(value));
  }
  return result;
}
