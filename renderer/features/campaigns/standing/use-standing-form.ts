import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { StandingFacts, StandingRow } from '#shared/contract/campaigns/standing.ts';
import { unknownFields, unsetField } from '#shared/domain/campaigns/merge.ts';
import type { Occasion, Season } from '#shared/domain/vocabulary/standing.ts';
import type { Missing } from '../fields/missing-note.tsx';

/** What an occasion begins with: how many days, and how long whoever was written to is left in peace. */
const beginnings = {
  birthday: { days: 0, restDays: 0 },
  afterPurchase: { days: 30, restDays: 14 },
  secondPurchase: { days: 45, restDays: 14 },
  guaranteeEnds: { days: 14, restDays: 14 },
  pointsEnd: { days: 14, restDays: 14 },
  season: { days: 5, restDays: 7 },
} as const satisfies Record<Occasion, Pick<StandingFacts, 'days' | 'restDays'>>;

function useFirst(): (occasion: Occasion, season?: Season) => StandingFacts {
  const { t } = useTranslation();
  return (occasion, season = 'lebaran') => ({
    name: season === 'own' ? t('standing.ownName') : t(`standing.occasion.${occasion}`),
    occasion,
    season: occasion === 'season' ? season : null,
    monthDay: null,
    days: beginnings[occasion].days,
    segmentName: null,
    definition: { match: 'all', parts: [], without: [] },
    channel: 'whatsapp',
    subject: '',
    text: t(`standing.firstText.${season === 'own' ? 'own' : occasion}`),
    restDays: beginnings[occasion].restDays,
    dailyLimit: 40,
    onlyAgreed: false,
  });
}

/** What stands against keeping it; null: nothing. */
function obstacleOf(
  facts: StandingFacts,
  shop: { readonly shop: string; readonly me: string },
): Missing | null {
  if (facts.name.trim() === '') return 'name';
  if (facts.text.trim() === '') return 'text';
  if (unknownFields(`${facts.subject}\n${facts.text}`).length > 0) return 'fields';
  return unsetField({ ...facts, ...shop });
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
  const begun = useRef(firstOf(facts.occasion, facts.season ?? undefined));
  const change = (part: Partial<StandingFacts>) => setFacts((now) => ({ ...now, ...part }));
  /** What nobody has changed yet follows the occasion; what was written stays. */
  const follow = (next: StandingFacts, part: Partial<StandingFacts>) => {
    const before = begun.current;
    begun.current = next;
    setFacts((now) => ({
      ...now,
      ...part,
      name: now.name === before.name ? next.name : now.name,
      text: now.text === before.text ? next.text : now.text,
    }));
  };
  const choose = (occasion: Occasion) => {
    const next = firstOf(occasion);
    const { season, days, restDays } = next;
    follow(next, { occasion, season, monthDay: null, days, restDays });
  };
  /** Another day that comes for everybody; `monthDay` is one of the owner's own. */
  const pick = (season: Season, monthDay: string | null) =>
    follow(firstOf('season', season), { season, monthDay });
  const tidy = { ...facts, name: facts.name.trim(), text: facts.text.trim() };
  const keeping = useKeep(stored, tidy);
  const { shopName: shop, replyName: me } = useSettings().settings;
  return {
    ...{ facts, change, choose, pick, ...keeping },
    obstacle: obstacleOf(facts, { shop, me }),
  };
}

export type StandingForm = ReturnType<typeof useStandingForm>;
