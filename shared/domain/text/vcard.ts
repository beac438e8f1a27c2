import { escapeText, foldLine } from '../calendar/icalendar.ts';

/** A person or a business as a phone's address book takes it. */
export interface Card {
  /** The same in every export, so that an address book replaces instead of doubling. */
  readonly uid: string;
  readonly isBusiness: boolean;
  /** Never empty: an address book refuses one without. */
  readonly name: string;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  /** Websites and names on social networks. */
  readonly links: readonly string[];
  readonly addresses: readonly CardAddress[];
  /** `YYYY-MM-DD`. */
  readonly birthdayOn: string | null;
  readonly tags: readonly string[];
  readonly note: string | null;
}

/** Parts that are not known are empty. */
export interface CardAddress {
  readonly street: string;
  readonly city: string;
  readonly province: string;
  readonly postalCode: string;
  readonly country: string;
}

function addressLine({ street, city, province, postalCode, country }: CardAddress): string {
  const parts = ['', '', street, city, province, postalCode, country];
  return `ADR;TYPE=HOME:${parts.map(escapeText).join(';')}`;
}

function nameLines({ name, isBusiness }: Card): string[] {
  const own = escapeText(name);
  // Given and family name are not known apart: all of it stands where phones show it first.
  return isBusiness ? [`FN:${own}`, 'N:;;;;', `ORG:${own}`] : [`FN:${own}`, `N:;${own};;;`];
}

/** One card as vCard 3.0, which every phone reads (RFC 2426): folded lines, CRLF, UTF-8. */
export function cardText(card: Card): string {
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `UID:${escapeText(card.uid)}`,
    ...nameLines(card),
    ...card.phones.map((phone) => `TEL;TYPE=CELL:${escapeText(phone)}`),
    ...card.emails.map((email) => `EMAIL;TYPE=INTERNET:${escapeText(email)}`),
    ...card.links.map((link) => `URL:${escapeText(link)}`),
    ...card.addresses.map(addressLine),
    ...(card.birthdayOn === null ? [] : [`BDAY:${card.birthdayOn}`]),
    ...(card.tags.length === 0 ? [] : [`CATEGORIES:${card.tags.map(escapeText).join(',')}`]),
    ...(card.note === null || card.note === '' ? [] : [`NOTE:${escapeText(card.note)}`]),
    'END:VCARD',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}
