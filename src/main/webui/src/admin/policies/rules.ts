import type { Priority, Relaxation, RequiredSkill, Rule, Target } from '../../api/schema';

/** A rule while it is edited. The key stays with it wherever it goes. */
export interface EditedRule {
  key: string;
  name: string;
  /** Empty where it always holds. */
  condition: string;
  queueId: number | null;
  priority: Priority | null;
  requiredSkills: (Omit<RequiredSkill, 'relax'> & { relax: Relaxation[] })[];
  target: Target | null;
}

let keys = 0;
const newKey = () => `rule-${++keys}`;

export function edited(rule: Rule): EditedRule {
  return {
    key: newKey(),
    name: rule.name,
    condition: rule.condition ?? '',
    queueId: rule.queueId ?? null,
    priority: rule.priority ?? null,
    requiredSkills: (rule.requiredSkills ?? []).map((skill) => ({ ...skill, relax: skill.relax ?? [] })),
    target: rule.target ?? null,
  };
}

export function newRule(name: string): EditedRule {
  return edited({ name });
}

export function copyOf(rule: EditedRule, name: string): EditedRule {
  return { ...structuredClone(rule), key: newKey(), name };
}

export function toRules(rules: EditedRule[]): Rule[] {
  return rules.map(({ key: _, condition, ...rule }) => ({
    ...rule,
    condition: condition.trim() === '' ? null : condition,
  }));
}

export function moved<T>(items: T[], from: number, to: number): T[] {
  const result = [...items];
  const [item] = result.splice(from, 1);
  if (item !== undefined) {
    result.splice(to, 0, item);
  }
  return result;
}

/** What the server says is wrong with a field of a rule. */
export interface Mistake {
  /** Within the rule, as `condition` or `requiredSkills[0].level`. */
  field: string;
  message: string;
  line?: number;
  column?: number;
}

/** The server's mistakes by the keys of the rules that were sent, so that they move along with these. */
export function mistakesByRule(
  violations: { field: string; message: string; line?: number | null; column?: number | null }[],
  sent: EditedRule[],
): Map<string, Mistake[]> {
  const result = new Map<string, Mistake[]>();
  for (const { field, message, line, column } of violations) {
    const [, index, rest] = /rules\[(\d+)\]\.?(.*)$/.exec(field) ?? [];
    const rule = index === undefined ? undefined : sent[Number(index)];
    if (rule) {
      result.set(rule.key, [
        ...(result.get(rule.key) ?? []),
        { field: rest ?? '', message, ...(line && { line }), ...(column && { column }) },
      ]);
    }
  }
  return result;
}
