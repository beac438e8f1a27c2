import type { ImportField } from './fields.ts';
import { headerKey } from './headers.ts';
import { bagOf, meanings } from './titles/words.ts';

/**
 * What people and programs call a column, best first: where two columns of a file want the same
 * field, the earlier synonym wins. Sources: real Indonesian files, the exports of Shopee, Tokopedia,
 * TikTok Shop, Moka, Pawoon and Majoo, Google and Outlook contacts, Mekari Jurnal.
 */
const SYNONYMS: Readonly<Partial<Record<ImportField, string>>> = {
  'customer.name':
    'nama pelanggan|nama customer|nama konsumen|nama pembeli|nama lengkap|nama toko|customer name|' +
    'customer|pelanggan|pembeli|konsumen|nama member|nama kontak|nama penerima|penerima|full name|' +
    'display name|name|nama|buyer name|buyer|client|client name|recipient|recipient name|' +
    'nama pasien|nama anggota|nama cust|nm pelanggan|nama plg|contact name|file as|' +
    'username pembeli|buyer username|username|bill to|first name|given name|middle name|' +
    'additional name|last name|family name|nama depan|nama tengah|nama belakang|' +
    'kepada|sold to|nama customer lengkap|nama perusahaan|nama instansi|company name',
  'customer.phone':
    'no hp|nomor hp|nomer hp|hp|no telp|nomor telepon|no telepon|telepon|telp|tlp|no tlp|handphone|' +
    'no handphone|nomor handphone|whatsapp|no whatsapp|nomor whatsapp|no wa|nomor wa|wa|phone|' +
    'phone number|phone no|phone #|mobile|mobile phone|mobile number|cell|cell phone|telephone|tel|' +
    'no hp wa|hp wa|no telp hp|telp hp|no hp pelanggan|no hp customer|no telp pembeli|' +
    'no telp penerima|nomor telepon pembeli|nomor telepon penerima|telepon pembeli|' +
    'telepon penerima|telepon pelanggan|no telepon pelanggan|customer phone|recipient number|' +
    'buyer phone|kontak|no kontak|nomor kontak|contact|contact number|home phone|business phone|' +
    'primary phone|other phone|ponsel|no ponsel|nomor ponsel|hape|no hape|no telpon|telpon|' +
    'nomor telpon|nomor telp|contact no|phone value',
  'customer.email':
    'email|e mail|surel|alamat email|alamat surel|email address|e mail address|email pelanggan|' +
    'email customer|customer email|email pembeli|buyer email|emails',
  'customer.externalId':
    'id customer|customer id|id pelanggan|kode pelanggan|kode customer|customer code|customer no|' +
    'no pelanggan|nomor pelanggan|id konsumen|id member|member id|no member|kode member|' +
    'nomor member|no anggota|id pembeli|kode cust|id cust|user id|buyer id|contact id|client id|' +
    'master id|customer number|cust id|cust code|kd pelanggan|username pembeli|buyer username|' +
    'no rm|no rekam medis|nomor rekam medis|no induk',
  'customer.address':
    'alamat|alamat lengkap|alamat pelanggan|alamat customer|alamat pengiriman|alamat pesanan|' +
    'alamat rumah|alamat penerima|address|full address|detail address|street address|street|' +
    'address street|home street|business street|address formatted|recipient address|' +
    'shipping address|billing address|customer address|jalan',
  'customer.city':
    'kota|kabupaten|kab|kota kabupaten|kabupaten kota|kab kota|kota kab|city|town|regency and city|' +
    'regency|address city|home city|business city|kota pelanggan|kota tujuan|kota asal|domisili',
  'customer.province':
    'provinsi|propinsi|province|prov|address region|home state|state province|province code|state code',
  'customer.district': 'kecamatan|kec|district|districts|kelurahan|desa|kel|villages|subdistrict',
  'customer.postalCode':
    'kode pos|kodepos|postal code|postcode|zip|zip code|zipcode|address postal code|home postal code|' +
    'post code',
  'customer.birthday':
    'tgl lahir|tanggal lahir|tgl lhr|ulang tahun|ultah|birthday|birth date|date of birth|dob|birthdate',
  'customer.gender': 'jenis kelamin|jk|l p|kelamin|gender|sex|lp|jns kelamin',
  'customer.source':
    'sumber|asal|sumber pelanggan|asal pelanggan|tahu dari|kenal dari|source|lead source|' +
    'referral source|channel|saluran|marketplace|platform',
  'customer.taxId': 'npwp|no npwp|nomor npwp|tax id|tax number|vat number|nik npwp',
  'customer.note':
    'catatan pelanggan|catatan customer|customer note|customer notes|notes|note|catatan|keterangan|' +
    'ket|memo|comments',
  'customer.tag':
    'tag|tags|label|labels|grup|group|kelompok|segmen|segment|golongan|grup pelanggan|' +
    'kategori pelanggan|customer group|group membership|categories|tipe pelanggan|member level',
  'customer.kind': 'jenis pelanggan|tipe customer|customer type|level|jenis customer|badan usaha',
  'customer.occupation': 'pekerjaan|profesi|occupation|job title|job|profession|jabatan',
  'product.name':
    'nama produk|nama barang|product name|nama item|item name|produk|barang|product|item|items|' +
    'description|item description|deskripsi|deskripsi barang|uraian|nama menu|menu|nama jasa|' +
    'layanan|nama layanan|products|nm barang|nama obat|jenis barang|' +
    'treatment|tindakan|nama paket|nama tindakan|jasa|jenis layanan|menu pesanan|sparepart',
  'product.sku':
    'sku|nomor referensi sku|kode barang|kode produk|id barang|id produk|seller sku|nomor sku|' +
    'sku penjual|product id|product code|stock code|item code|item id|item no|sku id|sku code|' +
    'stock keeping unit sku|stock keeping unit|kode item|kd barang|barcode|plu|sku induk|kode sku|' +
    'kode menu|product sku|variant sku',
  'product.category':
    'kategori|kategori produk|kategori barang|category|product category|jenis produk|departemen',
  'product.cost':
    'harga pokok|hpp|modal|harga modal|harga beli|cost|cost price|unit cost|purchase price|harga dasar',
  'product.active':
    'masih dijual|still sold|status barang|status produk|product status|item status|aktif dijual',
  'product.unit': 'satuan|unit|uom|kemasan|satuan barang|unit of measure',
  'sale.number':
    'no pesanan|nomor pesanan|no faktur|nomor faktur|no nota|nomor nota|no transaksi|' +
    'nomor transaksi|id transaksi|id invoice|no invoice|nomor invoice|invoice no|invoice number|' +
    'invoice|order id|order no|order number|id pesanan|id order|id nota|id struk|no struk|' +
    'nomor struk|no order|receipt|receipt number|receipt no|receipt id|bill no|bill number|transaction id|transaction no|' +
    'transaction number|nota|faktur|struk|no bukti|nomor bukti|no penjualan|kode transaksi|' +
    'kode penjualan|kode invoice|bill no|bill number|invoice id|sales id|sale id|no bon|bon|' +
    'no referensi|kode nota|' +
    'sales no|sales number|kode booking|no booking|booking id|nomor order',
  'sale.date':
    'tanggal transaksi|tgl transaksi|tanggal pembelian|tanggal penjualan|waktu pesanan dibuat|' +
    'tanggal pesanan|tanggal faktur|tgl faktur|tanggal invoice|tanggal nota|tgl nota|' +
    'waktu transaksi|waktu order|tanggal order|tgl order|tgl pesanan|tgl penjualan|tgl beli|' +
    'tanggal beli|order date|invoice date|transaction date|transaction time|sale date|sales date|' +
    'purchase date|order time|created time|created at|order created|date time|tanggal waktu|' +
    'tanggal jam|tanggal dan waktu|tgl jam|tanggal|tgl|date|waktu|payment date|tanggal pembayaran|' +
    'waktu pembayaran|tgl bayar|waktu bayar|tanggal bayar|paid time|datetime|timestamp|trx date|' +
    'create time|create date|created date|receipt date|tanggal servis|tanggal kunjungan|tanggal pesan|tanggal jual|tanggal masuk|tanggal order',
  'sale.time': 'jam|jam transaksi|pukul|time|waktu|transaction time|receipt time|sales time',
  'sale.status':
    'status pesanan|order status|status transaksi|status|status terakhir|latest status|' +
    'status penjualan|status order|event type|status faktur|status invoice|state|' +
    'status pembayaran|status bayar|payment status|financial status|jenis transaksi|' +
    'tipe transaksi|transaction type|type|tipe',
  'sale.note':
    'catatan dari pembeli|catatan pesanan|catatan pembeli|buyer message|order note|catatan transaksi|' +
    'keterangan transaksi|catatan|keterangan|ket|pesan|notes|note|remarks|remark|memo|message',
  'sale.discount':
    'total diskon|diskon faktur|diskon nota|total discount|order discount|discounts|invoice discount|' +
    'diskon transaksi|voucher|diskon|discount|potongan|disc|voucher ditanggung penjual|' +
    'cart discount|cart discount amount',
  'sale.shipping':
    'ongkir|ongkos kirim|biaya pengiriman|biaya kirim|shipping|shipping fee|shipping cost|' +
    'ongkos kirim dibayar oleh pembeli|delivery fee|shipping fee after discount|' +
    'total shipping fee|freight|postage|perkiraan ongkos kirim|' +
    'order shipping|order shipping amount|shipping amount',
  'sale.total':
    'grand total|total pembayaran|total bayar|total belanja|total tagihan|total transaksi|' +
    'total faktur|total nota|total penjualan|total amount|order amount|total collected|' +
    'order total|invoice total|nilai transaksi|total invoice|total order|net sales|total|nominal|' +
    'omzet|omset|jumlah|jumlah bayar|nilai|nilai penjualan|jumlah total|nominal transaksi|' +
    'total pembelian|total biaya|order total amount|total sales|net total|total paid|sales|revenue|biaya',
  'sale.paymentMethod':
    'metode pembayaran|cara bayar|cara pembayaran|metode bayar|payment method|payment type|' +
    'jenis pembayaran|tipe pembayaran|pembayaran|payment|bayar|pembayaran via|jenis bayar|' +
    'paid by|tender|tender type|metode|bayar via|payment mode|payment channel',
  'sale.currency': 'mata uang|currency|currency code|kode mata uang|valuta',
  'line.quantity':
    'qty|kuantitas|quantity|jumlah barang|jumlah produk|jumlah produk dibeli|jumlah item|jumlah beli|' +
    'banyaknya|banyak|jml barang|jml|jumlah|kuantiti|kwantitas|qty terjual|jumlah terjual|units|' +
    'jumlah unit|pcs|quantity sold|item quantity|unit|' +
    'total barang|total item|total qty|jumlah pcs|kuantum',
  'line.unitPrice':
    'harga setelah diskon|harga satuan|harga jual|unit price|harga jual satuan|harga per unit|' +
    'harga|price|harga produk|harga barang|selling price|price per unit|harga awal|' +
    'sku unit original price|item price|rate|hrg|harga pcs|hrg satuan|' +
    'tarif|harga tiket|item cost|lineitem price|unit amount',
  'line.amount':
    'total harga produk|subtotal produk|subtotal|sub total|jumlah harga|total harga|harga total|' +
    'line total|net sales|penjualan bersih|total bersih|amount|sku subtotal after discount|total|nominal|jumlah|total penjualan|' +
    'total line|jumlah rp|total produk|nilai|line amount|total price|extended price|' +
    'total barang|ttl|biaya|gross sales',
  'line.discount':
    'diskon penjual|diskon dari penjual|diskon produk|diskon barang|diskon item|item discount|' +
    'line discount|sku seller discount|discount amount|diskon|discount|potongan|disc|potongan harga',
};

