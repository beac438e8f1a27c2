import type { ReadHandle } from '#db/file/client.ts';
import type { PeriodFigures } from '#shared/contract/accountant/pack.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import type { Period } from '#shared/domain/books/period.ts';
import type { Shown } from '../exports/area-columns.ts';

/** A text of a file, in both languages of the shop. */
export interface Said {
  readonly id: string;
  readonly en: string;
}

/** What every part of a pack is made from: one state of the books, and how the shop writes. */
export interface PackSource {
  readonly db: ReadHandle;
  readonly period: Period;
  readonly figures: PeriodFigures;
  readonly settings: ShopSettings;
  readonly shown: Shown;
  readonly appVersion: string;
  /** What was done to the period after its last pack, read anew at each call; none for the first one. */
  changes(): AsyncIterable<ChangedEntry>;
}

/** A row of the period that is no longer as an earlier pack had it. Money is minor units. */
export interface ChangedEntry {
  readonly kind: 'new' | 'changed' | 'gone';
  readonly entity: 'sales' | 'payments' | 'compensations';
  /** Its number; empty: it has none. */
  readonly label: string;
  readonly wasOn: string | null;
  readonly isOn: string | null;
  readonly wasMinor: number | null;
  readonly isMinor: number | null;
}
