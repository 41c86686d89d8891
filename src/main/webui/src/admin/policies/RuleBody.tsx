import {
  ActionIcon,
  Button,
  Group,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { IconClockPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Priority, Target } from '../../api/schema';
import { DurationInput } from '../../ui/DurationInput';
import { Choice } from '../core/choices';
import { ConditionEditor } from './ConditionEditor';
import type { EditedRule, Mistake } from './rules';
import { useRuleWords } from './useRuleWords';

interface Props {
  rule: EditedRule;
  mistakes?: Mistake[];
  attributes?: string[];
  onChange: (key: string, part: Partial<EditedRule>) => void;
}

const priorities: Priority[] = ['URGENT', 'HIGH', 'NORMAL', 'LOW'];

/** All of a rule, to be changed. */
export function RuleBody({ rule, mistakes = [], attributes, onChange }: Props) {
  const { t } = useTranslation(['admin-policies', 'admin']);
  const change = (part: Partial<EditedRule>) => onChange(rule.key, part);
  const wrong = (field: string) => mistakes.find((mistake) => mistake.field === field)?.message;
  return (
    <Stack gap="md">
      <TextInput
        label={t('ruleName')}
        required
        maxLength={100}
        maw={420}
        value={rule.name}
        error={wrong('name')}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <ConditionEditor
        value={rule.condition}
        onChange={(condition) => change({ condition })}
        mistake={mistakes.find((mistake) => mistake.field === 'condition')}
        attributes={attributes}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Choice
          of="queues"
          label={t('queue')}
          placeholder={t('defaultQueue')}
          clearable
          value={rule.queueId}
          error={wrong('queueId')}
          onChange={(queueId) => change({ queueId })}
        />
        <Select
          label={t('priority')}
          placeholder={t('asItIs')}
          clearable
          data={priorities.map((own) => ({ value: own, label: t(`admin:priority.${own}`) }))}
          value={rule.priority}
          onChange={(priority) => change({ priority: priority as Priority | null })}
        />
      </SimpleGrid>
      <RequiredSkills rule={rule} mistakes={mistakes} onChange={change} />
      <TargetFields target={rule.target} wrong={wrong} onChange={(target) => change({ target })} />
    </Stack>
  );
}

function RequiredSkills({
  rule,
  mistakes,
  onChange,
}: {
  rule: EditedRule;
  mistakes: Mistake[];
  onChange: (part: Partial<EditedRule>) => void;
}) {
  const { t } = useTranslation(['admin-policies', 'admin']);
  const words = useRuleWords();
  const { requiredSkills } = rule;
  const put = (index: number, part: Partial<(typeof requiredSkills)[number]>) =>
    onChange({
      requiredSkills: requiredSkills.map((own, at) => (at === index ? { ...own, ...part } : own)),
    });
  const levels = Array.from({ length: 10 }, (_, index) => String(index + 1));
  return (
    <Stack gap="xs" role="group" aria-label={t('skills')}>
      <div>
        <Text size="sm" fw={500}>
          {t('skills')}
        </Text>
        <Text size="xs" c="dimmed">
          {t('relaxHint')}
        </Text>
      </div>
      {requiredSkills.map((own, index) => {
        const name = words.skill(own.skillId);
        const complaint = mistakes.filter((mistake) => mistake.field.startsWith(`requiredSkills[${index}]`));
        return (
          <Stack key={own.skillId} gap={4}>
            <Group gap="xs">
              <Text size="sm" fw={550} miw={100}>
                {name}
              </Text>
              <Text size="sm" c="dimmed">
                {t('atLeast')}
              </Text>
              <Select
                size="xs"
                w={72}
                aria-label={t('level', { name })}
                data={levels}
                value={String(own.level)}
                allowDeselect={false}
                onChange={(level) => put(index, { level: Number(level) })}
              />
              <Button
                variant="subtle"
                size="compact-xs"
                aria-label={t('addRelax', { name })}
                leftSection={<IconClockPlus size={14} aria-hidden />}
                onClick={() => {
                  const last = own.relax.at(-1);
                  const level = (last?.level ?? own.level) - 2;
                  put(index, {
                    relax: [
                      ...own.relax,
                      { afterSeconds: (last?.afterSeconds ?? 0) + 60, level: level > 0 ? level : null },
                    ],
                  });
                }}
              >
                {t('relax')}
              </Button>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('ui:removeIt', { name })}
                onClick={() => onChange({ requiredSkills: requiredSkills.filter((_, at) => at !== index) })}
              >
                <IconX size={16} />
              </ActionIcon>
            </Group>
            {own.relax.map((step, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps are told apart by nothing else
              <Group key={at} gap="xs" pl="lg">
                <Text size="sm" c="dimmed">
                  {t('afterShort')}
                </Text>
                <NumberInput
                  size="xs"
                  w={96}
                  min={1}
                  max={86400}
                  allowDecimal={false}
                  suffix=" s"
                  aria-label={t('after', { name })}
                  value={step.afterSeconds}
                  onChange={(afterSeconds) =>
                    put(index, {
                      relax: own.relax.map((old, i) =>
                        i === at ? { ...old, afterSeconds: Number(afterSeconds) } : old,
                      ),
                    })
                  }
                />
                <Select
                  size="xs"
                  w={170}
                  aria-label={t('relaxTo', { name })}
                  data={[
                    ...levels.map((level) => ({ value: level, label: t('levelN', { level }) })),
                    { value: '0', label: t('noLonger') },
                  ]}
                  value={String(step.level ?? 0)}
                  allowDeselect={false}
                  onChange={(level) =>
                    put(index, {
                      relax: own.relax.map((old, i) =>
                        i === at ? { ...old, level: Number(level) || null } : old,
                      ),
                    })
                  }
                />
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="sm"
                  aria-label={t('ui:removeIt', {
                    name: `${t('afterShort')} ${step.afterSeconds} s`,
                  })}
                  onClick={() => put(index, { relax: own.relax.filter((_, i) => i !== at) })}
                >
                  <IconX size={14} />
                </ActionIcon>
              </Group>
            ))}
            {complaint.length > 0 && (
              <Text size="xs" c="var(--mantine-color-error)" role="alert">
                {complaint.map((mistake) => mistake.message).join(' ')}
              </Text>
            )}
          </Stack>
        );
      })}
      <Choice
        of="skills"
        key={requiredSkills.length}
        aria-label={t('addSkill')}
        placeholder={t('addSkill')}
        without={requiredSkills.map((own) => own.skillId)}
        onChange={(skillId) =>
          skillId && onChange({ requiredSkills: [...requiredSkills, { skillId, level: 5, relax: [] }] })
        }
        maw={260}
      />
    </Stack>
  );
}

