import type { Language } from '#shared/contract/settings.ts';
import { dayNumber } from '#shared/domain/calendar/dates.ts';
import { complaintFile } from './complaint-file.ts';
import { contactFile } from './contact-file.ts';
import { chooseFlaws, customerFile } from './customer-file.ts';
import { expectationsOf, type SampleExpectations } from './expectations.ts';
import { marketplaceFile } from './marketplace-file.ts';
import { createPeople } from './people.ts';
import { placeOf } from './place/place-of.ts';
import type { SampleProduct } from './products.ts';
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
 * A coffee shop as its files would show it, in Yogyakarta or, in English, in York: three years until
 * `today` (ISO date), everything invented. Pure: the same seed and day give the same cells. About 400
 * customers and 15,000 sale lines. `country`: of the shop that is to read the files.
 */
export function generateSampleShop(input: {
  readonly seed: number;
  readonly today: string;
  readonly language: Language;
  readonly country?: string;
}): SampleFiles {
  const { seed } = input;
  const today = dayNumber(input.today);
  const place = placeOf(input.language);
  const writing = { place, isAbroad: (input.country ?? place.country) !== place.country };
  const people = createPeople(seed, today, place);
  const sales = createSales(seed, today, people, place);
  const atTill = new Set(sales.till.flatMap(({ person }) => (person === null ? [] : [person.id])));
  const flaws = chooseFlaws(seed, people, atTill);
  const till = tillFiles(seed, sales.till, writing);
  const contacts = contactFile(seed, today, sales.till, writing);
  return {
    files: [
      customerFile(seed, people, flaws, writing),
      ...till,
      marketplaceFile(seed, sales.orders, writing),
      contacts.file,
      complaintFile(seed, today, sales.till, writing),
    ],
    products: Object.values(place.catalogue).flat(),
    expectations: expectationsOf({
      people,
      sales,
      flaws,
      tillFileCount: till.length,
      contacts: contacts.counts,
      place,
    }),
  };
}