/** Words in a header that say it is about something we do not take, whatever else it says. */
const NOT_OURS: ReadonlySet<string> = new Set(
  (
    'type label kasir cashier outlet cabang branch distributor supplier pemasok resi kurir courier ' +
    'sales salesman fax gudang warehouse estimasi deadline koin coin platform ongkir asuransi ' +
    'berat weight pengembalian returned return pembatalan alasan phonetic yomi website voucher ' +
    'country negara po extended tempo due pajak tax ppn poin stok stock provider served collected refund komisi fee biaya brand merek ' +
    'terakhir last exp expired kadaluarsa berakhir cetak print printed update updated modified deleted is by ' +
    'laba profit margin rugi keuntungan piutang hutang utang sisa saldo balance limit dp deposit terbayar ' +
    'kembalian change sebelum before insurance subsidi kupon coupon gabung daftar join joined registered since lahir'
  ).split(' '),
);
/** Days on which something follows a sale; one of them is its day only where no other is given. */
const LATER: ReadonlySet<string> = new Set(
  'selesai kirim dikirim ambil diambil acara berangkat pulang terima diterima sampai antar'.split(
    ' ',
  ),
);

/** One reading of a header: the field, and how good the synonym is (1 best, above 0). */
export interface HeaderMatch {
  readonly field: ImportField;
  readonly weight: number;
  readonly exact: boolean;
}

