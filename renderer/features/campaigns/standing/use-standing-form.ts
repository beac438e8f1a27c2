import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { StandingFacts, StandingRow } from '#shared/contract/campaigns/standing.ts';
import { unknownFields } from '#shared/domain/campaigns/merge.ts';
import type { Occasion } from '#shared/domain/vocabulary/standing.ts';

/** What an occasion begins with: how many days, and how long whoever was written to is left in peace. */
const beginnings = {
  birthday: { days: 0, restDays: 0 },
  afterPurchase: { days: 30, restDays: 14 },
  secondPurchase: { days: 45, restDays: 14 },
  guaranteeEnds: { days: 14, restDays: 14 },
  pointsEnd: { days: 14, restDays: 14 },
  season: { days: 5, restDays: 7 },
} as const satisfies Record<Occasion, Pick<StandingFacts, 'days' | 'restDays'>>;

function useFirst(): (occasion: Occasion) => StandingFacts {
  const { t } = useTranslation();
  return (occasion) => ({
    name: t(`standing.occasion.${occasion}`),
    occasion,
    season: occasion === 'season' ? 'lebaran' : null,
    monthDay: null,
    days: beginnings[occasion].days,
    segmentName: null,
    definition: { match: 'all', parts: [], without: [] },
    channel: 'whatsapp',
    subject: '',
    text: t(`standing.firstText.${occasion}`),
    restDays: beginnings[occasion].restDays,
    dailyLimit: 40,
    onlyAgreed: false,
  });
}

/** What stands against keeping it; null: nothing. */
function obstacleOf(facts: StandingFacts): 'name' | 'text' | 'fields' | null {
  if (facts.name.trim() === '') return 'name';
  if (facts.text.trim() === '') return 'text';
  return unknownFields(`${facts.subject}\n${facts.text}`).length > 0 ? 'fields' : null;
}

/** Keeps what is written, and goes back to all of them. */
function useKeep(stored: StandingRow | null, facts: StandingFacts) {
  const { t } = useTranslation();
  const go = useGo();
  const create = useCommand('standing.create');
  const update = useCommand('standing.update');
  const turn = useCommand('standing.switch');
  const { sayError } = useUndo();
  const keep = () => {
    const said = t('standing.saved', { name: facts.name });
    if (stored === null) return create.run({ facts }, said);
    return update.run({ id: stored.id, expected: stored.facts, facts }, said);
  };
  const save = async (isActive: boolean) => {
    const kept = await keep();
    if (!kept.ok) return;
    if (isActive && stored?.isActive !== true) {
      const said = t('standing.isActive', { name: facts.name });
      const turned = await turn.run({ id: kept.value.id, isActive }, said);
      if (!turned.ok) return sayError(turned.error);
    }
    go('standing');
  };
  const isRunning = create.isRunning || update.isRunning || turn.isRunning;
  return { save, isRunning, error: create.error ?? update.error };
}

/** A standing campaign while it is written. Null: a new one. */
export function useStandingForm(stored: StandingRow | null) {
  const firstOf = useFirst();
  const [facts, setFacts] = useState(() => stored?.facts ?? firstOf('birthday'));
  const begun = useRef(firstOf('birthday'));
  const change = (part: Partial<StandingFacts>) => setFacts((now) => ({ ...now, ...part }));
  /** What nobody has changed yet follows the occasion; what was written stays. */
  const choose = (occasion: Occasion) => {
    const [before, next] = [begun.current, firstOf(occasion)];
    begun.current = next;
    setFacts((now) => ({
      ...now,
      ...{
        occasion,
        season: next.season,
        monthDay: null,
        days: next.days,
        restDays: next.restDays,
      },
      name: now.name === before.name ? next.name : now.name,
      text: now.text === before.text ? next.text : now.text,
    }));
  };
  const tidy = { ...facts, name: facts.name.trim(), text: facts.text.trim() };
  const keeping = useKeep(stored, tidy);
  return {
    ...{ facts, change, choose, ...keeping },
    obstacle: obstacleOf(facts),
  };
}

export type StandingForm = ReturnType<typeof useStandingForm>;
