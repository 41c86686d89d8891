import { useEffect } from 'react';

/** Has the drafts of an account also at the server, for their other devices. */
export function useDraftsAtServer(account: number): void {
  useEffect(() => {
    let stop: (() => void) | undefined;
    let left = false;
    import('./syncDrafts').then(
      ({ syncDrafts }) => {
        if (!left) {
          stop = syncDrafts(account);
        }
      },
      () => undefined,
    );
    return () => {
      left = true;
      stop?.();
    };
  }, [account]);
}