interface Synonym {
  readonly field: ImportField;
  readonly weight: number;
  readonly words: string;
  /** What the words mean, in their order. */
  readonly means: readonly string[];
}

const ALL: readonly Synonym[] = Object.entries(SYNONYMS).flatMap(([field, list]) => {
  const words = list.split('|');
  return words.map((text, index) => {
    const key = headerKey(text);
    const weight = 1 - (0.5 * index) / words.length;
    return { field: field as ImportField, weight, words: key, means: meanings(key) };
  });
});
const EXACT = Map.groupBy(ALL, (synonym) => synonym.words);
/** `Sales ID` is a sale's, but `Kode Sales` the salesman's: there the order tells. */
const BY_BAG = Map.groupBy(
  ALL.filter(({ means }) => !means.includes('sales') || means.length === 1),
  (synonym) => bagOf(synonym.means),
);
/** Single words that tell a field even inside a longer header, the most telling first. */
const TELLING: readonly string[] =
  'email npwp zip postcode kodepos telp wa kota provinsi kecamatan kelurahan sku ongkir diskon qty tanggal harga tarif alamat'.split(
    ' ',
  );

const matches = new Map<string, readonly HeaderMatch[]>();

/** Every field a header may name, best first; empty for words nobody uses for one. */
export function matchHeader(header: string): readonly HeaderMatch[] {
  const key = headerKey(header);
  let found = matches.get(key);
  if (found === undefined) {
    found = findMatches(key);
    if (matches.size < 5_000) matches.set(key, found);
  }
  return found;
}

