import { catalogueOf } from '../products.ts';

/** The goods of the Indonesian shop, in rupiah. */
export const indonesianGoods = catalogueOf({
  bean: {
    category: 'Biji kopi 200 g',
    prefix: 'BJ',
    rows: [
      ['Gayo Natural 200 g', 92_000, 54_000],
      ['Toraja Sapan 200 g', 98_000, 59_000],
      ['Kintamani Washed 200 g', 88_000, 51_000],
      ['Flores Bajawa 200 g', 90_000, 53_000],
      ['Jawa Preanger Honey 200 g', 86_000, 50_000],
      ['Merapi Lereng Selatan 200 g', 74_000, 41_000],
      ['Robusta Temanggung 200 g', 48_000, 26_000],
      ['Racikan Sekar Pagi 200 g', 65_000, 36_000],
    ],
  },
  kilo: {
    category: 'Biji kopi 1 kg',
    prefix: 'KG',
    rows: [
      ['Racikan Espresso 1 kg', 215_000, 142_000],
      ['Racikan Rumah 1 kg', 185_000, 121_000],
      ['Gayo Natural 1 kg', 345_000, 238_000],
      ['Robusta Temanggung 1 kg', 135_000, 88_000],
      ['Merapi Lereng Selatan 1 kg', 265_000, 179_000],
    ],
  },
  drink: {
    category: 'Minuman',
    prefix: 'MN',
    rows: [
      ['Kopi Susu Sekar', 18_000, 7_500],
      ['Kopi Tubruk', 12_000, 3_500],
      ['Americano', 17_000, 5_000],
      ['Cappuccino', 23_000, 9_000],
      ['Seduh Manual V60', 25_000, 8_500],
      ['Es Kopi Aren', 20_000, 8_000],
      ['Kopi Lemon', 22_000, 8_200],
      ['Wedang Uwuh', 15_000, 4_800],
      ['Teh Sereh', 13_000, 3_600],
      ['Cokelat Panas', 22_000, 9_500],
    ],
  },
  food: {
    category: 'Makanan',
    prefix: 'MK',
    rows: [
      ['Roti Bakar Srikaya', 20_000, 9_000],
      ['Pisang Goreng Madu', 18_000, 7_000],
      ['Singkong Keju', 17_000, 6_500],
      ['Kue Lumpur', 9_000, 4_200],
      ['Nasi Kecombrang', 28_000, 14_500],
      ['Donat Kentang', 10_000, 4_500],
    ],
  },
  tool: {
    category: 'Alat seduh',
    prefix: 'AL',
    rows: [
      ['Penggiling Tangan Baja', 385_000, 268_000, 12],
      ['Dripper V60 Keramik', 145_000, 92_000, 3],
      ['Kertas Saring isi 100', 58_000, 34_000],
      ['French Press 600 ml', 175_000, 112_000, 6],
      ['Teko Leher Angsa', 265_000, 181_000, 12],
      ['Timbangan Seduh', 325_000, 224_000, 12],
      ['Gelas Sekar Pagi', 55_000, 29_000],
    ],
  },
  hamper: {
    category: 'Hantaran',
    prefix: 'HT',
    rows: [
      ['Hantaran Lebaran Kecil', 165_000, 102_000],
      ['Hantaran Lebaran Besar', 340_000, 218_000],
    ],
  },
  plan: {
    category: 'Paket langganan',
    prefix: 'PL',
    rows: [['Paket Langganan Dua Mingguan', 275_000, 176_000]],
  },
});
