import type { Cell } from '../cell.ts';
import { nameKey } from '../text/names.ts';
import type { CustomerKind } from './customers.ts';

const GENDERS: ReadonlyMap<string, 'male' | 'female'> = new Map([
  ...'l|laki|laki laki|lakilaki|lk|pria|cowok|m|male|man|mr|bapak|bpk|tuan|ikhwan'
    .split('|')
    .map((word): [string, 'male'] => [word, 'male']),
  ...'p|perempuan|pr|wanita|cewek|f|female|woman|mrs|ms|ibu|nyonya|nona|w|akhwat'
    .split('|')
    .map((word): [string, 'female'] => [word, 'female']),
]);

const KINDS: ReadonlyMap<string, CustomerKind> = new Map([
  ...'person|perorangan|perseorangan|pribadi|individu|individual|orang|personal|consumer'
    .split('|')
    .map((word): [string, 'person'] => [word, 'person']),
  ...(
    'company|perusahaan|badan|badan usaha|badan hukum|bisnis|business|organisasi|organization|' +
    'organisation|instansi|lembaga|korporat|corporate|toko|cv|pt|ud|b2b'
  )
    .split('|')
    .map((word): [string, 'business'] => [word, 'business']),
]);

/** Reads a gender from Indonesian or English words and letters (L, P, M, F); null where unknown. */
export function readGender(cell: Cell): 'male' | 'female' | null {
  return typeof cell === 'string' ? (GENDERS.get(nameKey(cell)) ?? null) : null;
}

/** Reads whether a customer is a person or a business; null where the word says neither. */
export function readCustomerKind(cell: Cell): CustomerKind | null {
  return typeof cell === 'string' ? (KINDS.get(nameKey(cell)) ?? null) : null;
}
