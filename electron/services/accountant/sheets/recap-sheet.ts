import { bookedSales } from '#db/queries/accountant/sales.ts';
import type { RecapMonth } from '#shared/contract/accountant/pack.ts';
import { partsOfSale } from '#shared/domain/books/sale-parts.ts';
import { taxesTurnover } from '#shared/domain/books/turnover.ts';
import { monthOf } from '#shared/domain/calendar/dates.ts';
import type { AreaColumn, Shown } from '../../exports/area-columns.ts';
import type { PackSource, Said } from '../pack.ts';
import { turnoverRecap } from '../recap.ts';
import { type PackSheet, type SheetPlan, sheetOf } from './sheet.ts';

/** What was sold in a month at one rate of tax. Rate in ten-thousandths, money in minor units. */
interface RateMonth {
  readonly month: string;
  readonly rateE4: number;
  netMinor: number;
  taxMinor: number;
}

const NAME: Said = { id: 'Rekap bulanan', en: 'Monthly recap' };
const MONTH: Said = { id: 'Bulan', en: 'Month' };
const ESTIMATE: Said = {
  id: 'Perkiraan menurut PP 55/2022, untuk dipastikan akuntan',
  en: 'Estimate by PP 55/2022, to be confirmed by the accountant',
};
const ABOVE: Said = { id: 'Di atas batas omzet setahun', en: 'Above the ceiling of a year' };

function minor<Row>(title: Said, of: (row: Row) => number): AreaColumn<Row> {
  return { title, type: 'money', cell: (row, { scale }: Shown) => of(row) / scale };
}

function turnoverPlan(source: PackSource): SheetPlan<RecapMonth> {
  const { db, period, settings } = source;
  const { place, rateE4 } = settings.books.recap;
  const rate = rateE4 / 10_000;
  return {
    name: NAME,
    columns: [
      { title: MONTH, type: 'text', width: 10, cell: ({ month }) => month },
      {
        title: { id: 'Tempat Usaha', en: 'Place of Business' },
        type: 'text',
        cell: () => (place === '' ? settings.shopName : place),
      },
      minor({ id: 'Penjualan Kotor', en: 'Gross Sales' }, (row) => row.grossMinor),
      minor({ id: 'Retur', en: 'Returns' }, (row) => row.returnsMinor),
      minor({ id: 'Omzet Bruto', en: 'Gross Turnover' }, (row) => row.turnoverMinor),
      minor({ id: 'Omzet Kumulatif', en: 'Cumulative Turnover' }, (row) => row.cumulativeMinor),
      minor({ id: 'Omzet Kena Pajak', en: 'Taxable Turnover' }, (row) => row.taxableMinor),
      { title: { id: 'Tarif %', en: 'Rate %' }, type: 'decimal', cell: () => rate },
      minor({ id: 'PPh Final Terutang', en: 'Final Tax Due' }, (row) => row.taxMinor),
      { title: { id: 'PPh Final Disetor', en: 'Final Tax Paid' }, type: 'money', cell: () => null },
      {
        title: { id: 'Keterangan', en: 'Remark' },
        type: 'text',
        width: 50,
        cell: ({ isAboveCeiling }, { language }) =>
          [ESTIMATE, ...(isAboveCeiling ? [ABOVE] : [])].map((said) => said[language]).join('. '),
      },
    ],
    rows: () => rowsOf(turnoverRecap(db, period, settings)),
    sums: [],
  };
}

async function* rowsOf<Row>(rows: Promise<Iterable<Row>>): AsyncGenerator<Row> {
  yield* await rows;
}

/** What was sold and taxed in each month of the period, by rate. */
async function ratesOf({ db, period }: PackSource): Promise<RateMonth[]> {
  const found = new Map<string, RateMonth>();
  for await (const sale of bookedSales(db, period)) {
    const { parts, rest } = partsOfSale(sale, sale.lines);
    const month = monthOf(sale.soldOn);
    for (const [index, part] of [...parts, ...(rest === null ? [] : [rest])].entries()) {
      const rateE4 = sale.lines[index]?.taxRateE4 ?? 0;
      const key = `${month} ${String(rateE4).padStart(5, '0')}`;
      const its = found.get(key) ?? { month, rateE4, netMinor: 0, taxMinor: 0 };
      its.netMinor += part.netMinor;
      its.taxMinor += part.taxMinor;
      found.set(key, its);
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, its]) => its);
}

function ratesPlan(source: PackSource): SheetPlan<RateMonth> {
  const { netMinor, taxMinor } = source.figures;
  return {
    name: NAME,
    columns: [
      { title: MONTH, type: 'text', width: 10, cell: ({ month }) => month },
      { title: { id: 'Tarif %', en: 'Rate %' }, type: 'decimal', cell: (row) => row.rateE4 / 100 },
      minor({ id: 'Penjualan Bersih', en: 'Net Sales' }, (row) => row.netMinor),
      minor({ id: 'Pajak', en: 'Tax' }, (row) => row.taxMinor),
    ],
    rows: () => rowsOf(ratesOf(source)),
    sums: [
      {
        title: { id: 'Penjualan bersih', en: 'Net sales' },
        of: (row) => row.netMinor,
        expectedMinor: netMinor,
      },
      { title: { id: 'Pajak', en: 'Tax' }, of: (row) => row.taxMinor, expectedMinor: taxMinor },
    ],
  };
}

/** Turnover and what is taxed of it, month by month; elsewhere net sales and tax by rate. */
export function recapSheet(source: PackSource): PackSheet {
  return taxesTurnover(source.settings)
    ? sheetOf(turnoverPlan(source), source.shown)
    : sheetOf(ratesPlan(source), source.shown);
}
