import type { SamplePlace } from './place.ts';

/** What the Indonesian shop knows beside its files. */
export const indonesianNotes: SamplePlace['notes'] = {
  promise: {
    covers: 'Cacat bahan dan pembuatan pada pemakaian biasa di rumah.',
    excludes: 'Terjatuh, kerak air, dan mata giling yang aus.',
    howToClaim: 'Bawa barang dan notanya, atau telepon dengan nomor HP waktu membeli.',
  },
  reviews: [
    {
      ...{ ago: 2, platform: 'google', author: 'Tiwi P.', rating: 2, answer: null },
      text: 'Kopinya enak, tapi menunggu dua puluh menit tanpa kabar.',
    },
    {
      ...{ ago: 6, platform: 'gofood', author: 'Mas Kosim', rating: 5, answer: null },
      text: 'Kopi susunya juara, dan nama saya selalu diingat.',
    },
    {
      ...{ ago: 17, platform: 'shopee', author: 'n****a', rating: 1 },
      text: 'Kemasannya bocor waktu sampai. Biji kopinya berceceran.',
      answer: 'Terima kasih sudah memberi tahu, mohon maaf. Penggantinya sudah kami kirim.',
    },
    {
      ...{ ago: 33, platform: 'google', author: 'Rombongan Sepeda Subuh', rating: 5 },
      text: 'Dua belas orang datang berkeringat, tetap disambut hangat.',
      answer: 'Terima kasih, mampir lagi sesudah tanjakan berikutnya!',
    },
    {
      ...{ ago: 58, platform: 'instagram', author: 'cangkir.dan.remah', rating: 4 },
      text: 'Kue lumpurnya bikin kangen. Colokannya kurang.',
      answer: 'Terima kasih. Sejak Senin ada dua colokan lagi di dekat jendela.',
    },
    {
      ...{ ago: 90, platform: 'tokopedia', author: 'J****i', rating: 3 },
      text: 'Bijinya bagus, kirimannya telat sehari dari janji.',
      answer: 'Terima kasih, mohon maaf sudah menunggu. Kurirnya sudah kami ganti.',
    },
  ],
  claims: [
    {
      ...{ ago: 61, product: 'Penggiling Tangan Baja', remedy: 'repair' },
      ...{ problem: 'Engkolnya lepas dari poros.', costMinor: 4_000_000, doneAfter: 4 },
    },
    {
      ...{ ago: 24, product: 'Timbangan Seduh', remedy: 'replace' },
      ...{ problem: 'Layarnya tidak menyala.', costMinor: 22_400_000, doneAfter: 2 },
    },
    {
      ...{ ago: 5, product: 'Teko Leher Angsa', remedy: 'repair' },
      ...{ problem: 'Tidak mati sendiri kalau air mendidih.', costMinor: 0, doneAfter: null },
    },
  ],
  actions: [
    {
      ...{ cause: 'kasir salah hitung', owner: 'Sinta', outcome: 'held' },
      what: 'Jumlah dibacakan ke pelanggan',
    },
    {
      ...{ cause: 'data pelanggan lama', owner: 'Dimas', outcome: 'waiting' },
      what: 'Nama di faktur diperiksa tiap Januari dan Juli',
    },
    {
      ...{ cause: 'hitungan pemasok', owner: 'Bu Laras', outcome: 'open' },
      what: 'Tiap bungkus kesepuluh ditimbang waktu datang',
    },
  ],
};
