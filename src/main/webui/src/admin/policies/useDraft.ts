import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { api, data, Problem } from '../../api/client';
import type { PolicyVersionView } from '../../api/schema';
import { isConflict } from '../../ui/serverErrors';
import { versionQuery } from './queries';
import { type EditedRule, edited, type Mistake, mistakesByRule, toRules } from './rules';

/** How long nobody types before it is saved. */
const PAUSE = 500;

type DraftState = 'saved' | 'changed' | 'saving' | 'refused' | 'failed' | 'conflict';

const none: Map<string, Mistake[]> = new Map();
const told = (rules: EditedRule[]) => JSON.stringify(toRules(rules));
const toldOf = (version: PolicyVersionView) => told((version.rules ?? []).map(edited));

/**
 * The rules of a draft, which is saved a moment after somebody stops typing: this is also how conditions are checked. What
 * is refused stays on the page, with its mistakes, until it is right.
 */
export function useDraft(policyId: number, version: PolicyVersionView) {
  const client = useQueryClient();
  const [rules, setRules] = useState(() => (version.rules ?? []).map(edited));
  const [saved, setSaved] = useState({ told: toldOf(version), version: version.version });
  const [mistakes, setMistakes] = useState<Map<string, Mistake[]>>(new Map());
  const tried = useRef('');
  const now = useMemo(() => told(rules), [rules]);
  const [settled] = useDebouncedValue(now, PAUSE);
  const { number } = version;
  const saving = useMutation({
    mutationFn: ({ sent, ifMatch }: { sent: EditedRule[]; ifMatch: number }) =>
      data(
        api.PUT('/api/v1/routing-policies/{id}/versions/{number}', {
          params: { path: { id: policyId, number }, header: { 'If-Match': `"${ifMatch}"` } },
          body: { rules: toRules(sent) },
        }),
      ),
    onSuccess: (answer, { sent }) => {
      setMistakes(new Map());
      setSaved({ told: told(sent), version: answer.version });
      client.setQueryData(versionQuery(policyId, number).queryKey, answer);
    },
    onError: (problem, { sent }) => {
      setMistakes(
        problem instanceof Problem ? mistakesByRule(problem.violations, sent) : new Map<string, Mistake[]>(),
      );
      if (isConflict(problem)) {
        void client.invalidateQueries({ queryKey: versionQuery(policyId, number).queryKey });
      }
    },
  });
  const { mutate, isPending, error } = saving;
  const changed = now !== saved.told;
  const newer = version.version > saved.version;
  const save = (ifMatch = saved.version) => {
    tried.current = now;
    mutate({ sent: rules, ifMatch });
  };
  useEffect(() => {
    if (newer && !changed && !isPending) {
      setRules((version.rules ?? []).map(edited));
      setSaved({ told: toldOf(version), version: version.version });
    }
  }, [newer, changed, isPending, version]);
  useEffect(() => {
    if (settled === now && changed && !newer && !isPending && tried.current !== now) {
      tried.current = now;
      mutate({ sent: rules, ifMatch: saved.version });
    }
  }, [settled, now, changed, newer, isPending, rules, saved.version, mutate]);
  const state: DraftState =
    newer && changed
      ? 'conflict'
      : isPending
        ? 'saving'
        : !changed
          ? 'saved'
          : tried.current !== now || !error
            ? 'changed'
            : mistakes.size > 0
              ? 'refused'
              : 'failed';
  return {
    rules,
    setRules,
    mistakes: changed ? mistakes : none,
    state,
    problem: error,
    changed,
    /** At once, for who does not want to wait. */
    save: () => save(),
    showTheirs: () => {
      setRules((version.rules ?? []).map(edited));
      setSaved({ told: toldOf(version), version: version.version });
      setMistakes(new Map());
    },
    keepMine: () => save(version.version),
  };
}

export type Draft = ReturnType<typeof useDraft>;
