import type { PostalAddress } from '#db/queries/campaigns/paper.ts';
import { linesOfText } from '../../sales/paper/document.ts';

/** An address as it is written on an envelope, a line each. */
export function addressLines(address: PostalAddress | null): string[] {
  if (address === null) return [];
  const { street, district, city, province, postalCode, country } = address;
  const join = (parts: readonly (string | null)[], by: string) =>
    parts.filter((part) => (part ?? '').trim() !== '').join(by);
  const place = join([join([city, province], ', '), postalCode], ' ');
  return [...linesOfText(street), district ?? '', place, country ?? '']
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
