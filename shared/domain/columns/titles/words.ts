/**
 * Words of titles that mean the same, the first of each line standing for all of them. Shortened, in
 * another language or of another trade: `Nm Plgn`, `customer_name` and `nama pasien` are one title.
 */
const SAME = `
nama nm nma name
pelanggan plgn plg plnggan pelangan langganan customer customers cust cus konsumen konsument pembeli buyer
  shopper client klien member anggota pasien tamu guest pemesan penghuni penyewa siswa murid peserta pemilik
  penumpang passenger nasabah jamaah donatur billing px patient
produk prod produks product products barang brg brng item items lineitem lineitems obat artikel menu
  part parts sparepart spareparts komoditas komoditi desc
no nomor nomer nmr number num nbr #
id kode kd kod code
telp telepon telpon telfon tlp tlpn tel telephone phone phones hp hape handphone ponsel seluler mobile cell
  cellphone
wa whatsapp whatsap
email emails surel
alamat almt alm almat address addr
tanggal tgl tggl tg date dated
waktu time
jam pukul
harga hrg hrga price prices hj
medis medik medical
dibayar dibayarkan terbayarkan
mulai start
penerima recipient receiver consignee
referensi reference ref
jumlah jml jmlh jlh jum
total ttl tot
subtotal sub-total
qty kts kuantitas kwantitas kuantiti quantity quantities kuantum
banyak banyaknya bnyk bnyknya
diskon disk disc discount discounts dis diskn potongan pot promo rabat rebate
transaksi trx trans transaction transactions nota faktur invoice invoices order orders pesanan struk receipt bon inv
  bill penjualan pembelian belanja
status stat
catatan cat note notes
keterangan ket ketr
kota city
provinsi propinsi prov province
kecamatan kec
pos postal post
satuan sat stn uom
bayar byr pembayaran payment pay
metode method mode
kategori kategory category
lahir lhr birth
kelamin gender
`;

const CANONICAL: ReadonlyMap<string, string> = new Map(
  SAME.trim()
    .split(/\n(?! )/)
    .flatMap((line) => {
      const words = line.trim().split(/\s+/);
      return words.map((word): [string, string] => [word, words[0] ?? word]);
    }),
);

/** Words that join others and mean nothing of their own. */
const JOINING: ReadonlySet<string> = new Set(
  'dan and atau or of the di per yang dari untuk for oleh pada in a'.split(' '),
);

/** The words of a title's key by what they mean, without those that only join others. */
export function meanings(key: string): string[] {
  const words = key.split(' ');
  const telling = words.filter((word) => !JOINING.has(word));
  return (telling.length > 0 ? telling : words).map((word) => CANONICAL.get(word) ?? word);
}

/** One key for all titles of the same meanings, whatever their order. */
export function bagOf(words: readonly string[]): string {
  return [...new Set(words)].sort().join(' ');
}
