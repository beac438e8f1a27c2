import type { SampleLine } from './baskets.ts';
import type { ContactCounts } from './contact-file.ts';
import type { ListFlaws } from './customer-file.ts';
import type { SamplePerson } from './people.ts';
import type { SamplePlace } from './place/place.ts';
import type { MarketplaceOrder, OrderStatus, SampleSales, TillSale } from './sales.ts';

/**
 * What an import of all files must come to, counted from the people and sales themselves and not
 * from the files. Money in minor units; returned amounts are positive.
 */
export type SampleExpectations = {
  customers: {
    /** Real people and businesses that stand under their own name in at least one file. */
    people: number;
    /** Customers when only equal phone numbers match: each damaged or second number is one more. */
    afterPhoneMatching: number;
    businesses: number;
    /** In the list, never bought anything under their name. */
    prospects: number;
    /** In the list and, with the same number in another form perhaps, at the till. */
    inListAndTill: number;
    /** At the till or on the marketplace, not in the list. */
    notInList: number;
    listRows: number;
    damagedPhones: number;
    repeatedRows: number;
    secondNumbers: number;
  };
  till: {
    files: number;
    lines: number;
    sales: number;
    salesWithoutCustomer: number;
    returns: number;
    soldMinor: number;
    returnedMinor: number;
  };
  marketplace: {
    lines: number;
    orders: Record<OrderStatus, number>;
    /** Orders whose buyer is hidden, of any status. */
    maskedOrders: number;
    /** Totals by status; what was returned had been paid before, what was cancelled never. */
    totalMinor: Record<OrderStatus, number>;
  };
  notebooks: ContactCounts & {
    complaints: number;
    /** Nobody has answered yet. */
    unanswered: number;
    /** Answered, not solved. */
    unsolved: number;
    /** The cause that came most often, and how often. */
    leaks: number;
  };
  /** The basic formula's example: 72 purchases of one plan, 36 inclusive months. */
  elok: { name: string; phone: string; purchases: number; revenueMinor: number };
};

/** All that the sample's files were written from. */
interface SampleParts {
  readonly people: readonly SamplePerson[];
  readonly sales: SampleSales;
  readonly flaws: ListFlaws;
  readonly tillFileCount: number;
  readonly contacts: ContactCounts;
  readonly place: SamplePlace;
}

/** Counts what the importer must find. */
export function expectationsOf({
  people,
  sales,
  flaws,
  tillFileCount,
  contacts,
  place,
}: SampleParts): SampleExpectations {
  const { stories, leak } = place.files.complaints;
  const elok = people[0];
  const elokSales = sales.till.filter(({ person }) => person !== null && person === elok);
  return {
    customers: expectedCustomers(people, sales, flaws),
    till: expectedTill(sales.till, tillFileCount),
    marketplace: expectedMarketplace(sales.orders),
    notebooks: {
      ...contacts,
      complaints: stories.length,
      unanswered: stories.filter((story) => story.answerMinutes === null).length,
      unsolved: stories.filter((story) => story.answerMinutes !== null && story.solveHours === null)
        .length,
      leaks: stories.filter((story) => story.cause === leak).length,
    },
    elok: {
      name: place.people.best.name,
      phone: elok?.phone.e164 ?? '',
      purchases: elokSales.length,
      revenueMinor: minorTotal(elokSales.flatMap(({ lines }) => lines)),
    },
  };
}

function expectedCustomers(
  people: readonly SamplePerson[],
  sales: SampleSales,
  flaws: ListFlaws,
): SampleExpectations['customers'] {
  const atTill = new Set(sales.till.map(({ person }) => person));
  const open = sales.orders.filter((order) => !order.isMasked);
  const online = new Set(open.map(({ person }) => person));
  const bought = new Set(
    open.filter(({ status }) => status !== 'cancelled').map(({ person }) => person),
  );
  const shown = people.filter(
    (person) => person.isListed || atTill.has(person) || online.has(person),
  );
  const listed = shown.filter(({ isListed }) => isListed);
  const seenElsewhere = (person: SamplePerson) => atTill.has(person) || online.has(person);
  const lost = listed.filter(
    (person) => flaws.damagedPhone.has(person.id) && seenElsewhere(person),
  );
  return {
    people: shown.length,
    afterPhoneMatching: shown.length + lost.length + flaws.secondNumber.size,
    businesses: shown.filter(({ kind }) => kind === 'business').length,
    prospects: listed.filter((person) => !atTill.has(person) && !bought.has(person)).length,
    inListAndTill: listed.filter((person) => atTill.has(person)).length,
    notInList: shown.length - listed.length,
    listRows: listed.length + flaws.repeated.size + flaws.secondNumber.size,
    damagedPhones: flaws.damagedPhone.size,
    repeatedRows: flaws.repeated.size,
    secondNumbers: flaws.secondNumber.size,
  };
}

function expectedTill(till: readonly TillSale[], files: number): SampleExpectations['till'] {
  const sold = till.filter(({ returns }) => returns === null);
  const returned = till.filter(({ returns }) => returns !== null);
  return {
    files,
    lines: till.reduce((sum, { lines }) => sum + lines.length, 0),
    sales: sold.length,
    salesWithoutCustomer: sold.filter(({ person }) => person === null).length,
    returns: returned.length,
    soldMinor: minorTotal(sold.flatMap(({ lines }) => lines)),
    returnedMinor: -minorTotal(returned.flatMap(({ lines }) => lines)),
  };
}

function expectedMarketplace(
  orders: readonly MarketplaceOrder[],
): SampleExpectations['marketplace'] {
  const of = (status: OrderStatus) => orders.filter((order) => order.status === status);
  const total = (status: OrderStatus) => minorTotal(of(status).flatMap(({ lines }) => lines));
  return {
    lines: orders.reduce((sum, { lines }) => sum + lines.length, 0),
    orders: {
      completed: of('completed').length,
      cancelled: of('cancelled').length,
      returned: of('returned').length,
    },
    maskedOrders: orders.filter(({ isMasked }) => isMasked).length,
    totalMinor: {
      completed: total('completed'),
      cancelled: total('cancelled'),
      returned: total('returned'),
    },
  };
}

function minorTotal(lines: readonly SampleLine[]): number {
  return lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
}
