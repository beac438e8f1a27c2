import { type Spot, salutation } from '../replies/merge.ts';

/** What fills the fields of a campaign's text; empty: not known. */
export interface CampaignValues {
  /** As it is written down. */
  readonly name: string;
  /** The last product bought. */
  readonly product: string;
  /** How many points of the loyalty programme they have. */
  readonly points: string;
  readonly shop: string;
  /** Who signs. */
  readonly me: string;
}

export type CampaignField = 'name' | 'greeting' | 'product' | 'points' | 'shop' | 'me';

/** The words a field is written with; both are understood in either language. */
export const campaignWords: Readonly<
  Record<CampaignField, { readonly id: string; readonly en: string }>
> = {
  name: { id: 'nama', en: 'name' },
  greeting: { id: 'sapaan', en: 'greeting' },
  product: { id: 'barang', en: 'product' },
  points: { id: 'poin', en: 'points' },
  shop: { id: 'toko', en: 'shop' },
  me: { id: 'saya', en: 'me' },
};

const fieldOfWord: ReadonlyMap<string, CampaignField> = new Map(
  (Object.keys(campaignWords) as CampaignField[]).flatMap((field) => [
    [campaignWords[field].id, field] as const,
    [campaignWords[field].en, field] as const,
  ]),
);

/** A field, or one with what to say where nothing is known: `{sapaan}`, `{sapaan|Kak}`. */
const FIELD = /\{\s*(\p{L}[\p{L} _-]{0,30}?)\s*(?:\|([^{}|]{0,60}))?\}/gu;

function wordFor(field: CampaignField, values: CampaignValues): string {
  if (field === 'greeting') return salutation(values.name).trim();
  return values[field].trim();
}

/** Fills the fields of a text; one whose value is not known, and that says nothing instead, stays as it is written. */
export function fillCampaign(text: string, values: CampaignValues): string {
  return text.replace(FIELD, (whole, word: string, instead: string | undefined) => {
    const field = fieldOfWord.get(word.toLowerCase());
    const value = field === undefined ? '' : wordFor(field, values);
    if (value !== '') return value;
    return field === undefined ? whole : (instead?.trim() ?? whole);
  });
}

/** Braces that are no field of ours, as they stand in the text. */
export function unknownFields(text: string): Spot[] {
  return [...text.matchAll(FIELD)]
    .filter(({ 1: word }) => !fieldOfWord.has(String(word).toLowerCase()))
    .map(({ index, 0: whole }) => ({ start: index, end: index + whole.length }));
}

/** The fields that leave a hole in the text of whoever has no value for them. */
export function neededFields(text: string): ReadonlySet<CampaignField> {
  return new Set(
    [...text.matchAll(FIELD)].flatMap(({ 1: word, 2: instead }) => {
      const field = fieldOfWord.get(String(word).toLowerCase());
      return field === undefined || instead !== undefined ? [] : [field];
    }),
  );
}

/** A text, and what of the shop fills it. */
interface Written extends Pick<CampaignValues, 'shop' | 'me'> {
  readonly channel: string;
  readonly subject: string;
  readonly text: string;
}

/** What the text says of the shop and no setting has yet, so that it would go out in braces; null: nothing. */
export function unsetField(written: Written): 'shop' | 'me' | null {
  const { channel, subject, text } = written;
  const needed = neededFields(channel === 'email' ? `${subject}\n${text}` : text);
  const isUnset = (field: 'shop' | 'me') => needed.has(field) && written[field].trim() === '';
  return (['shop', 'me'] as const).find(isUnset) ?? null;
}
