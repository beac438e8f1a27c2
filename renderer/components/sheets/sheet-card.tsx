import { Card } from '#renderer/components/card.tsx';
import { LabelledBars } from '#renderer/components/chart/labelled-bars.tsx';
import type { SheetPart } from '#shared/domain/sheets/part.ts';
import { SheetTable } from './sheet-table.tsx';
import classes from './sheets.module.css';

/** A part of a sheet: what it is about, the answer, the figures, and what has to be said beside them. */
export function SheetCard({ part }: { readonly part: SheetPart }) {
  const { title, finding, notes, chart, tables } = part;
  return (
    <Card title={title}>
      <div className={classes.part}>
        <p className={classes.finding}>{finding}</p>
        {chart !== undefined && (
          <figure className={classes.chart}>
            <figcaption>{chart.title}</figcaption>
            <LabelledBars label={chart.title} bars={chart.bars} />
          </figure>
        )}
        {tables.map((table) => (
          <SheetTable key={table.name} table={table} />
        ))}
        {notes.length > 0 && (
          <ul className={classes.notes}>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}
