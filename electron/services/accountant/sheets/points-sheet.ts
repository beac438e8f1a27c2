import { type PointHolder, pointHolders, pointsHeldOn } from '#db/queries/loyalty/held.ts';
import type { PackSource } from '../pack.ts';
import type { SheetPlan } from './sheet.ts';

async function* rowsOf({ db, period }: PackSource): AsyncGenerator<PointHolder> {
  const found = await pointsHeldOn(db, period.to);
  if (found !== null) yield* pointHolders(db, found.held);
}

/** Who holds points at the period's end, and what they are worth; null: there was no programme. */
export function pointsSheet(source: PackSource): SheetPlan<PointHolder> | null {
  const { points } = source.figures;
  if (points === null) return null;
  const { pointMinor, minor } = points;
  return {
    name: { id: 'Poin', en: 'Points' },
    columns: [
      {
        title: { id: 'Nama Pelanggan', en: 'Customer Name' },
        type: 'text',
        width: 24,
        cell: ({ customer }) => customer,
      },
      { title: { id: 'No HP', en: 'Phone' }, type: 'phone', cell: ({ phone }) => phone },
      { title: { id: 'Poin', en: 'Points' }, type: 'integer', cell: (row) => row.points },
      {
        title: { id: 'Nilai Satu Poin', en: 'Worth of One Point' },
        type: 'money',
        cell: (_, { scale }) => (pointMinor === 0 ? null : pointMinor / scale),
      },
      {
        title: { id: 'Nilai', en: 'Worth' },
        type: 'money',
        cell: (row, { scale }) => (pointMinor === 0 ? null : (row.points * pointMinor) / scale),
      },
      {
        title: { id: 'Paling Cepat Hangus Setelah', en: 'First Run Out After' },
        type: 'date',
        cell: ({ endOn }) => endOn,
      },
    ],
    rows: () => rowsOf(source),
    sums: [
      {
        title:
          pointMinor === 0
            ? {
                id: 'Nilai poin beredar (nilai satu poin belum ditetapkan)',
                en: 'Worth of points held (no value of a point is set)',
              }
            : { id: 'Nilai poin beredar', en: 'Worth of points held' },
        of: (row) => row.points * pointMinor,
        expectedMinor: minor,
      },
    ],
  };
}
