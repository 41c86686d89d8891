import { List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Rule } from '../../api/schema';
import { differences } from './differences';
import classes from './Rules.module.css';
import { useRuleWords } from './useRuleWords';
import './words';

/** What is different between the rules of two versions, in words. */
export function Differences({ before, after }: { before: Rule[]; after: Rule[] }) {
  const { t } = useTranslation('admin-policies');
  const words = useRuleWords();
  const all = differences(before, after);
  return all.length === 0 ? (
    <Text size="sm">{t('noChanges')}</Text>
  ) : (
    <List size="sm" spacing="xs">
      {all.map((difference) => {
        const rule = `“${difference.rule.name}”`;
        return difference.kind === 'changed' ? (
          <List.Item key={`${difference.kind}-${difference.rule.name}-${difference.field}`}>
            {t(`diff.${difference.field}`, {
              rule,
              before: words.field(difference.field, difference.before),
              after: words.field(difference.field, difference.after),
            })}
            {difference.field === 'condition' && (
              <Stack gap={4} mt={4}>
                <del className={classes.codeBlock}>{words.field('condition', difference.before)}</del>
                <ins className={classes.codeBlock}>{words.field('condition', difference.after)}</ins>
              </Stack>
            )}
          </List.Item>
        ) : (
          <List.Item key={`${difference.kind}-${difference.rule.name}`}>
            {t(`diff.${difference.kind}`, { ...difference, rule })}
          </List.Item>
        );
      })}
    </List>
  );
}
