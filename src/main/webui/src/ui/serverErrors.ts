import type { UseFormReturnType } from '@mantine/form';
import { Problem } from '../api/client';
import { fieldErrors, messageOf } from '../app/problems';

function has(values: unknown, path: string): boolean {
  let at = values;
  for (const part of path.split('.')) {
    if (typeof at !== 'object' || at === null || !(part in at)) {
      return false;
    }
    at = (at as Record<string, unknown>)[part];
  }
  return true;
}

/** Puts the server's complaints to the fields; answers those that belong to none of them. */
export function putErrors<V extends Record<string, unknown>>(
  problem: Error,
  form: Pick<UseFormReturnType<V>, 'setErrors' | 'getValues'>,
): string[] {
  const errors = Object.entries(fieldErrors(problem));
  const known = errors.filter(([field]) => has(form.getValues(), field));
  form.setErrors(Object.fromEntries(known));
  const others = errors.filter(([field]) => !has(form.getValues(), field)).map(([, message]) => message);
  return known.length + others.length === 0 ? [messageOf(problem)] : others;
}

export function isConflict(problem: unknown): boolean {
  return problem instanceof Problem && problem.status === 412;
}
