import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { SaleFacts } from '#shared/contract/sales/entry.ts';
import type { AppError } from '#shared/errors.ts';
import type { CustomerId, SaleId } from '#shared/ids.ts';
import {
  blankEntry,
  blankLine,
  type Entry,
  type EntryLine,
  factsOf,
  newCustomerOf,
  type ReadEntry,
  readEntry,
} from './entry.ts';
import type { PointsHeld } from './read-points.ts';

/** The stored sale that is being changed. */
export interface Changing {
  readonly id: SaleId;
  readonly facts: SaleFacts;
}

export interface EntryForm {
  readonly entry: Entry;
  readonly read: ReadEntry;
  readonly changing: Changing | null;
  /** What the buyer can spend with it; null: nothing, or it is not known yet. */
  readonly points: PointsHeld | null;
  /** How many sales were begun in these fields before. */
  readonly begun: number;
  readonly isRunning: boolean;
  readonly error: AppError | null;
  /** Something was tried to be saved that cannot be read yet. */
  readonly isHeld: boolean;
  set(change: Partial<Entry>): void;
  setLine(key: number, change: Partial<EntryLine>): void;
  removeLine(key: number): void;
  clear(): void;
  /** What is held back or refused stays as it is. */
  save(): Promise<void>;
}

/** There is always one empty line below. */
function withLast(lines: readonly EntryLine[]): readonly EntryLine[] {
  const last = lines.at(-1);
  const isOpen = last !== undefined && last.name === '' && last.price === '';
  return isOpen ? lines : [...lines, blankLine()];
}

/** A part is paid by a payment: one cannot be written down by changing the sale. */
function held(read: ReadEntry, changing: Changing | null): ReadEntry {
  const isPart = changing !== null && read.isOnAccount && read.leftMinor < read.toPayMinor;
  return isPart ? { ...read, isPaidWrong: true, isReady: false } : read;
}

/** How what was read is sent: as a new sale, or in place of the one that is changed. */
function useSaves(entry: Entry, read: ReadEntry) {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  const { taxMode } = useSettings().settings.selling;
  const create = useCommand('sales.create');
  const update = useCommand('sales.update');
  const total = format.money(read.toPayMinor);
  return {
    isRunning: create.isRunning || update.isRunning,
    error: create.error ?? update.error,
    clearError: create.clearError,
    saveNew: async () => {
      const facts = factsOf(entry, read, { number: null, deliveredOn: null, taxMode });
      const newCustomer = entry.newCustomer === null ? null : newCustomerOf(entry.newCustomer);
      const paidMinor = read.isOnAccount ? (read.paidMinor ?? 0) : 0;
      const prospectId = entry.prospect?.id ?? null;
      const { points, rewardId } = read.redeemed;
      const redeem = points === 0 && rewardId === null ? null : { points, rewardId };
      const input = { facts, newCustomer, isNumbered: true, paidMinor, prospectId, redeem };
      return (await create.run(input, t('sales.entry.saved', { total }))).ok;
    },
    saveOld: async ({ id, facts: expected }: Changing) => {
      const facts = factsOf(entry, read, expected);
      const { ok } = await update.run({ id, expected, facts }, t('sales.entry.changed', { total }));
      if (ok) go({ sale: id });
      return ok;
    },
  };
}

/** What the buyer of a new sale can spend; points of one that is changed stay as they are. */
function usePointsHeld(
  { customerId, soldOn }: Entry,
  changing: Changing | null,
): PointsHeld | null {
  const isAsked = customerId !== null && changing === null;
  const { data } = useQuery(
    'loyalty.atSale',
    { customerId: customerId ?? (1 as CustomerId), soldOn },
    { enabled: isAsked },
  );
  return isAsked ? (data ?? null) : null;
}

/** What stands in the fields of a sale, what it comes to, and how it is saved. */
export function useEntry(initial: Entry, changing: Changing | null): EntryForm {
  const { settings, today } = useSettings();
  const [entry, setEntry] = useState(() => ({ ...initial, lines: withLast(initial.lines) }));
  const [begun, setBegun] = useState(0);
  const [isHeld, setHeld] = useState(false);
  const { selling } = settings;
  const terms = changing === null ? selling : { ...selling, taxMode: changing.facts.taxMode };
  const points = usePointsHeld(entry, changing);
  const read = held(readEntry(entry, settings, terms, points), changing);
  const { saveNew, saveOld, clearError, ...saves } = useSaves(entry, read);
  const setLines = (change: (lines: readonly EntryLine[]) => readonly EntryLine[]) =>
    setEntry((now) => ({ ...now, lines: withLast(change(now.lines)) }));
  const clear = () => {
    setHeld(false);
    clearError();
    setEntry({ ...blankEntry(today), method: entry.method });
    setBegun(begun + 1);
  };
  return {
    ...{ entry, read, changing, points, isHeld, begun, clear, ...saves },
    set: (change) => setEntry((now) => ({ ...now, ...change })),
    setLine: (key, change) =>
      setLines((lines) => lines.map((one) => (one.key === key ? { ...one, ...change } : one))),
    removeLine: (key) => setLines((lines) => lines.filter((one) => one.key !== key)),
    save: async () => {
      setHeld(!read.isReady);
      if (!read.isReady) return;
      if (changing !== null) await saveOld(changing);
      else if (await saveNew()) clear();
    },
  };
}