function isAboutElse(key: string): boolean {
  // A last name is a part of a name; a last order is no order of its own.
  const words = key.replace(/\blast name\b/, 'name').split(' ');
  return words.some((word) => NOT_OURS.has(word));
}

/** Each field once, by its best synonym. */
function best(synonyms: readonly Synonym[], share: number, exact: boolean): HeaderMatch[] {
  const fields = new Map<ImportField, number>();
  for (const { field, weight } of synonyms) {
    fields.set(field, Math.max(fields.get(field) ?? 0, weight * share));
  }
  return [...fields]
    .map(([field, weight]) => ({ field, weight, exact }))
    .sort((a, b) => b.weight - a.weight);
}

function findMatches(key: string): readonly HeaderMatch[] {
  const exact = best(EXACT.get(key) ?? [], 1, true);
  const words = meanings(key);
  // A lone `penjualan` is a sum as well as a number.
  const isLone = words.length === 1 && words[0] === 'transaksi';
  const same = best(
    isLone ? [] : (BY_BAG.get(bagOf(words)) ?? []),
    exact.length > 0 ? 0.9 : 1,
    true,
  );
  const others = same.filter(({ field }) => !exact.some((match) => match.field === field));
  if (exact.length + others.length > 0) return [...exact, ...others];
  if (isAboutElse(key)) return [];
  const isLater = words.some((word) => LATER.has(word));
  return best(findInside(words), isLater ? 0.3 : 0.6, false);
}

/** Within a longer title words name a code only as they stand: `ID (Contact Numbers)` is no contact's. */
const CODES: ReadonlySet<ImportField> = new Set<ImportField>([
  'customer.externalId',
  'product.sku',
  'sale.number',
]);

function isWithin({ field, means }: Synonym, words: readonly string[]): boolean {
  if (means.length < 2 || !means.every((word) => words.includes(word))) return false;
  return !CODES.has(field) || ` ${words.join(' ')} `.includes(` ${means.join(' ')} `);
}

/** Synonyms within a longer header: of the most words, those that stand together, then the first. */
function findInside(words: readonly string[]): readonly Synonym[] {
  const within = ALL.filter((synonym) => isWithin(synonym, words));
  if (within.length > 0) {
    const rank = (means: readonly string[]): number => {
      const places = means.map((word) => words.indexOf(word));
      const spread = Math.max(...places) - Math.min(...places) + 1 - new Set(places).size;
      return new Set(means).size * 10_000 - spread * 100 - Math.min(...places);
    };
    const most = Math.max(...within.map(({ means }) => rank(means)));
    return within.filter(({ means }) => rank(means) === most);
  }
  const word = TELLING.find((each) => words.includes(each));
  return word === undefined ? [] : (BY_BAG.get(word) ?? []);
}

/** Whether a title is about something that no field keeps. */
export function isNotOurs(header: string): boolean {
  return matchHeader(header).length === 0 && isAboutElse(headerKey(header));
}

/** Whether a header is one that we know by heart, ours or not. */
export function isKnownHeader(header: string): boolean {
  const key = headerKey(header);
  return EXACT.has(key) || NOT_OURS.has(key) || BY_BAG.has(bagOf(meanings(key)));
}
