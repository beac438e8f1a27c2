export type ProductKind = 'bean' | 'kilo' | 'drink' | 'food' | 'tool' | 'hamper' | 'plan';

/** Prices and costs in whole rupiah, as of the shop's first year. */
export type SampleProduct = {
  code: string;
  name: string;
  category: string;
  kind: ProductKind;
  price: number;
  cost: number;
  /** 0 for none. */
  guaranteeMonths: number;
};

const categories: Record<ProductKind, string> = {
  bean: 'Biji kopi 200 g',
  kilo: 'Biji kopi 1 kg',
  drink: 'Minuman',
  food: 'Makanan',
  tool: 'Alat seduh',
  hamper: 'Hantaran',
  plan: 'Paket langganan',
};

type Row = readonly [name: string, price: number, cost: number, guaranteeMonths?: number];

const rows: Record<ProductKind, readonly Row[]> = {
  bean: [
    ['Gayo Natural 200 g', 92_000, 54_000],
    ['Toraja Sapan 200 g', 98_000, 59_000],
    ['Kintamani Washed 200 g', 88_000, 51_000],
    ['Flores Bajawa 200 g', 90_000, 53_000],
    ['Jawa Preanger Honey 200 g', 86_000, 50_000],
    ['Merapi Lereng Selatan 200 g', 74_000, 41_000],
    ['Robusta Temanggung 200 g', 48_000, 26_000],
    ['Racikan Sekar Pagi 200 g', 65_000, 36_000],
  ],
  kilo: [
    ['Racikan Espresso 1 kg', 215_000, 142_000],
    ['Racikan Rumah 1 kg', 185_000, 121_000],
    ['Gayo Natural 1 kg', 345_000, 238_000],
    ['Robusta Temanggung 1 kg', 135_000, 88_000],
    ['Merapi Lereng Selatan 1 kg', 265_000, 179_000],
  ],
  drink: [
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
  food: [
    ['Roti Bakar Srikaya', 20_000, 9_000],
    ['Pisang Goreng Madu', 18_000, 7_000],
    ['Singkong Keju', 17_000, 6_500],
    ['Kue Lumpur', 9_000, 4_200],
    ['Nasi Kecombrang', 28_000, 14_500],
    ['Donat Kentang', 10_000, 4_500],
  ],
  tool: [
    ['Penggiling Tangan Baja', 385_000, 268_000, 12],
    ['Dripper V60 Keramik', 145_000, 92_000, 3],
    ['Kertas Saring isi 100', 58_000, 34_000],
    ['French Press 600 ml', 175_000, 112_000, 6],
    ['Teko Leher Angsa', 265_000, 181_000, 12],
    ['Timbangan Seduh', 325_000, 224_000, 12],
    ['Gelas Sekar Pagi', 55_000, 29_000],
  ],
  hamper: [
    ['Hantaran Lebaran Kecil', 165_000, 102_000],
    ['Hantaran Lebaran Besar', 340_000, 218_000],
  ],
  plan: [['Paket Langganan Dua Mingguan', 275_000, 176_000]],
};

const prefixes: Record<ProductKind, string> = {
  bean: 'BJ',
  kilo: 'KG',
  drink: 'MN',
  food: 'MK',
  tool: 'AL',
  hamper: 'HT',
  plan: 'PL',
};

/** The shop's catalogue: about forty products, each with category, price, cost and guarantee. */
export const catalogue: Record<ProductKind, readonly SampleProduct[]> = {
  bean: productsOf('bean'),
  kilo: productsOf('kilo'),
  drink: productsOf('drink'),
  food: productsOf('food'),
  tool: productsOf('tool'),
  hamper: productsOf('hamper'),
  plan: productsOf('plan'),
};

function productsOf(kind: ProductKind): SampleProduct[] {
  return rows[kind].map(([name, price, cost, guaranteeMonths = 0], index) => ({
    code: `${prefixes[kind]}${String(index + 1).padStart(2, '0')}`,
    name,
    category: categories[kind],
    kind,
    price,
    cost,
    guaranteeMonths,
  }));
}

/** The price in the shop's `year`th year (0 the first): six per cent up each, to the next Rp 500. */
export function priceIn(product: SampleProduct, year: number): number {
  if (product.kind === 'plan') return product.price;
  return Math.ceil((product.price * 1.06 ** year) / 500) * 500;
}
