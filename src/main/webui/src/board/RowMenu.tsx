import { Menu } from '@mantine/core';
import { type ReactNode, useCallback, useState } from 'react';
import classes from './board.module.css';

interface Opened<T> {
  of: T;
  button: HTMLElement;
}

/**
 * The one menu of all rows, opened beside the button of any: a menu in every row would make long lists slow.
 */
export function useRowMenu<T>() {
  const [opened, setOpened] = useState<Opened<T>>();
  const open = useCallback((of: T, button: HTMLElement) => setOpened({ of, button }), []);
  const close = useCallback(() => setOpened(undefined), []);
  return { opened, open, close };
}

interface Props<T> {
  opened: Opened<T> | undefined;
  label: (of: T) => string;
  onClose: () => void;
  children: (of: T) => ReactNode;
}

export function RowMenu<T>({ opened, label, onClose, children }: Props<T>) {
  if (!opened) {
    return null;
  }
  const { left, bottom, width } = opened.button.getBoundingClientRect();
  return (
    <Menu
      opened
      onChange={(stays) => {
        if (!stays) {
          onClose();
          opened.button.focus();
        }
      }}
      position="bottom-end"
      width={260}
      trapFocus
      withInitialFocusPlaceholder={false}
      withinPortal
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-label={label(opened.of)}
          className={classes.anchor}
          style={{ left: left + width, top: bottom }}
        />
      </Menu.Target>
      <Menu.Dropdown>{children(opened.of)}</Menu.Dropdown>
    </Menu>
  );
}
