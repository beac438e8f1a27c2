import type { Cell } from '#shared/domain/cell.ts';
import type { ExportColumn } from '../../exports/files/table.ts';

/** One bar of a chart, from the left; `text` is its figure as it is written. */
export interface ReportBar {
  readonly name: string;
  readonly value: number;
  readonly text: string;
  readonly isMain: boolean;
}

/** A chart: what it shows, with its units, and its bars. */
export interface ReportChart {
  readonly title: string;
  readonly bars: readonly ReportBar[];
}

/** A column of a report's table; `isInFileOnly`: paper says it in another column's words. */
export interface ReportColumn extends ExportColumn {
  readonly isInFileOnly?: boolean;
}

/** The figures behind a chart. Money in major units, as a person reads it. */
export interface ReportTable {
  /** What its sheet is called. */
  readonly name: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/** One question with its answer in a sentence, its charts and its tables. */
export interface ReportPart {
  readonly question: string;
  readonly finding: string;
  readonly notes: readonly string[];
  readonly charts: readonly ReportChart[];
  readonly tables: readonly ReportTable[];
}

/** A report as it is kept: what stands in front, and its parts. */
export interface WorthReport {
  readonly title: string;
  readonly shopName: string;
  readonly finding: string;
  /** The time that it is of, and the day it was made. */
  readonly facts: readonly string[];
  readonly estimated: readonly string[];
  readonly unsaid: readonly string[];
  readonly parts: readonly ReportPart[];
}
