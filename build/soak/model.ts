import type { ChannelName } from '#shared/contract/index.ts';
import type { AppError, Result } from '#shared/errors.ts';

/** Asks at an app's door; nothing of the model is told how. */
export type Ask = (channel: ChannelName, input: unknown) => Promise<Result<unknown>>;
/** A number from 0 to 1. */
export type Chance = () => number;

type Kind = 'customers' | 'sales' | 'payments';

/** One thing as a person who remembers everything would have it. */
interface Thing {
  readonly kind: Kind;
  readonly id: number;
  readonly name: string;
  /** Whose it is; null: a customer's own, or nobody's. */
  readonly customerId: number | null;
  readonly amountMinor: number;
  readonly tags: readonly string[];
  readonly isGone: boolean;
}

type State = ReadonlyMap<string, Thing>;

/** How many commands can be taken back one after the other: each keeps how it was before. */
const mostUndone = 100;

const keyOf = (kind: Kind, id: number) => `${kind} ${id}`;
const tagsInUse = ['vip', 'grosir', 'kantor'] as const;
const nobody = {
  ...{ kind: 'person', relation: 'customer', mark: null, birthdayOn: null, gender: null },
  ...{ occupation: null, source: null, uses: null, tastes: null, matters: null, taxId: null },
  ...{ note: null, recommendedBy: null, contactPoints: [], addresses: [], tags: [] },
};

interface Step {
  readonly channel: ChannelName;
  readonly input: unknown;
  /** What is there afterwards, by what was answered. */
  readonly leaves: (state: State, answer: { id: number }) => State;
}

/** A shop in memory, and the commands that should leave the real one like it. */
export class Model {
  #state: State = new Map();
  /** What can be taken back, the newest last, and how it was before. */
  readonly #past: { readonly batchId: number; readonly before: State }[] = [];
  readonly #chance: Chance;
  readonly #ask: Ask;
  readonly #today: () => string;
  readonly #mostCustomers: number;
  #made = 0;

  /** `mostCustomers`: from so many on none is added, so that the shop goes on without growing much. */
  constructor(given: {
    readonly ask: Ask;
    readonly chance: Chance;
    readonly today: () => string;
    readonly mostCustomers?: number;
  }) {
    this.#ask = given.ask;
    this.#chance = given.chance;
    this.#today = given.today;
    this.#mostCustomers = given.mostCustomers ?? Number.POSITIVE_INFINITY;
  }

