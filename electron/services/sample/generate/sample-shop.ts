import { dayNumber } from '#shared/domain/calendar/dates.ts';
import { complaintFile } from './complaint-file.ts';
import { contactFile } from './contact-file.ts';
import { chooseFlaws, customerFile } from './customer-file.ts';
import { expectationsOf, type SampleExpectations } from './expectations.ts';
import { marketplaceFile } from './marketplace-file.ts';
import { createPeople } from './people.ts';
import { catalogue, type SampleProduct } from './products.ts';
import { createSales } from './sales.ts';
import type { SampleFile } from './sample-file.ts';
import { tillFiles } from './till-file.ts';

export type SampleFiles = {
  /** The shop's list, the till by year, the marketplace, the notebooks: a good order to import in. */
  files: SampleFile[];
  /** Categories, costs and guarantees, which none of the files tells. */
  products: SampleProduct[];
  expectations: SampleExpectations;
};

/**
 * Sekar Pagi, a coffee shop in Yogyakarta as its files would show it: three years until `today`
 * (ISO date), everything invented. Pure: the same seed and day give the same cells. About 400
 * customers and 15,000 sale lines.
 */
export function generateSampleShop(input: { seed: number; today: string }): SampleFiles {
  const { seed } = input;
  const today = dayNumber(input.today);
  const people = createPeople(seed, today);
  const sales = createSales(seed, today, people);
  const atTill = new Set(sales.till.flatMap(({ person }) => (person === null ? [] : [person.id])));
  const flaws = chooseFlaws(seed, people, atTill);
  const till = tillFiles(seed, sales.till);
  const contacts = contactFile(seed, today, sales.till);
  return {
    files: [
      customerFile(seed, people, flaws),
      ...till,
      marketplaceFile(seed, sales.orders),
      contacts.file,
      complaintFile(seed, today, sales.till),
    ],
    products: Object.values(catalogue).flat(),
    expectations: expectationsOf({
      people,
      sales,
      flaws,
      tillFileCount: till.length,
      contacts: contacts.counts,
    }),
  };
}
