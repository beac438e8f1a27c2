import type { StoredCompensation, StoredComplaint } from '#db/queries/imports/lookup-complaints.ts';
import { emptyRow, type PlanColumn, type PlannedValue } from '#db/table-facts.ts';
import { causeKey, dueTimes } from '#shared/domain/complaints/rules.ts';
import type { Severity } from '#shared/domain/vocabulary/complaints.ts';
import { isSameMoment, type Moment } from '../moment.ts';
import { type Chain, type ChainContext, type ChainStep, rankOf } from './chain.ts';
import type { ComplaintRow } from './row.ts';

type Column = PlanColumn<'complaints'>;
type DueColumn = 'answer_due_at' | 'resolution_due_at';
export type Values = Record<Column, PlannedValue>;

/** What a row's complaint is about, found by the rest of the row. */
export interface About {
  readonly customerId: number | null;
  readonly productId: number | null;
  readonly saleId: number | null;
}

/** A step of the chain to be written down, with the state it led from. */
export interface PlannedStep extends ChainStep {
  readonly from: string | null;
}

export interface PlannedCompensation {
  /** Null: a new one. */
  readonly stored: StoredCompensation | null;
  readonly kind: string;
  readonly amountMinor: number;
  readonly givenAt: string;
  readonly note: string | null;
}

/** Another date for a step that is on record, as the file gives it and as the chain takes it. */
interface CorrectedStep {
  readonly move: string;
  readonly column: Column;
  readonly given: Moment | null;
  readonly at: string | null;
}

/** Columns that a file corrects, and what it leaves alone when it says nothing. */
const facts = ['title', 'words', 'kind', 'channel', 'severity', 'handled_by'] as const;
const texts = ['answer', 'cause', 'cause_note', 'solution'] as const;

function runsBackwards({ received_at, answered_at, resolved_at, closed_at }: Values): boolean {
  const known = [received_at, answered_at, resolved_at, closed_at].filter((at) => at !== null);
  return known.some((at, index) => index > 0 && String(at) < String(known[index - 1]));
}

/** One complaint of the plan: there already, or new. */
export class ComplaintSlot {
  readonly id: number;
  readonly stored: StoredComplaint | null;
  readonly values: Values;
  readonly steps: PlannedStep[] = [];
  /** Steps on record whose instant is corrected, by the move. */
  readonly correctedSteps = new Map<string, string>();
  compensation: PlannedCompensation | null = null;
  touchedBy = 0;
  /** The last row's dates would run backwards beside what is known, and were not taken. */
  disagrees = false;
  readonly #context: ChainContext;

  constructor(id: number, stored: StoredComplaint | null, context: ChainContext) {
    this.id = id;
    this.stored = stored;
    this.values = stored === null ? { ...emptyRow('complaints'), id } : { ...stored };
    this.#context = context;
  }

  get isDeleted(): boolean {
    return this.stored !== null && this.stored.deleted_at !== null;
  }

  get customerId(): number | null {
    const id = this.values.customer_id;
    return typeof id === 'number' ? id : null;
  }

  /** Fills a new complaint with what its first row says. */
  start(row: ComplaintRow, chain: Chain, about: About): void {
    const isCustomers = (row.kind ?? 'customer') === 'customer';
    const isNobodys = isCustomers && about.customerId === null && row.words === '';
    const values: Omit<Values, 'id' | DueColumn> = {
      number: row.number,
      kind: row.kind ?? 'customer',
      customer_id: about.customerId,
      channel: row.channel ?? 'other',
      severity: row.severity ?? 'medium',
      title: row.title,
      words: isNobodys ? row.title : row.words,
      product_id: about.productId,
      sale_id: about.saleId,
      state: chain.state,
      received_at: chain.receivedAt,
      has_time: chain.hasTime ? 1 : 0,
      answered_at: chain.answeredAt,
      answer: row.answer === '' ? null : row.answer,
      cause: row.cause === '' ? null : row.cause,
      cause_key: causeKey(row.cause),
      cause_note: row.causeNote === '' ? null : row.causeNote,
      diagnosed_at: chain.diagnosedAt,
      solution: chain.solution,
      resolved_at: chain.resolvedAt,
      is_first_contact: chain.isFirstContact ? 1 : 0,
      improved_at: chain.improvedAt,
      closed_at: chain.closedAt,
      handled_by: row.handledBy === '' ? null : row.handledBy,
    };
    Object.assign(this.values, values);
    this.#setDueTimes();
    this.#addSteps(chain, -1, null);
  }

  /** Takes over what a further row says of it. `corrects`: it may overwrite, not only fill. */
  merge(row: ComplaintRow, chain: Chain, about: About, corrects: boolean): boolean {
    const before = JSON.stringify([this.values, [...this.correctedSteps]]);
    const given: Record<(typeof facts)[number], string | null> = {
      title: row.title,
      words: row.words,
      kind: row.kind,
      channel: row.channel,
      severity: row.severity,
      handled_by: row.handledBy,
    };
    for (const column of facts) this.#give(column, given[column], corrects);
    if (about.customerId !== null) this.values.customer_id ??= about.customerId;
    if (about.productId !== null) this.#give('product_id', about.productId, corrects);
    if (about.saleId !== null) this.#give('sale_id', about.saleId, corrects);
    this.#moveDates(row, chain, corrects);
    this.#setDueTimes();
    return JSON.stringify([this.values, [...this.correctedSteps]]) !== before;
  }

