import { Kbd, Modal, Switch, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyNames, KeysByPlace } from '../ui/KeyNames';
import './keySheet.words';
import overlay from './overlay.module.css';
import { usePreference } from './preferences';

const KEYS = [
  ['A', 'accept'],
  ['D', 'decline'],
  ['N', 'note'],
  ['C', 'remark'],
  ['P', 'pend'],
  ['R', 'resolve'],
  ['L', 'release'],
  ['T', 'transfer'],
  ['/', 'replies'],
  ['J K', 'move'],
  ['1 … 9', 'held'],
  ['X', 'close'],
  ['I', 'details'],
  ['S', 'presence'],
  ['W', 'ready'],
  ['M', 'mute'],
  ['Enter', 'say'],
  ['Ctrl + Enter', 'send'],
  ['Esc', 'leave'],
  ['?', 'sheet'],
] as const;

/** All the keys of the desk; who writes with speech or with an unsteady hand can switch them off. */
export default function KeySheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('keySheet');
  const [off, setOff] = usePreference('keys-off');
  const [holds, setHolds] = usePreference('hold-back');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('desk:keysTitle')}
      classNames={{ content: overlay.overlay }}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <KeysByPlace />
      <Table withRowBorders={false} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={130}>{t('key')}</Table.Th>
            <Table.Th>{t('does')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {KEYS.map(([keys, does]) => (
            <Table.Tr key={does}>
              <Table.Td>
                {keys === 'Ctrl + Enter' ? <Kbd>{t('desk:ctrlEnter')}</Kbd> : <KeyNames keys={keys} />}
              </Table.Td>
              <Table.Td>{t(does)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Switch
        mt="md"
        label={t('single')}
        description={t('singleHint')}
        checked={!off}
        onChange={(event) => setOff(!event.currentTarget.checked)}
      />
      <Switch
        mt="md"
        label={t('holdBack')}
        description={t('holdBackHint')}
        checked={holds}
        onChange={(event) => setHolds(event.currentTarget.checked)}
      />
    </Modal>
  );
}
