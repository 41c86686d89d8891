import { ActionIcon, Switch, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { ChannelView } from '../../api/schema';
import { DurationInput } from '../../ui/DurationInput';
import { useDuration } from '../../ui/duration';
import { EditForm } from '../../ui/EditForm';
import { QueryContent } from '../../ui/QueryContent';
import { SideDrawer } from '../../ui/SideDrawer';
import tables from '../../ui/tables.module.css';
import { useEditForm } from '../../ui/useEditForm';
import { WholeNumber } from '../../ui/WholeNumber';
import { SectionPage } from '../core/SectionPage';
import './words';

const channelsQuery = queryOptions({
  queryKey: keys.channels,
  queryFn: () => data(api.GET('/api/v1/channels')),
});

export function Channels() {
  const { t } = useTranslation(['admin-channels', 'admin']);
  const channels = useQuery(channelsQuery);
  const duration = useDuration();
  const [editing, setEditing] = useState<ChannelView['channel']>();
  const edited = channels.data?.find((own) => own.channel === editing);
  return (
    <SectionPage section="channels">
      <QueryContent query={channels}>
        {(all) => (
          <div className={tables.card}>
            <Table className={tables.table} aria-label={t('admin:section.channels.title')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('channel')}</Table.Th>
                  <Table.Th scope="col">{t('units')}</Table.Th>
                  <Table.Th scope="col" visibleFrom="sm">
                    {t('exclusive')}
                  </Table.Th>
                  <Table.Th scope="col">{t('offerSeconds')}</Table.Th>
                  <Table.Th className={tables.narrow}>
                    <VisuallyHidden>{t('ui:actions')}</VisuallyHidden>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {all.map((own) => (
                  <Table.Tr key={own.channel}>
                    <Table.Th scope="row">
                      <Text component="span" size="sm" fw={550}>
                        {t(`admin:channel.${own.channel}`)}
                      </Text>
                    </Table.Th>
                    <Table.Td>{own.units}</Table.Td>
                    <Table.Td visibleFrom="sm">{t(own.exclusive ? 'admin:yes' : 'admin:no')}</Table.Td>
                    <Table.Td>
                      {own.offerSeconds == null
                        ? t('atOnce')
                        : t('asked', { time: duration(own.offerSeconds) })}
                    </Table.Td>
                    <Table.Td className={tables.narrow}>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        aria-label={t('ui:edit', { name: t(`admin:channel.${own.channel}`) })}
                        onClick={() => setEditing(own.channel)}
                      >
                        <IconPencil size={16} />
                      </ActionIcon>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        )}
      </QueryContent>
      <SideDrawer
        title={editing ? t(`admin:channel.${editing}`) : ''}
        opened={edited !== undefined}
        onClose={() => setEditing(undefined)}
      >
        {edited && <Edit key={edited.channel} own={edited} />}
      </SideDrawer>
    </SectionPage>
  );
}

function Edit({ own }: { own: ChannelView }) {
  const { t } = useTranslation(['admin-channels', 'admin']);
  const editing = useEditForm({
    queryKey: keys.channel(own.channel),
    stored: own,
    values: (channel) => ({
      units: channel.units as number | null,
      exclusive: channel.exclusive,
      offerSeconds: channel.offerSeconds ?? null,
    }),
    save: ({ units, ...rest }, ifMatch) =>
      data(
        api.PUT('/api/v1/channels/{channel}', {
          params: { path: { channel: own.channel }, header: { 'If-Match': ifMatch } },
          body: { ...rest, units: units as number },
        }),
      ),
    changes: keys.channels,
  });
  const { form } = editing;
  return (
    <EditForm editing={editing} label={t(`admin:channel.${own.channel}`)} fieldWords={(field) => t(field)}>
      <WholeNumber
        label={t('units')}
        description={t('unitsHint')}
        required
        min={1}
        max={100}
        {...form.getInputProps('units')}
      />
      <Switch
        label={t('exclusive')}
        description={t('exclusiveHint')}
        {...form.getInputProps('exclusive', { type: 'checkbox' })}
      />
      <DurationInput
        label={t('offerSeconds')}
        description={t('offerHint')}
        min={1}
        {...form.getInputProps('offerSeconds')}
      />
    </EditForm>
  );
}
