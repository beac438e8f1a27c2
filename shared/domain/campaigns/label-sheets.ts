/** Sheets of A4 that labels are sold on, by how many stand across and down. */
export const labelSheetNames = ['3x7', '3x8', '2x7'] as const;
export type LabelSheetName = (typeof labelSheetNames)[number];

/** A sheet of labels, in millimetres. What is left of the page lies around them evenly. */
export interface LabelSheet {
  readonly columns: number;
  readonly rows: number;
  readonly width: number;
  readonly height: number;
  /** Between two columns; rows meet. */
  readonly gap: number;
  /** Within a label, where nothing is printed: no printer reaches the edge of a page. */
  readonly padding: number;
}

/** A4, in millimetres. */
export const labelPage = { width: 210, height: 297 } as const;

export const labelSheets: Readonly<Record<LabelSheetName, LabelSheet>> = {
  '3x7': { columns: 3, rows: 7, width: 63.5, height: 38.1, gap: 2.5, padding: 3 },
  '3x8': { columns: 3, rows: 8, width: 70, height: 37, gap: 0, padding: 5 },
  '2x7': { columns: 2, rows: 7, width: 99.1, height: 38.1, gap: 2.5, padding: 3 },
};

/** How many labels are on a sheet. */
export function labelsOn(name: LabelSheetName): number {
  const { columns, rows } = labelSheets[name];
  return columns * rows;
}

/** How many labels the largest sheet has. */
export const mostLabels = Math.max(...labelSheetNames.map(labelsOn));

/** Where one label lies: its sheet from 0, and millimetres from the upper left corner of the page. */
export interface LabelPlace {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The place of the label that is so many after the first of the first sheet, row by row. */
export function labelPlace(name: LabelSheetName, index: number): LabelPlace {
  const { columns, rows, width, height, gap } = labelSheets[name];
  const left = (labelPage.width - columns * width - (columns - 1) * gap) / 2;
  const top = (labelPage.height - rows * height) / 2;
  const onPage = index % (columns * rows);
  return {
    page: Math.floor(index / (columns * rows)),
    x: left + (onPage % columns) * (width + gap),
    y: top + Math.floor(onPage / columns) * height,
    ...{ width, height },
  };
}
