import { useCallback, useState } from 'react';

export interface Opened<T> {
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
