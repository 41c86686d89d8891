import { notifications } from '@mantine/notifications';
import { Problem } from '../api/client';
import { i18n } from './words';

/** Tells somebody why what they asked for did not happen. */
export function showProblem(problem: unknown): void {
  notifications.show({
    color: 'red',
    title: i18n.t('common:failed'),
    message:
      problem instanceof Problem && problem.violations.length > 0
        ? problem.violations.map((violation) => `${violation.field}: ${violation.message}`).join(' ')
        : problem instanceof Error
          ? problem.message
          : String(problem),
    autoClose: 10_000,
    closeButtonProps: { 'aria-label': i18n.t('common:close') },
  });
}

/** The complaints of a form's fields, for `form.setErrors`; empty where the problem is another one. */
export function fieldErrors(problem: unknown): Record<string, string> {
  return problem instanceof Problem
    ? Object.fromEntries(problem.violations.map((violation) => [violation.field, violation.message]))
    : {};
}
