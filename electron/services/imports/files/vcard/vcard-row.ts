import { isEmailList } from '#shared/domain/text/emails.ts';
import { type CardProperty, partsOf, plainOf } from './vcard-lines.ts';

/** A card of an address book, as far as a shop keeps it. */
export interface ContactCard {
  name: string;
  readonly phones: string[];
  readonly emails: string[];
  readonly address: string[];
  birthday: string;
  gender: string;
  company: string;
  job: string;
  readonly labels: string[];
  readonly notes: string[];
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function nameOf(properties: readonly CardProperty[]): string {
  const first = (name: string): string =>
    properties.find((each) => each.name === name && plainOf(each.value) !== '')?.value ?? '';
  const full = plainOf(first('FN'));
  if (full !== '') return full;
  const [family = '', given = '', middle = '', before = '', after = ''] = partsOf(first('N'));
  const parts = [before, given, middle, family, after].filter((part) => part !== '');
  if (parts.length > 0) return parts.join(' ');
  // A card without a name is called by what else it says of whose it is.
  const others = ['NICKNAME', 'ORG', 'EMAIL', 'TEL'].map((name) => partsOf(first(name))[0] ?? '');
  return others.find((text) => text !== '') ?? '';
}

/** A day with its year as an ISO day; one without, or no day at all, as it is written down for a note. */
function birthdayOf(value: string): { readonly day: string; readonly note: string } {
  const text = plainOf(value);
  const whole = /^(\d{4})-?(\d\d)-?(\d\d)(?:T|\s|$)/.exec(text);
  if (whole !== null) return { day: `${whole[1]}-${whole[2]}-${whole[3]}`, note: '' };
  const short = /^--(\d\d)-?(\d\d)/.exec(text);
  const month = MONTHS[Number(short?.[1] ?? 0) - 1];
  if (short !== null && month !== undefined) {
    return { day: '', note: `Birthday: ${Number(short[2])} ${month}` };
  }
  return { day: '', note: text === '' ? '' : `Birthday: ${text}` };
}

function phoneOf(value: string): string {
  return plainOf(value)
    .replace(/^tel:/i, '')
    .replace(/;ext=(\d+).*$/i, ' ext. $1')
    .replace(/;.*$/, '');
}

function pushNew(list: string[], text: string): void {
  if (text !== '' && !list.includes(text)) list.push(text);
}

function streetOf(address: readonly string[]): string {
  return address
    .slice(0, 3)
    .filter((part) => part !== '')
    .join(', ');
}

function wholeOf(address: readonly string[]): string {
  return [streetOf(address), ...address.slice(3)].filter((part) => part !== '').join(', ');
}

/** What is no address is kept as it is written. */
function addEmail(card: ContactCard, text: string): void {
  if (isEmailList(text)) pushNew(card.emails, text);
  else if (text !== '') pushNew(card.notes, `Email: ${text}`);
}

function addProperty(card: ContactCard, { name, value }: CardProperty): void {
  switch (name) {
    case 'TEL':
      pushNew(card.phones, phoneOf(value));
      return;
    case 'EMAIL':
      addEmail(card, plainOf(value).replace(/^mailto:/i, ''));
      return;
    case 'ADR': {
      const parts = partsOf(value);
      if (parts.every((part) => part === '')) return;
      // A customer has one address here: the others are kept in words.
      if (card.address.length === 0) card.address.push(...parts);
      else pushNew(card.notes, `Address: ${wholeOf(parts)}`);
      return;
    }
    case 'BDAY': {
      const { day, note } = birthdayOf(value);
      card.birthday ||= day;
      pushNew(card.notes, note);
      return;
    }
    case 'NOTE':
      pushNew(card.notes, plainOf(value).trim());
      return;
    case 'ORG':
      card.company ||= partsOf(value)
        .filter((part) => part !== '')
        .join(', ');
      return;
    case 'TITLE':
      card.job ||= plainOf(value);
      return;
    case 'GENDER':
      card.gender ||= partsOf(value)[0] ?? '';
      return;
    case 'CATEGORIES':
      for (const label of partsOf(value, ',')) pushNew(card.labels, label);
      return;
    default:
  }
}

/** What the properties of one card say. */
export function cardOf(properties: readonly CardProperty[]): ContactCard {
  const card: ContactCard = {
    name: nameOf(properties),
    phones: [],
    emails: [],
    address: [],
    birthday: '',
    gender: '',
    company: '',
    job: '',
    labels: [],
    notes: [],
  };
  for (const property of properties) addProperty(card, property);
  return card;
}

/** How often the cards of a file have what a card may have several times. */
export interface CardWidth {
  phones: number;
  emails: number;
}

const fill = (list: readonly string[], count: number): string[] =>
  Array.from({ length: count }, (_, at) => list[at] ?? '');
/** The titles above cards of that width. */
export function cardTitles({ phones, emails }: CardWidth): string[] {
  const times = (title: string, count: number): string[] => Array<string>(count).fill(title);
  return [
    'Name',
    ...times('Phone', phones),
    ...times('Email', emails),
    'Address',
    'City',
    'Province',
    'Postal code',
    'Birthday',
    'Gender',
    'Company',
    'Job title',
    'Labels',
    'Notes',
  ];
}

/** A card as a row below those titles. */
export function cardRow(card: ContactCard, { phones, emails }: CardWidth): string[] {
  const { address } = card;
  return [
    card.name,
    ...fill(card.phones, phones),
    ...fill(card.emails, emails),
    streetOf(address),
    address[3] ?? '',
    address[4] ?? '',
    address[5] ?? '',
    card.birthday,
    card.gender,
    card.company,
    card.job,
    card.labels.join(', '),
    card.notes.join('\n'),
  ];
}
