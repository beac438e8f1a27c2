/** What one language's check of plain words goes by. Words are in lower case. */
export interface WordRules {
  /** Words of contracts with the plain one; '' where it can simply go. */
  readonly jargon: readonly (readonly [word: string, plain: string])[];
  readonly abbreviations: readonly (readonly [word: string, plain: string])[];
  /** Capitals that everybody knows as a word. */
  readonly knownCapitals: readonly string[];
  readonly doubleNegations: readonly (readonly [words: string, plain: string])[];
  /** Two negations near each other in one clause. */
  readonly negationPair: RegExp;
  readonly passive: RegExp;
  /** So many passive verbs in one sentence are a chain. */
  readonly passivesTogether: number;
  /** The same said by who does it; null where that cannot be told. */
  readonly activeOf: (passive: string) => string | null;
  /** Where a long sentence can be parted: a new thought begins after a comma, or with the word. */
  readonly joints: readonly string[];
  /** How a text shows that it says each part of a policy. */
  readonly parts: Readonly<Record<PolicyPart, RegExp>>;
}

/** What a policy must say to be understood. */
export type PolicyPart = 'length' | 'covers' | 'excludes' | 'claim';
