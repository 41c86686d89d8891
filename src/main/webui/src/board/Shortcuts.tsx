import { Modal, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyNames, KeysByPlace } from '../ui/KeyNames';
import { letters } from './acts';
import { useFocusBack } from './useFocusBack';

/** What the keyboard does here. */
export default function Shortcuts({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('board');
  useFocusBack();
  const everywhere = [
    ['/', 'search'],
    ['1', 'floor'],
    ['2', 'tickets'],
    ['w', 'wall'],
    ['Ctrl Z', 'undo'],
    ['?', 'help'],
  ] as const;
  const rows = [
    ['↑ ↓', 'rows'],
    ['Enter', 'open'],
    ['x', 'select'],
    ['Shift ↑ ↓', 'range'],
    ['Ctrl A', 'all'],
    ['Esc', 'none'],
    ['m', 'menu'],
    ...Object.entries(letters),
  ] as const;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('shortcuts')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <KeysByPlace />
      <Keys keys={everywhere} label={t('title')} />
      <Text size="sm" mt="md" mb={4}>
        {t('inRows')}
      </Text>
      <Keys keys={rows} label={t('inRows')} />
    </Modal>
  );
}

interface KeysProps {
  keys: readonly (readonly [string, string])[];
  label: string;
}

function Keys({ keys, label }: KeysProps) {
  const { t } = useTranslation('board');
  return (
    <Table aria-label={label} verticalSpacing={4}>
      <Table.Tbody>
        {keys.map(([key, what]) => (
          <Table.Tr key={key}>
            <Table.Th scope="row" w={90}>
              <KeyNames keys={key} />
            </Table.Th>
            <Table.Td>{t(`keys.${what}`)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
