import { Modal, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyNames, KeysByPlace } from '../../ui/KeyNames';
import { useFocusBack } from '../../ui/useFocusBack';
import { type Act, acts as allActs, letters } from './acts';
import './words';

type Keys = readonly (readonly [key: string, what: string])[];

interface Props {
  /** The page. */
  title: string;
  /** What keys do wherever the focus is. */
  everywhere: Keys;
  acts?: readonly Act[];
  onClose: () => void;
}

/** What the keyboard does here. */
export default function Shortcuts({ title, everywhere, acts = allActs, onClose }: Props) {
  const { t } = useTranslation('steering');
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
  const inRows = rows.map(([key, what]) => [key, t(`keys.${what}`)] as const);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('shortcuts')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <KeysByPlace />
      <KeyTable keys={everywhere} label={title} />
      <Text size="sm" mt="md" mb={4}>
        {t('inRows')}
      </Text>
      <KeyTable keys={inRows} label={t('inRows')} />
    </Modal>
  );
}

interface KeysProps {
  keys: Keys;
  label: string;
}

function KeyTable({ keys, label }: KeysProps) {
  return (
    <Table aria-label={label} verticalSpacing={4}>
      <Table.Tbody>
        {keys.map(([key, what]) => (
          <Table.Tr key={key}>
            <Table.Th scope="row" w={90}>
              <KeyNames keys={key} />
            </Table.Th>
            <Table.Td>{what}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
