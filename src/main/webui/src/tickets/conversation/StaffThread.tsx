import { Suspense, useCallback, useState } from 'react';
import type { MessageView } from '../../api/schema';
import { useMe } from '../../app/session';
import type { Unsent } from './outbox';
import { RemoveMessage } from './parts';
import { Thread } from './Thread';

/** As the server has it, unless somebody set it otherwise; it decides. */
const REMOVABLE = 15 * 60_000;

interface Props {
  conversationId: number;
  onQuote?: ((message: MessageView) => void) | undefined;
  onSplit?: ((message: MessageView) => void) | undefined;
  onTakeBack?: (unsent: Unsent) => void;
}

/** A conversation as staff reads it: they take out what should not stand there. */
export function StaffThread(props: Props) {
  const me = useMe();
  const [removing, setRemoving] = useState<MessageView>();
  const steers = me.roles.some((role) => role === 'supervisor' || role === 'admin');
  const mayRemove = useCallback(
    ({ author, at }: MessageView) =>
      steers || (author.id === me.id && Date.now() - Date.parse(at) < REMOVABLE),
    [steers, me.id],
  );
  return (
    <>
      <Thread {...props} account={me.id} customer={false} onRemove={setRemoving} mayRemove={mayRemove} />
      <Suspense fallback={null}>
        {removing && <RemoveMessage message={removing} onClose={() => setRemoving(undefined)} />}
      </Suspense>
    </>
  );
}
