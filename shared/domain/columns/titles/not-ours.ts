/** Words in a header that say it is about something we do not take, whatever else it says. */
export const NOT_OURS: ReadonlySet<string> = new Set(
  (
    'type label kasir cashier outlet cabang branch distributor supplier pemasok resi kurir courier ' +
    'sales salesman fax gudang warehouse estimasi deadline koin coin platform ongkir asuransi ' +
    'berat weight pengembalian returned return pembatalan alasan phonetic yomi website voucher ' +
    'country negara po extended tempo due pajak tax ppn poin stok stock provider served collected refund komisi fee biaya brand merek ' +
    'terakhir last exp expired kadaluarsa berakhir cetak print printed update updated modified deleted is by ' +
    'laba profit margin rugi keuntungan piutang hutang utang sisa saldo balance limit dp deposit terbayar ' +
    'kembalian change sebelum before insurance subsidi kupon coupon gabung daftar join joined registered since lahir ' +
    'admin denda ktp sim nik polisi plat pol dokter terapis mekanik stylist petugas sopir driver kelas batch ed cashback vat cogs panjar muka kurang pelunasan cicilan angsuran bergabung teknisi karyawan'
  ).split(' '),
);
/** Days on which something follows a sale; one of them is its day only where no other is given. */
export const LATER: ReadonlySet<string> = new Set(
  'selesai kirim dikirim ambil diambil acara berangkat pulang terima diterima sampai antar'.split(
    ' ',
  ),
);
