import type { YearNumber } from '#db/queries/imports/brought-complaints.ts';
import type { ComplaintLookup, StoredComplaint } from '#db/queries/imports/lookup-complaints.ts';
import { instantOf, localDay } from '#shared/domain/calendar/zone-time.ts';
import { complaintNumber } from '#shared/domain/complaints/rules.ts';
import { nameKey } from '#shared/domain/text/names.ts';
import { type Problem, problemOf } from '../outcomes.ts';
import type { Effect } from '../row-kind.ts';
import { type ChainContext, chainOf } from './chain.ts';
import type { ComplaintRow } from './row.ts';
import { type About, ComplaintSlot } from './slot.ts';

interface TakenComplaint {
  readonly effect: Effect | 'in-trash';
  readonly problems: readonly Problem[];
}

/**
 * Every complaint of the plan. One is recognised by its number; without one, or where that number is
 * plainly another's, by its customer, the day it came in and its title.
 */
export class ComplaintBook {
  readonly slots = new Map<number, ComplaintSlot>();
  readonly #lookup: ComplaintLookup;
  readonly #nextId: () => number;
  readonly #context: ChainContext;
  readonly #byNumber = new Map<string, ComplaintSlot>();
  readonly #byKey = new Map<string, ComplaintSlot>();

  constructor(lookup: ComplaintLookup, nextId: () => number, context: ChainContext) {
    this.#lookup = lookup;
    this.#nextId = nextId;
    this.#context = context;
  }

  take(row: ComplaintRow, about: About, sourceId: number): TakenComplaint {
    const chain = chainOf(row, this.#context);
    const problems: Problem[] = [...row.warnings, ...chain.flags];
    const sale = row.saleNumber === '' || about.saleId !== null;
    if (!sale) problems.push(problemOf('sale-not-found', row.saleNumber));
    const found = this.#find(row, about, problems);
    if (found?.isDeleted) return { effect: 'in-trash', problems };
    const slot = found ?? this.#create(row, problems);
    const key = this.#keyOf(row, about.customerId);
    this.#byKey.set(key, slot);
    if (found === null) slot.start(row, chain, about);
    const corrects = found !== null && slot.touchedBy !== sourceId;
    const changed = found !== null && slot.merge(row, chain, about, corrects);
    if (found !== null && slot.disagrees) problems.push(problemOf('dates-disagree'));
    const known = slot.stored === null ? [] : this.#lookup.compensations(slot.id);
    const given = slot.giveCompensation(row, chain, known, corrects);
    if (given === null) problems.push(problemOf('compensation-differs'));
    slot.touchedBy = sourceId;
    const effect = found === null ? 'added' : changed || given === true ? 'updated' : 'unchanged';
    return { effect, problems };
  }

  #find(row: ComplaintRow, about: About, problems: Problem[]): ComplaintSlot | null {
    let isTaken = false;
    if (row.number !== '') {
      const numbered = this.#byNumberOf(row.number);
      if (numbered !== null && this.#mayBe(numbered, row, about)) return numbered;
      isTaken = numbered !== null;
      if (isTaken) problems.push(problemOf('number-taken', row.number));
    }
    const known = this.#byKey.get(this.#keyOf(row, about.customerId));
    if (known !== undefined && (isTaken || isSameNumber(row, known))) return known;
    const stored = this.#storedByKey(row, about);
    return stored.find((slot) => isTaken || isSameNumber(row, slot)) ?? null;
  }

  #byNumberOf(number: string): ComplaintSlot | null {
    const key = number.toLowerCase();
    const known = this.#byNumber.get(key);
    if (known !== undefined) return known;
    const [stored] = this.#lookup.byNumber(number);
    if (stored === undefined) return null;
    const slot = this.#stored(stored);
    this.#byNumber.set(key, slot);
    return slot;
  }

  /** The same number, and not both another customer and another day. */
  #mayBe(slot: ComplaintSlot, row: ComplaintRow, about: About): boolean {
    const isSameCustomer = about.customerId === null || slot.customerId === about.customerId;
    const { timeZone } = this.#context.settings;
    const day = localDay(String(slot.values.received_at), timeZone);
    return isSameCustomer || day === row.received.day;
  }

  #storedByKey(row: ComplaintRow, about: About): ComplaintSlot[] {
    const { timeZone } = this.#context.settings;
    const from = instantOf(row.received.day, '00:00', timeZone);
    const to = instantOf(row.received.day, '24:00', timeZone);
    const title = nameKey(row.title);
    return this.#lookup
      .between(about.customerId, from, to)
      .filter((each) => each.received_at < to && nameKey(each.title) === title)
      .map((each) => this.#stored(each));
  }

  #stored(stored: StoredComplaint): ComplaintSlot {
    let slot = this.slots.get(stored.id);
    if (slot === undefined) {
      slot = new ComplaintSlot(stored.id, stored, this.#context);
      this.slots.set(stored.id, slot);
    }
    return slot;
  }

  #create(row: ComplaintRow, problems: readonly Problem[]): ComplaintSlot {
    const slot = new ComplaintSlot(this.#nextId(), null, this.#context);
    this.slots.set(slot.id, slot);
    const isTaken = problems.some(({ problem }) => problem === 'number-taken');
    if (row.number !== '' && !isTaken) this.#byNumber.set(row.number.toLowerCase(), slot);
    return slot;
  }

  #keyOf(row: ComplaintRow, customerId: number | null): string {
    return `${customerId ?? ''}|${row.received.day}|${nameKey(row.title)}`;
  }

  /**
   * Numbers what the files leave without one, as the shop does: the year of receipt and the running
   * number in it. Returns the last number of each year.
   */
  giveNumbers(): YearNumber[] {
    const last = new Map<number, number>();
    for (const slot of this.slots.values()) {
      if (slot.stored !== null) continue;
      const number = String(slot.values.number);
      if (number !== '' && this.#byNumber.get(number.toLowerCase()) === slot) continue;
      const received = String(slot.values.received_at);
      const year = Number(localDay(received, this.#context.settings.timeZone).slice(0, 4));
      let running = (last.get(year) ?? this.#lookup.lastNumber(year)) + 1;
      while (this.#byNumberOf(complaintNumber(year, running)) !== null) running += 1;
      last.set(year, running);
      slot.values.number = complaintNumber(year, running);
    }
    return [...last];
  }
}

/** Numbers as the shop gives them out. */
const OURS = /^K-\d{4}-\d{3,}$/i;

/**
 * Complaints that are alike but bear different numbers of their own are two; a number that the shop
 * gave out is none of its own.
 */
function isSameNumber(row: ComplaintRow, slot: ComplaintSlot): boolean {
  const number = String(slot.values.number);
  if (row.number === '' || number === '') return true;
  if (row.number.toLowerCase() === number.toLowerCase()) return true;
  return slot.stored !== null && OURS.test(number) && !OURS.test(row.number);
}