function TargetFields({
  target,
  wrong,
  onChange,
}: {
  target: Target | null;
  wrong: (field: string) => string | undefined;
  onChange: (target: Target | null) => void;
}) {
  const { t } = useTranslation('admin-policies');
  return (
    <SimpleGrid cols={{ base: 1, sm: target?.kind === 'AGENT' ? 3 : 2 }}>
      <Select
        label={t('targetKind')}
        data={['none', 'LAST_AGENT', 'AGENT'].map((kind) => ({ value: kind, label: t(`target_${kind}`) }))}
        value={target?.kind ?? 'none'}
        allowDeselect={false}
        onChange={(kind) =>
          onChange(
            kind === 'LAST_AGENT' || kind === 'AGENT' ? { kind, forSeconds: target?.forSeconds ?? 60 } : null,
          )
        }
      />
      {target?.kind === 'AGENT' && (
        <Choice
          of="agents"
          label={t('agent')}
          required
          value={target.agentId}
          error={wrong('target.agentId')}
          onChange={(agentId) => onChange({ ...target, agentId })}
        />
      )}
      {target && (
        <DurationInput
          label={t('forTime')}
          min={1}
          value={target.forSeconds}
          error={wrong('target.forSeconds')}
          onChange={(forSeconds) => onChange({ ...target, forSeconds: forSeconds ?? 0 })}
        />
      )}
    </SimpleGrid>
  );
}
