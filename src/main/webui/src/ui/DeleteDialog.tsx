import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from './ConfirmDialog';
import { isConflict } from './serverErrors';

export interface Deletion {
  name: string;
  /** What goes with it. */
  text: ReactNode;
  /** Deletes it as it is shown, where it bears an entity tag: by `If-Match`. */
  remove: () => Promise<unknown>;
  /** Read anew where somebody else has changed it meanwhile, so that the next try means what is shown then. */
  queryKey: QueryKey;
  /** Read anew once it is gone, as the list that it was in. */
  changes: QueryKey;
  /** Leads away from the page of what is gone. */
  onDeleted?: () => unknown;
}

/** Deletes something once that is confirmed; a refusal, or a change of somebody else's, is told in place. */
export function DeleteDialog({
  name,
  text,
  remove,
  queryKey,
  changes,
  onDeleted,
  opened,
  onClose,
}: Deletion & { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(['ui', 'common']);
  const client = useQueryClient();
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t('deleteIt', { name })}
      text={text}
      confirm={t('common:delete')}
      done={t('deleted')}
      conflictHint={t('deleteChanged')}
      run={async () => {
        try {
          await remove();
        } catch (problem) {
          if (isConflict(problem)) {
            await client.invalidateQueries({ queryKey });
          }
          throw problem;
        }
        await onDeleted?.();
        await client.invalidateQueries({ queryKey: changes });
      }}
    />
  );
}
