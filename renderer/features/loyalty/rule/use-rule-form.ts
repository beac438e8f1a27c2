import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { PointRuleFacts, StoredPointRule } from '#shared/contract/loyalty/shapes.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';

/** A rule while it is written: amounts may be missing. */
export interface RuleDraft extends Omit<PointRuleFacts, 'spendMinor' | 'worthMinor'> {
  readonly spendMinor: number | null;
  readonly worthMinor: number | null;
}

function firstDraft(last: StoredPointRule | null, today: string): RuleDraft {
  if (last === null)
    return {
      ...{ fromOn: today, spendMinor: null, points: 1, isBeforeDiscount: false, takesBack: true },
      ...{ monthsValid: 12, worthMinor: null, remindDays: 30 },
    };
  const { id: _, createdAt: __, ...rule } = last;
  const tomorrow = addDays(today, 1);
  const fromOn = [last.fromOn, tomorrow].sort().at(-1) ?? tomorrow;
  return { ...rule, fromOn, points: Math.max(1, rule.points) };
}

/** What is complete enough to be tried; null: an amount is missing. */
function wholeRule(draft: RuleDraft): PointRuleFacts | null {
  const { spendMinor, worthMinor } = draft;
  if (spendMinor === null || spendMinor < 1 || worthMinor === null) return null;
  return { ...draft, spendMinor, worthMinor };
}

/** A new rule: what it would have given, what it changes, and its saving. */
export function useRuleForm(last: StoredPointRule | null, onSaved: () => void) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const [draft, setDraft] = useState(() => firstDraft(last, today));
  const [isAgreed, setAgreed] = useState(false);
  const set = useCommand('loyalty.setRule');
  const whole = wholeRule(draft);
  const preview = useQuery(
    'loyalty.preview',
    { rule: whole ?? { fromOn: today, spendMinor: 1, points: 0 } },
    { enabled: whole !== null, keepPrevious: true },
  );
  const rewrites = last !== null && draft.fromOn <= today;
  const save = async () => {
    if (whole === null) return;
    const saved = await set.run({ rule: whole, rewrites }, t('loyalty.form.saved'));
    if (saved.ok) onSaved();
  };
  return {
    rule: draft,
    change: (part: Partial<RuleDraft>) => setDraft((now) => ({ ...now, ...part })),
    earliest: last?.fromOn ?? null,
    whole,
    preview: whole === null ? undefined : preview.data,
    previewError: whole === null ? null : preview.error,
    ...{ rewrites, isAgreed, setAgreed, save },
    canSave: whole !== null && preview.data !== undefined && (!rewrites || isAgreed),
    error: set.error,
    isRunning: set.isRunning,
  };
}

export type RuleForm = ReturnType<typeof useRuleForm>;
