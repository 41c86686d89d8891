import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { messageOf } from '../app/problems';
import { LeaveGuard } from './LeaveGuard';
import { RefusalAlert } from './RefusalAlert';

/** What a whole list needs below itself while it is changed. */
export function WholeListBar({
  whole,
}: {
  whole: {
    dirty: boolean;
    discard: () => void;
    save: () => void;
    saving: { error: Error | null; isPending: boolean };
  };
}) {
  const { t } = useTranslation(['ui', 'common']);
  return (
    <>
      {whole.saving.error && <RefusalAlert refusals={[messageOf(whole.saving.error)]} />}
      {whole.dirty && (
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={whole.discard}>
            {t('discard')}
          </Button>
          <Button onClick={whole.save} loading={whole.saving.isPending}>
            {t('common:save')}
          </Button>
        </Group>
      )}
      <LeaveGuard dirty={whole.dirty} />
    </>
  );
}
