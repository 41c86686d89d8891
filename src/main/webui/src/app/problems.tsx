import { notifications } from '@mantine/notifications';
import { Problem } from '../api/client';
import { i18n } from './words';

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
  return i18n.language === 'de' ? (await import('./problems.de')).titles[problem.type] : problem.title;
}

function messageOf(problem: unknown): string {
  if (problem instanceof Problem && problem.violations.length > 0) {
    return problem.violations.map((violation) => `${violation.field}: ${violation.message}`).join(' ');
  }
  return problem instanceof Error ? problem.message : String(problem);
}

/** The complaints of a form's fields, for `form.setErrors`; empty where the problem is another one. */
export function fieldErrors(problem: unknown): Record<string, string> {
  return problem instanceof Problem
    ? Object.fromEntries(problem.violations.map((violation) => [violation.field, violation.message]))
    : {};
}
