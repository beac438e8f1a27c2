import { useState } from 'react';
import type { CoveredLine } from '#shared/contract/guarantee.ts';
import type { SavedClaim } from './claim-how.tsx';
import { type ClaimDraft, type Claimer, EMPTY_CLAIM } from './claim-values.ts';

export type Step = 'who' | 'thing' | 'how';

/** What is known when the dialog opens. */
export interface Given {
  readonly who: Claimer | null;
  readonly line: CoveredLine | null;
}

export interface ClaimSteps extends Given {
  /** `saved`: the three steps are done. */
  readonly step: Step | 'saved';
  readonly text: string;
  readonly draft: ClaimDraft;
  readonly claim: SavedClaim | null;
  setText(text: string): void;
  setDraft(part: Partial<ClaimDraft>): void;
  pickWho(who: Claimer): void;
  pickLine(line: CoveredLine): void;
  saved(claim: SavedClaim): void;
  /** One step back; what was typed and chosen stays. Null: there is none before. */
  readonly back: (() => void) | null;
  startAgain(): void;
}

function firstStep({ who, line }: Given): Step {
  if (who === null) return 'who';
  return line === null ? 'thing' : 'how';
}

/** The state of a claim on its way through the three steps. */
export function useClaimSteps(given: Given): ClaimSteps {
  const [step, setStep] = useState<Step | 'saved'>(() => firstStep(given));
  const [text, setText] = useState('');
  const [who, setWho] = useState(given.who);
  const [line, setLine] = useState(given.line);
  const [draft, setDraft] = useState<ClaimDraft>(EMPTY_CLAIM);
  const [claim, setClaim] = useState<SavedClaim | null>(null);
  const before = { who: null, thing: 'who', how: 'thing', saved: null } as const;
  const previous = before[step];
  return {
    step,
    text,
    who,
    line,
    draft,
    claim,
    setText,
    setDraft: (part) => setDraft((now) => ({ ...now, ...part })),
    pickWho: (one) => {
      setWho(one);
      if (one.customerId !== who?.customerId) setLine(null);
      setStep('thing');
    },
    pickLine: (one) => {
      setLine(one);
      setStep('how');
    },
    saved: (one) => {
      setClaim(one);
      setStep('saved');
    },
    back: previous === null ? null : () => setStep(previous),
    startAgain: () => {
      setText('');
      setDraft(EMPTY_CLAIM);
      setWho(null);
      setLine(null);
      setClaim(null);
      setStep('who');
    },
  };
}
