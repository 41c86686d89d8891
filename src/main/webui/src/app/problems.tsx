import { notifications } from '@mantine/notifications';
import { Problem, Unreachable } from '../api/client';
import { latePart } from '../parts/parts';
import { i18n } from './words';

export const germanTitles = latePart(() => import('./problems.de'));

/** Tells somebody why what they asked for did not happen. */
export function showProblem(problem: unknown): void {
  void titleOf(problem)
    .catch(() => undefined)
    .then((title) =>
      notifications.show({
        color: 'red',
        title: title ?? i18n.t('common:failed'),
        message: messageOf(problem),
        autoClose: 10_000,
        closeButtonProps: { 'aria-label': i18n.t('common:close') },
      }),
    );
}

async function titleOf(problem: unknown): Promise<string | undefined> {
  if (!(problem instanceof Problem)) {
    return undefined;
  }
  return i18n.language === 'de' ? (await germanTitles.fetch()).titles[problem.type] : problem.title;
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
