import { useEffect } from 'react';
import { syncDrafts } from './syncDrafts';

/** Has the drafts of an account also at the server, for their other devices. */
export default function DraftsAtServer({ account }: { account: number }) {
  useEffect(() => syncDrafts(account), [account]);
  return null;
}