  #things(kind: Kind | null, isGone: boolean): Thing[] {
    return [...this.#state.values()].filter(
      (one) => (kind === null || one.kind === kind) && one.isGone === isGone,
    );
  }

  #one(list: readonly Thing[]): Thing | undefined {
    return list[Math.floor(this.#chance() * list.length)];
  }

  #some(list: readonly Thing[]): Thing[] {
    return list.filter(() => this.#chance() < 0.3).slice(0, 20);
  }

  #create(): Step {
    this.#made += 1;
    const name = `Pelanggan ${this.#made}`;
    return {
      ...{ channel: 'customers.create', input: { ...nobody, name } },
      leaves: (state, { id }) => withThing(state, { kind: 'customers', id, name }),
    };
  }

  #tag(): Step | null {
    const chosen = this.#some(this.#things('customers', false));
    const tag = tagsInUse[Math.floor(this.#chance() * tagsInUse.length)] ?? 'vip';
    if (chosen.length === 0) return null;
    const tagged = chosen.map((one) => ({ ...one, tags: [...new Set([...one.tags, tag])] }));
    return {
      ...{ channel: 'customers.tag', input: { ids: chosen.map(({ id }) => id), tag } },
      leaves: (state) => withAll(state, tagged),
    };
  }

  #sell(): Step | null {
    const buyer = this.#one(this.#things('customers', false));
    if (buyer === undefined) return null;
    const rupiah = 1000 * (1 + Math.floor(this.#chance() * 90));
    const line = {
      productId: null,
      name: 'Kopi',
      quantityE4: 10_000,
      unitPriceE4: rupiah * 10_000,
    };
    const facts = { soldOn: this.#today(), customerId: buyer.id, lines: [line] };
    const sold = { kind: 'sales', customerId: buyer.id, amountMinor: rupiah * 100 } as const;
    return {
      ...{ channel: 'sales.create', input: { facts } },
      leaves: (state, { id }) => withThing(state, { ...sold, id, name: '' }),
    };
  }

  #pay(): Step | null {
    const payer = this.#one(this.#things('customers', false));
    if (payer === undefined) return null;
    const facts = { paidOn: this.#today(), amountMinor: 100_000 };
    const input = { customerId: payer.id, facts, settles: { kind: 'account' } };
    const paid = { kind: 'payments', customerId: payer.id, amountMinor: 100_000 } as const;
    return {
      ...{ channel: 'payments.record', input },
      leaves: (state, { id }) => withThing(state, { ...paid, id, name: '' }),
    };
  }

  #remove(): Step | null {
    if (this.#chance() < 0.4) {
      const chosen = this.#some(this.#things('customers', false)).slice(0, 5);
      if (chosen.length === 0) return null;
      return {
        ...{ channel: 'customers.delete', input: { ids: chosen.map(({ id }) => id) } },
        leaves: (state) => withAll(state, chosen.map(gone)),
      };
    }
    const own = this.#things(this.#chance() < 0.7 ? 'sales' : 'payments', false);
    const shown = own.filter((one) => this.#ownerOf(one)?.isGone !== true);
    const one = this.#one(shown);
    if (one === undefined) return null;
    const channel = one.kind === 'sales' ? 'sales.remove' : 'payments.remove';
    return { channel, input: { id: one.id }, leaves: (state) => withAll(state, [gone(one)]) };
  }

  #ownerOf({ customerId }: Thing): Thing | undefined {
    return customerId === null ? undefined : this.#state.get(keyOf('customers', customerId));
  }

  /** Whose it is comes back with it. */
  #putBack(): Step | null {
    const chosen = this.#some(this.#things(null, true)).slice(0, 4);
    if (chosen.length === 0) return null;
    const owners = chosen.flatMap((one) => this.#ownerOf(one) ?? []);
    const keys = chosen.map(({ kind, id }) => ({ kind, id }));
    const back = [...owners, ...chosen].map((one) => ({ ...one, isGone: false }));
    return {
      ...{ channel: 'trash.restore', input: { which: { keys } } },
      leaves: (state) => withAll(state, back),
    };
  }

  #undo(): Step | null {
    const last = this.#past.at(-1);
    if (last === undefined) return null;
    return {
      ...{ channel: 'history.undo', input: { batchId: last.batchId } },
      leaves: () => last.before,
    };
  }

  #draw(): Step | null {
    const drawn = this.#chance();
    const isFull = this.#things('customers', false).length >= this.#mostCustomers;
    if (drawn < 0.25 && !isFull) return this.#create();
    if (drawn < 0.35) return this.#tag();
    if (drawn < 0.55) return this.#sell();
    if (drawn < 0.63) return this.#pay();
    if (drawn < 0.78) return this.#remove();
    return drawn < 0.88 ? this.#putBack() : this.#undo();
  }

  /** Does one thing to the shop and to the model; null: it was done. */
  async step(): Promise<AppError | null> {
    const step = this.#draw();
    if (step === null) return null;
    const answer = await this.#ask(step.channel, step.input);
    if (!answer.ok) return answer.error;
    const before = this.#state;
    const value = answer.value as { id: number; batchId: number | null };
    this.#state = step.leaves(before, value);
    if (step.channel === 'history.undo') this.#past.pop();
    else if (value.batchId !== null) this.#past.push({ batchId: value.batchId, before });
    if (this.#past.length > mostUndone) this.#past.shift();
    return null;
  }

  /** What the app should show, in the words of `shown`. */
  expected(): Shown {
    const live = this.#things('customers', false);
    const sales = Map.groupBy(this.#things('sales', false), ({ customerId }) => customerId);
    const counts = (id: number) => sales.get(id) ?? [];
    const sum = (list: readonly Thing[]) => list.reduce((all, one) => all + one.amountMinor, 0);
    const tags = tagsInUse
      .map((tag) => [tag, live.filter((one) => one.tags.includes(tag)).length] as const)
      .filter(([, count]) => count > 0);
    return {
      customers: live
        .map(({ id, name }) => `${id} ${name}: ${counts(id).length} of ${sum(counts(id))}`)
        .sort(),
      tags: tags.map(([tag, count]) => `${tag} ${count}`).sort(),
      trash: this.#things(null, true)
        .map(({ kind, id }) => keyOf(kind, id))
        .sort(),
    };
  }
}

function withAll(state: State, things: readonly Thing[]): State {
  const after = new Map(state);
  for (const one of things) after.set(keyOf(one.kind, one.id), one);
  return after;
}

function withThing(
  state: State,
  made: Partial<Thing> & Pick<Thing, 'kind' | 'id' | 'name'>,
): State {
  const plain = { customerId: null, amountMinor: 0, tags: [], isGone: false };
  return withAll(state, [{ ...plain, ...made }]);
}

function gone(one: Thing): Thing {
  return { ...one, isGone: true };
}

/** What a shop shows, in lines that can be compared. */
export interface Shown {
  readonly customers: readonly string[];
  readonly tags: readonly string[];
  readonly trash: readonly string[];
}

interface Row {
  readonly id: number;
  readonly kind: string;
  readonly name: string;
  readonly purchases: number;
  readonly revenueMinor: number;
}

async function allRows(ask: Ask, channel: ChannelName): Promise<Row[]> {
  const rows: Row[] = [];
  let after: unknown = null;
  do {
    const answer = await ask(channel, { after, limit: 500 });
    if (!answer.ok) throw new Error(`${channel}: ${JSON.stringify(answer.error)}`);
    const page = answer.value as { rows: Row[]; next: unknown };
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return rows;
}

/** What the app shows, all pages of it. */
export async function shown(ask: Ask): Promise<Shown> {
  const customers = await allRows(ask, 'customers.list');
  const facets = await ask('customers.facets', {});
  const { tags } = (facets.ok ? facets.value : { tags: [] }) as {
    tags: { value: string; count: number }[];
  };
  return {
    customers: customers
      .map((one) => `${one.id} ${one.name}: ${one.purchases} of ${one.revenueMinor}`)
      .sort(),
    tags: tags.map(({ value, count }) => `${value} ${count}`).sort(),
    trash: (await allRows(ask, 'trash.list')).map(({ kind, id }) => `${kind} ${id}`).sort(),
  };
}
