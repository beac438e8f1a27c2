import type { ReviewFacts } from '#shared/contract/reviews.ts';
import type { Holiday } from '#shared/contract/settings.ts';
import type { Day } from '../calendar.ts';
import type { ComplaintStory } from '../complaint-words.ts';
import type { SamplePhone } from '../phones.ts';
import type { ProductKind, SampleProduct } from '../products.ts';
import type { Random } from '../random.ts';

type Weighted<T> = readonly (readonly [T, number])[];

/** Names, homes and habits of the people of a place. */
interface PlacePeople {
  readonly womensNames: readonly string[];
  readonly mensNames: readonly string[];
  readonly familyNames: readonly string[];
  readonly womansTitle: string;
  readonly mansTitle: string;
  /** The other way a man's title is written in the list. */
  readonly mansTitleToo: string;
  /** As the till calls somebody with a title. */
  readonly shortName: (title: string, name: string) => string;
  readonly businessKinds: readonly (readonly [kind: string, trade: string])[];
  readonly businessNames: readonly string[];
  readonly businessName: (kind: string, name: string) => string;
  readonly businessTag: string;
  readonly mailDomain: string;
  readonly ordersMailbox: string;
  readonly towns: Weighted<string>;
  /** Where most marketplace buyers live whom the shop does not know. */
  readonly farTown: string;
  readonly streets: readonly string[];
  readonly address: (street: string, number: number) => string;
  readonly occupations: readonly string[];
  readonly tastes: readonly string[];
  readonly sources: Weighted<string>;
  /** The source that says that a friend brought somebody. */
  readonly byFriend: string;
  /** The customer of the basic formula's example: one plan twice a month for three years. */
  readonly best: {
    readonly title: string;
    readonly name: string;
    readonly address: string;
    readonly city: string;
    readonly birthday: string;
    readonly occupation: string;
    readonly source: string;
    readonly tags: readonly string[];
  };
}

/** Numbers within blocks that belong to nobody, and the many ways people type them. */
interface PlacePhones {
  readonly mobile: (index: number) => SamplePhone;
  readonly landline: (index: number) => SamplePhone;
  /** `isAbroad`: always with the country code, for a shop of another country. */
  readonly typed: (phone: SamplePhone, random: Random, isAbroad?: boolean) => string | number;
}

/** When the shop is closed and when it is busy. */
export interface PlaceCalendar {
  readonly feasts: readonly Day[];
  /** Days it stays closed from the feast on. */
  readonly closedDays: number;
  /** How busy it is in the month before the feast, and in the week after it; 1 is as ever. */
  readonly monthBefore: number;
  readonly weekAfter: number;
  readonly monthNames: readonly string[];
  /** Between hours and minutes. */
  readonly clockMark: string;
  readonly holidays: (today: string) => Holiday[];
}

/** Amounts of a place, given in minor units. */
interface PlaceMoney {
  readonly currency: string;
  readonly keepingCostMinor: number;
  readonly authorityMinor: number;
  /** Prices go up to the next of these. */
  readonly stepMinor: number;
  /** `1.250.000`, as somebody types it, and the same with the currency's sign. */
  readonly typed: (minor: number) => string;
  readonly signed: (minor: number) => string;
}

type Titles = readonly string[];

/** What the shop's files are called and what stands in them. */
interface PlaceFiles {
  readonly list: {
    readonly name: string;
    readonly titles: Titles;
    readonly business: string;
    readonly person: string;
    readonly writtenTwice: string;
    readonly newNumber: string;
  };
  readonly till: {
    readonly name: (year: number) => string;
    readonly sheet: string;
    readonly heading: string;
    readonly period: (from: string, to: string) => string;
    readonly titles: Titles;
    readonly returned: (receipt: string) => string;
    readonly delivered: string;
    readonly notes: readonly string[];
    readonly cash: string;
    readonly transfer: string;
    readonly wallet: string;
  };
  readonly market: {
    readonly completed: string;
    readonly cancelled: string;
    readonly returned: string;
    readonly returnReasons: readonly string[];
  };
  readonly contacts: {
    readonly name: string;
    readonly heading: string;
    readonly titles: Titles;
    readonly incoming: string;
    readonly outgoing: string;
    readonly waiting: string;
    readonly channels: Weighted<string>;
    readonly asks: readonly (readonly [note: string, reason: string])[];
    readonly answers: readonly (readonly [note: string, outcome: string])[];
    readonly talks: readonly (readonly [
      direction: 'incoming' | 'outgoing',
      topic: string,
      note: string,
      outcome: string,
    ])[];
  };
  readonly complaints: {
    readonly name: string;
    readonly heading: string;
    readonly titles: Titles;
    readonly stories: readonly ComplaintStory[];
    readonly handlers: readonly string[];
    /** The cause that comes most often. */
    readonly leak: string;
  };
}

/** A public review, as old as it says; `answer` null: it waits. */
export interface ReviewStory {
  readonly ago: number;
  readonly platform: ReviewFacts['platform'];
  readonly author: string;
  readonly rating: number;
  readonly text: string;
  readonly answer: string | null;
}

/** A claim under a product's guarantee, the newest sale of it. */
export interface ClaimStory {
  readonly ago: number;
  readonly product: string;
  readonly problem: string;
  readonly remedy: 'repair' | 'replace' | 'refund';
  readonly costMinor: number;
  /** Days until it was handed over; null: still open. */
  readonly doneAfter: number | null;
}

/** What a complaint changed; `cause` says of which one. */
export interface ActionStory {
  readonly cause: string;
  readonly what: string;
  readonly owner: string;
  readonly outcome: 'held' | 'waiting' | 'open';
}

/** What none of the files tells. */
interface PlaceNotes {
  readonly promise: {
    readonly covers: string;
    readonly excludes: string;
    readonly howToClaim: string;
  };
  readonly reviews: readonly ReviewStory[];
  readonly claims: readonly ClaimStory[];
  readonly actions: readonly ActionStory[];
}

/** A country with a coffee shop in it: everything invented that a language changes about the sample shop. */
export interface SamplePlace {
  readonly shopName: string;
  readonly country: string;
  readonly people: PlacePeople;
  readonly phones: PlacePhones;
  readonly calendar: PlaceCalendar;
  readonly money: PlaceMoney;
  readonly catalogue: Record<ProductKind, readonly SampleProduct[]>;
  readonly files: PlaceFiles;
  readonly notes: PlaceNotes;
}
