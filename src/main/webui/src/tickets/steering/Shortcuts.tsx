import { Modal, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyNames, KeysByPlace } from '../ui/KeyNames';
import { type Act, acts as allActs, letters } from './acts';
import { useFocusBack } from './useFocusBack';

type Keys = readonly (readonly [key: string, what: string])[];

const ofBoard = [
  ['/', 'search'],
  ['2', 'tickets'],
  ['w', 'wall'],
  ['Ctrl Z', 'undo'],
  ['?', 'help'],
] as const;

interface Props {
  /** The page; without one, the board. */
  title?: string;
  everywhere?: Keys;
  acts?: readonly Act[];
  onClose: () => void;
}

/** What the keyboard does here. */
export default function Shortcuts({ title, everywhere = ofBoard, acts = allActs, onClose }: Props) {
  const { t } = useTranslation('board');
  useFocusBack();
  const rows = [
    ['↑ ↓', 'rows'],
    ['Enter', 'open'],
    ['x', 'select'],
    ['Shift ↑ ↓', 'range'],
    ['Ctrl A', 'all'],
    ['Esc', 'none'],
    ['m', 'menu'],
    ...Object.entries(letters).filter(([, act]) => acts.includes(act)),
  ] as const;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('shortcuts')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <KeysByPlace />
      <KeyTable keys={everywhere} label={title ?? t('title')} />
      <Text size="sm" mt="md" mb={4}>
        {t('inRows')}
      </Text>
      <KeyTable keys={rows} label={t('inRows')} />
    </Modal>
  );
}

interface KeysProps {
  keys: Keys;
  label: string;
}

function KeyTable({ keys, label }: KeysProps) {
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
