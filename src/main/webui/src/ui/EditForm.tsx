import { Button, Group, Kbd, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EditConflict } from './EditConflict';
import classes from './EditForm.module.css';
import { useKeys } from './keys';
import { LeaveGuard } from './LeaveGuard';
import { RefusalAlert } from './RefusalAlert';
import type { EditState, Values } from './useEditForm';

/** The form of what is edited, with a bar for what is not saved yet. */
export function EditForm<T, V extends Values>({
  editing,
  label,
  fieldWords,
  children,
}: {
  editing: EditState<T, V>;
  label: string;
  /** How a field is called where both versions are told. */
  fieldWords?: (field: string) => string;
  children: ReactNode;
}) {
  const { t } = useTranslation(['ui', 'common']);
  const { form, saving, refusals, theirValues } = editing;
  const dirty = form.isDirty();
  useKeys([['mod+S', () => dirty && editing.submit()]], []);
  return (
    <form
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        editing.submit();
      }}
    >
      <Stack>{children}</Stack>
      {dirty && (
        <div className={classes.bar}>
          {theirValues ? (
            <EditConflict
              theirs={theirValues}
              mine={form.getValues()}
              fieldWords={fieldWords ?? ((field) => field)}
              onTheirs={editing.showTheirs}
              onMine={editing.keepMine}
            />
          ) : (
            <>
              {refusals.length > 0 && <RefusalAlert refusals={refusals} />}
              <Text size="sm" role="status">
                {t('unsaved')}
              </Text>
              <Group gap="xs">
                <Button variant="default" onClick={editing.discard} disabled={saving}>
                  {t('discard')}
                </Button>
                <Button type="submit" loading={saving} rightSection={<Kbd size="xs">Ctrl S</Kbd>}>
                  {t('common:save')}
                </Button>
              </Group>
            </>
          )}
        </div>
      )}
      <LeaveGuard dirty={dirty} />
    </form>
  );
}