  /** Dates and steps; where they would run backwards beside what is known, that stays as it is. */
  #moveDates(row: ComplaintRow, chain: Chain, corrects: boolean): void {
    const values = { ...this.values };
    const corrected = [...this.correctedSteps];
    const steps = this.steps.length;
    this.#moveReceipt(row, chain, corrects);
    // What was opened again has gone on since the file was written.
    if (this.stored === null || this.stored.reopened === 0) this.#moveOn(row, chain, corrects);
    this.disagrees = runsBackwards(this.values);
    if (!this.disagrees) return;
    Object.assign(this.values, values);
    this.correctedSteps.clear();
    for (const [move, at] of corrected) this.correctedSteps.set(move, at);
    this.steps.length = steps;
  }

  #give(column: Column, value: PlannedValue, corrects: boolean): void {
    const has = this.values[column] ?? '';
    if (value === null || value === '' || has === value) return;
    if (has === '' || corrects) this.values[column] = value;
  }

  #moveReceipt(row: ComplaintRow, chain: Chain, corrects: boolean): void {
    const { timeZone } = this.#context.settings;
    const has = String(this.values.received_at);
    if (!corrects || has === chain.receivedAt || isSameMoment(has, row.received, timeZone)) return;
    this.values.received_at = chain.receivedAt;
    this.values.has_time = chain.hasTime ? 1 : 0;
    this.correctedSteps.set('receive', chain.receivedAt);
  }

  #moveOn(row: ComplaintRow, chain: Chain, corrects: boolean): void {
    const rank = rankOf[String(this.values.state)] ?? 0;
    const isFurther = (rankOf[chain.state] ?? 0) > rank;
    const words: Record<(typeof texts)[number], string> = {
      answer: row.answer,
      cause: row.cause,
      cause_note: row.causeNote,
      solution: row.solution,
    };
    for (const column of texts) this.#give(column, words[column], corrects);
    this.values.cause_key = causeKey(String(this.values.cause ?? ''));
    const { answeredAt, resolvedAt, closedAt } = chain;
    const corrected: CorrectedStep[] = [
      { move: 'answer', column: 'answered_at', given: row.answered, at: answeredAt },
      { move: 'resolve', column: 'resolved_at', given: row.resolved, at: resolvedAt },
      { move: 'close', column: 'closed_at', given: row.closed, at: closedAt },
    ];
    for (const step of corrected) this.#correct(step, corrects);
    if (!isFurther) return;
    this.#addSteps(chain, rank, String(this.values.state));
    const { values } = this;
    values.state = chain.state;
    values.answered_at ??= chain.answeredAt;
    values.diagnosed_at ??= chain.diagnosedAt;
    values.resolved_at ??= chain.resolvedAt;
    values.improved_at ??= chain.improvedAt;
    values.closed_at ??= chain.closedAt;
    values.solution ??= chain.solution;
    if (!chain.hasTime) values.has_time = 0;
    if (rank < 3 && chain.isFirstContact) values.is_first_contact = 1;
  }

  /** Another date for a step that is on record. */
  #correct(step: CorrectedStep, corrects: boolean): void {
    const { move, column, given, at } = step;
    const has = this.values[column];
    if (!corrects || given === null || at === null || typeof has !== 'string') return;
    if (has === at || isSameMoment(has, given, this.#context.settings.timeZone)) return;
    this.values[column] = at;
    this.correctedSteps.set(move, at);
  }

  #addSteps(chain: Chain, beyond: number, from: string | null): void {
    let state = from;
    for (const step of chain.steps) {
      if ((rankOf[step.to] ?? 0) <= beyond) continue;
      this.steps.push({ ...step, from: state });
      state = step.to;
    }
  }

  #setDueTimes(): void {
    const { values, stored } = this;
    const isSame =
      stored !== null &&
      stored.received_at === values.received_at &&
      stored.severity === values.severity;
    if (isSame) return;
    const { settings, calendar } = this.#context;
    const received = String(values.received_at);
    const due = dueTimes(received, values.severity as Severity, settings, calendar);
    values.answer_due_at = due.answerDueAt;
    values.resolution_due_at = due.resolutionDueAt;
  }

  /** What was given for it. False: it is known; null: a person has written another amount. */
  giveCompensation(
    row: ComplaintRow,
    chain: Chain,
    known: readonly StoredCompensation[],
    corrects: boolean,
  ): boolean | null {
    const given = row.compensation;
    if (given === null) return false;
    const { kind, note } = given;
    const givenAt = chain.resolvedAt ?? chain.answeredAt ?? chain.receivedAt;
    const amountMinor = given.amountMinor ?? 0;
    const planned = { kind, amountMinor, givenAt, note };
    if (this.compensation !== null) return false;
    const [first, second] = known;
    if (first === undefined) {
      this.compensation = { stored: null, ...planned };
      return true;
    }
    const total = known.reduce((sum, each) => sum + each.amount_minor, 0);
    if (given.amountMinor === null || total === amountMinor) return false;
    if (second !== undefined || first.import_id === null || !corrects) return null;
    this.compensation = { stored: first, ...planned };
    return true;
  }
}
