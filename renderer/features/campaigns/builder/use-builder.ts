import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearch } from 'wouter';
import { useSettings } from '#renderer/data/settings.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import type { CampaignFacts, CampaignRow } from '#shared/contract/campaigns/shapes.ts';
import { unknownFields, unsetField } from '#shared/domain/campaigns/merge.ts';
import type { CampaignId } from '#shared/ids.ts';
import type { Missing } from '../fields/missing-note.tsx';

/** What is settled one after the other before a campaign starts. */
export const steps = ['who', 'message', 'how', 'start'] as const;
export type BuilderStep = (typeof steps)[number];

function useFirstFacts(stored: CampaignRow | null): CampaignFacts {
  const { t } = useTranslation();
  if (stored !== null) return stored.facts;
  return {
    name: '',
    goal: '',
    segmentName: null,
    definition: { match: 'all', parts: [], without: [] },
    channel: 'whatsapp',
    subject: '',
    text: t('campaigns.firstText'),
    heldPercent: 10,
    restDays: 14,
    dailyLimit: 40,
    responseDays: 14,
    onlyAgreed: false,
  };
}

/** What stands against going on from a step; null: nothing. */
function obstacleOf(
  facts: CampaignFacts,
  step: BuilderStep,
  shop: { readonly shop: string; readonly me: string },
): Missing | null {
  if (facts.name.trim() === '') return 'name';
  if (step === 'who') return null;
  if (facts.text.trim() === '') return 'text';
  if (unknownFields(`${facts.subject}\n${facts.text}`).length > 0) return 'fields';
  return unsetField({ ...facts, ...shop });
}

/** Keeps what is written; what was kept before is known, so that nobody's later change is written over. */
function useKeep(stored: CampaignRow | null) {
  const create = useCommand('campaigns.create');
  const update = useCommand('campaigns.update');
  const kept = useRef(stored?.facts ?? null);
  const id = useRef<CampaignId | null>(stored?.id ?? null);
  const keep = async (facts: CampaignFacts): Promise<CampaignId | null> => {
    if (id.current === null || kept.current === null) {
      const made = await create.run({ facts });
      if (!made.ok) return null;
      id.current = made.value.id;
    } else if (JSON.stringify(kept.current) !== JSON.stringify(facts)) {
      const changed = await update.run({ id: id.current, expected: kept.current, facts });
      if (!changed.ok) return null;
    }
    kept.current = facts;
    return id.current;
  };
  const isKept = (facts: CampaignFacts) => JSON.stringify(kept.current) === JSON.stringify(facts);
  const error = create.error ?? update.error;
  return { keep, isKept, error, isRunning: create.isRunning || update.isRunning };
}

/** A campaign while it is written, step by step; each step is kept before the next. */
export function useBuilder(stored: CampaignRow | null) {
  const first = useFirstFacts(stored);
  const [facts, setFacts] = useState(first);
  const [, navigate] = useLocation();
  const asked = new URLSearchParams(useSearch()).get('step');
  const step = steps.find((one) => one === asked) ?? 'who';
  const keeping = useKeep(stored);
  const { shopName: shop, replyName: me } = useSettings().settings;
  const obstacle = obstacleOf(facts, step, { shop, me });
  const goTo = async (to: BuilderStep) => {
    if (facts.name.trim() === '' || facts.text.trim() === '') return;
    const tidy = { ...facts, name: facts.name.trim(), text: facts.text.trim() };
    setFacts(tidy);
    const id = await keeping.keep(tidy);
    if (id !== null) navigate(`/campaigns/${id}?step=${to}`, { replace: stored === null });
  };
  const change = (part: Partial<CampaignFacts>) => setFacts((now) => ({ ...now, ...part }));
  return { facts, change, step, goTo, obstacle, ...keeping };
}

export type Building = ReturnType<typeof useBuilder>;
