import { headerKey } from '../headers.ts';

/** Titles of the column in which a marketplace or a web shop gives the name somebody signs in with. */
const USER_NAMES: ReadonlySet<string> = new Set(
  (
    'username pembeli|pembeli username|buyer username|username|user name|username buyer|nama pengguna|' +
    'nama pengguna pembeli|username pelanggan|customer username|akun pembeli'
  ).split('|'),
);

/** Titles that only one platform's files of orders have. */
const PLATFORMS: readonly (readonly [string, readonly string[]])[] = [
  [
    'tiktok',
    ['order substatus', 'sku unit original price', 'seller sku', 'sku quantity of return'],
  ],
  ['lazada', ['order item id', 'lazada sku', 'lazada id', 'seller sku lazada']],
  ['shopee', ['no pesanan', 'status pesanan', 'waktu pesanan dibuat', 'nomor referensi sku']],
  ['tokopedia', ['nomor invoice', 'tokopedia invoice number', 'status terakhir']],
];

/** Most of its titles must be there: one may be anybody's. */
const ENOUGH = 2;

/**
 * What a source's user names are kept under: a name is somebody's on one platform alone. Null: the title
 * says of no user names.
 */
export function userNameScheme(header: string, headers: readonly string[]): string | null {
  const key = headerKey(header);
  if (!USER_NAMES.has(key)) return null;
  const keys = new Set(headers.map(headerKey));
  const found = PLATFORMS.find(([, titles]) => {
    return titles.filter((title) => keys.has(title)).length >= ENOUGH;
  });
  return found === undefined ? key : `${found[0]} username`;
}
