import { storiesOf } from '../complaint-words.ts';

/** Causes come again, every state is there, some answers were quick and some were not. */
export const indonesianComplaints = storiesOf(`
171|09.20|WA|sedang|45|28|ganti baru|142000|ditutup
Racikan Espresso 1 kg|Bungkusnya sobek, biji kopinya tumpah di dalam kardus.
kemasan bocor|Dikirim ulang satu bungkus
158|13.05|Telp|ringan|30|26|tukar barang|54000|selesai
Gayo Natural 200 g|Pesan biji, yang datang sudah digiling.
salah ambil di rak|Ditukar di toko
143|10.40|datang|ringan|5|1|ganti baru|7500|selesai
Kopi Susu Sekar|Kopi susunya terlalu manis, sudah bilang kurang gula.
pesanan tidak dicatat|Dibuatkan lagi di tempat
131|15.30|WA|sedang|70|30|diskon|50000|ditutup
Racikan Espresso 1 kg|Kiriman kantor datang lewat jam rapat.
kurir terlambat dijemput|Dijadwalkan sehari sebelumnya
119|08.50|wa|berat|25|50|ganti baru|142000|ditutup
Racikan Espresso 1 kg|Kemasannya bocor lagi, wanginya sudah hilang.
kemasan bocor|Dikirim ulang dan katup kemasan diperiksa
104|11.15|IG|sedang|120|24|uang kembali|20000|Selesai
Roti Bakar Srikaya|Struk saya dihitung dua kali untuk roti bakar.
kasir salah hitung|Kelebihan dikembalikan tunai
92|14.10|Telp|berat|90|96|||selesai
Penggiling Tangan Baja|Penggilingnya macet, baru dipakai dua minggu.
baut pabrik longgar|Diperbaiki lewat garansi
80|09.05|WA|sedang|200|49|ganti baru|54000|selesai
Gayo Natural 200 g|Yang datang Toraja, padahal pesan Gayo.
salah ambil di rak|Gayo dikirim, Toraja boleh disimpan
67|16.20|datang|ringan|10|72|voucher|25000|ditutup
|Menunggu pesanan setengah jam padahal toko sepi.
hanya satu orang di bar|Jadwal Sabtu ditambah satu orang
55|10.30|Telp|sedang|240|52|diskon|75000|Selesai
Racikan Espresso 1 kg|Pesanan hari Senin baru sampai Selasa sore.
kurir terlambat dijemput|Kurir diganti
46|12.45|WA|berat|40|29|ganti baru|142000|selesai
Racikan Espresso 1 kg|Kemasan satu kilo bocor di jahitan bawah.
kemasan bocor|Dikirim ulang, pemasok kemasan diganti
38|09.35|email|ringan|300|47|||selesai
|Faktur bulan lalu salah nama perusahaan.
data pelanggan lama|Faktur dibuat ulang
27|15.50|shopee|ringan|1500|74|ganti baru|34000|selesai
Kertas Saring isi 100|Kertas saringnya kurang dua puluh lembar.
hitungan pemasok|Dikirim satu pak baru
18|11.25|WA|berat|35||||proses
Racikan Espresso 1 kg|Bocor lagi. Ini yang ketiga kali untuk kantor kami.
kemasan bocor|
9|10.10|Telp|sedang|150||||proses
Teko Leher Angsa|Teko leher angsanya penyok waktu dibuka.
|
4|14.35|IG|sedang|65||||dijawab
Racikan Rumah 1 kg|Rasa racikan rumah bulan ini beda, lebih asam.
|
3|09.45|WA|berat|||||baru
Robusta Temanggung 1 kg|Kiriman minggu ini belum datang juga, stok kami habis.
|
1|16.05|datang|sedang|||||baru
|Kursi di teras depan goyang, hampir jatuh.
|
`);
