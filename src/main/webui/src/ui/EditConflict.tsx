import { Alert, Button, Group, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './EditConflict.module.css';
import tables from './tables.module.css';
import type { Values } from './useEditForm';

/** Both versions of what two people have changed at a time, and the choice between them. */
export function EditConflict({
  theirs,
  mine,
  fieldWords,
  onTheirs,
  onMine,
}: {
  theirs: Values;
  mine: Values;
  fieldWords: (field: string) => string;
  onTheirs: () => void;
  onMine: () => void;
}) {
  const { t } = useTranslation('ui');
  const differing = Object.keys(mine).filter(
    (field) => JSON.stringify(mine[field]) !== JSON.stringify(theirs[field]),
  );
  return (
    <Alert
      color="orange"
      title={t('conflict')}
      role="alert"
      w="100%"
      mah="60dvh"
      className={classes.conflict}
    >
      <Stack gap="sm">
        <Text size="sm">{t('conflictHint')}</Text>
        <Table className={tables.table} withRowBorders={false}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('field')}</Table.Th>
              <Table.Th>{t('theirs')}</Table.Th>
              <Table.Th>{t('mine')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {differing.map((field) => (
              <Table.Tr key={field}>
                <Table.Th scope="row">{fieldWords(field)}</Table.Th>
                <Table.Td>{told(theirs[field], t('empty'))}</Table.Td>
                <Table.Td>{told(mine[field], t('empty'))}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Group gap="xs">
          <Button variant="default" onClick={onTheirs}>
            {t('showTheirs')}
          </Button>
          <Button onClick={onMine}>{t('keepMine')}</Button>
        </Group>
      </Stack>
    </Alert>
  );
}

function told(value: unknown, empty: string): string {
  return value === null || value === undefined || value === ''
    ? empty
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
}
