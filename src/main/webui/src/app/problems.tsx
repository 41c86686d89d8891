import { notifications } from '@mantine/notifications';
import { Problem, Unreachable } from '../api/client';
import { i18n } from './words';

/** Tells somebody why what they asked for did not happen; the server says it in the page's language. */
export function showProblem(problem: unknown): void {
  notifications.show({
    color: 'red',
    title: (problem instanceof Problem ? problem.title : undefined) ?? i18n.t('common:failed'),
    message: messageOf(problem),
    autoClose: 10_000,
    closeButtonProps: { 'aria-label': i18n.t('common:close') },
  });
}

/** What the server says of it, else what we say of it: what a browser calls it helps nobody. */
export function messageOf(problem: unknown): string {
  if (problem instanceof Problem) {
    return problem.violations.length === 0
      ? problem.message
      : problem.violations.map((violation) => `${violation.field}: ${violation.message}`).join(' ');
  }
  return i18n.t(problem instanceof Unreachable ? 'common:unreachable' : 'common:unexpected');
}

/** The complaints of a form's fields, for `form.setErrors`; empty where the problem is another one. */
export function fieldErrors(problem: unknown): Record<string, string> {
  return problem instanceof Problem
    ? Object.fromEntries(problem.violations.map((violation) => [violation.field, violation.message]))
    : {};
}
