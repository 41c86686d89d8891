import type { ComponentProps } from 'react';
import classes from './Cover.module.css';

/**
 * Lies over a button as long as something is open beside it, which is placed by it. So nobody loads menus with a page to
 * which only their buttons belong.
 */
export function Cover({ button, ...others }: { button: HTMLElement } & ComponentProps<'button'>) {
  const { left, top, width, height } = button.getBoundingClientRect();
  return (
    <button
      type="button"
      tabIndex={-1}
      {...others}
      className={classes.cover}
      style={{ left, top, width, height }}
    />
  );
}
