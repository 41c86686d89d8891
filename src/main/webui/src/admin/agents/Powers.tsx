import { ActionIcon, Group, Slider, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { LimitView, SkillLevel } from '../../api/schema';
import { channels } from '../../tickets/channels';
import { skillsQuery } from '../../tickets/queries';
import { PageSection } from '../../ui/PageSection';
import { QueryContent } from '../../ui/QueryContent';
import tables from '../../ui/tables.module.css';
import { useWholeList } from '../../ui/useWholeList';
import { WholeListBar } from '../../ui/WholeListBar';
import { WholeNumber } from '../../ui/WholeNumber';
import { Choice } from '../core/choices';
import { useNames } from '../core/everything';

export function AgentSkills({ id }: { id: number }) {
  const { t } = useTranslation(['admin-agents', 'admin']);
  const name = useNames(skillsQuery);
  const path = { params: { path: { id } } };
  const whole = useWholeList<SkillLevel>({
    queryKey: keys.agents.one(id, 'skills'),
    read: () => data(api.GET('/api/v1/agents/{id}/skills', path)),
    write: (body) => data(api.PUT('/api/v1/agents/{id}/skills', { ...path, body })),
    changes: keys.agents.root,
  });
  const { items, setItems, stored } = whole;
  return (
    <PageSection title={t('skills')} text={t('skillsHint')}>
      <QueryContent query={stored} rows={2}>
        {() =>
          items.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('noSkills')}
            </Text>
          ) : (
            <Table className={tables.table} aria-label={t('skills')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('skill')}</Table.Th>
                  <Table.Th scope="col">{t('level')}</Table.Th>
                  <Table.Th className={tables.narrow}>
                    <VisuallyHidden>{t('ui:actions')}</VisuallyHidden>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((own) => (
                  <Table.Tr key={own.skillId}>
                    <Table.Td>{name(own.skillId)}</Table.Td>
                    <Table.Td w="50%">
                      <Group gap="sm" wrap="nowrap">
                        <Slider
                          min={1}
                          max={10}
                          label={null}
                          value={own.level}
                          thumbLabel={t('levelOf', { name: name(own.skillId) })}
                          onChange={(level) =>
                            setItems(items.map((item) => (item === own ? { ...own, level } : item)))
                          }
                          flex={1}
                          miw={80}
                        />
                        <Text size="sm" w={20} ta="end">
                          {own.level}
                        </Text>
                      </Group>
                    </Table.Td>
                    <Table.Td className={tables.narrow}>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        aria-label={t('ui:removeIt', { name: name(own.skillId) })}
                        onClick={() => setItems(items.filter((item) => item !== own))}
                      >
                        <IconX size={16} />
                      </ActionIcon>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )
        }
      </QueryContent>
      <Choice
        of="skills"
        key={items.length}
        aria-label={t('addSkill')}
        placeholder={t('addSkill')}
        without={items.map((item) => item.skillId)}
        onChange={(skillId) => skillId && setItems([...items, { skillId, level: 5 }])}
        maw={260}
      />
      <WholeListBar whole={whole} />
    </PageSection>
  );
}

export function AgentLimits({ id }: { id: number }) {
  const { t } = useTranslation(['admin-agents', 'admin']);
  const path = { params: { path: { id } } };
  const whole = useWholeList<LimitView>({
    queryKey: keys.agents.one(id, 'limits'),
    read: () => data(api.GET('/api/v1/agents/{id}/limits', path)),
    write: (body) => data(api.PUT('/api/v1/agents/{id}/limits', { ...path, body })),
    changes: keys.agents.root,
  });
  const { items, setItems, stored } = whole;
  return (
    <PageSection title={t('limits')} text={t('limitsHint')}>
      <QueryContent query={stored} rows={2}>
        {() => (
          <Group gap="sm">
            {channels.map((channel) => (
              <WholeNumber
                key={channel}
                label={t(`admin:channel.${channel}`)}
                min={0}
                max={100}
                w={120}
                value={items.find((item) => item.channel === channel)?.maximum ?? null}
                onChange={(maximum) =>
                  setItems([
                    ...items.filter((item) => item.channel !== channel),
                    ...(maximum === null ? [] : [{ channel, maximum }]),
                  ])
                }
              />
            ))}
          </Group>
        )}
      </QueryContent>
      <WholeListBar whole={whole} />
    </PageSection>
  );
}
