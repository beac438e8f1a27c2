import type { Cell } from '../cell.ts';
import { isListTitle } from './list-kind.ts';
import { shapeText } from './shapes.ts';
import { isKnownHeader, matchHeader } from './synonyms.ts';
import { joinTitles } from './titles/second-row.ts';
import { newShape } from './value-shape.ts';

export interface HeaderRow {
  /** 0-based index into the rows given; null: the file has no titles. */
  readonly index: number | null;
  readonly confidence: 'sure' | 'likely' | 'check';
}

const SEARCHED = 40;

interface RowLook {
  readonly filled: number;
  readonly words: number;
  readonly values: number;
  readonly known: number;
  readonly distinct: number;
}

const shape = newShape();

function isValue(cell: string | number | boolean): boolean {
  if (typeof cell !== 'string') return true;
  shapeText(cell, shape);
  return shape.number !== null || shape.date !== null || shape.phone || shape.email || shape.masked;
}

function lookAt(row: readonly Cell[]): RowLook {
  let filled = 0;
  let values = 0;
  let known = 0;
  const texts = new Set<string>();
  for (const cell of row) {
    if (cell === null || (typeof cell === 'string' && cell.trim() === '')) continue;
    filled++;
    texts.add(String(cell).trim());
    // A title that must be filled in often has stars around it, as hidden names have.
    if (typeof cell === 'string' && isTitle(cell)) known++;
    else if (isValue(cell)) values++;
  }
  return { filled, words: filled - values, values, known, distinct: texts.size };
}

/** Whether a text is one that stands over columns. */
function isTitle(cell: string): boolean {
  if (cell.length > 60) return false;
  if (isKnownHeader(cell) || isListTitle(cell)) return true;
  return cell.trim().split(/\s+/).length <= 5 && matchHeader(cell).length > 0;
}

/** Usual count of filled cells in the rows that follow. */
function widthAfter(looks: readonly RowLook[], index: number): number {
  const counts = looks
    .slice(index + 1, index + 21)
    .map((look) => look.filled)
    .filter((filled) => filled > 0)
    .sort((a, b) => a - b);
  return counts[Math.floor(counts.length / 2)] ?? 0;
}

function score(look: RowLook, width: number): number {
  if (look.filled === 0 || look.words < look.filled * 0.7) return 0;
  if (look.filled < Math.max(1, width * 0.5)) return 0;
  const coverage = Math.min(1, look.filled / Math.max(1, width));
  const repeats = 1 - (look.filled - look.distinct) / look.filled;
  return (look.known * 3 + look.words * 0.5) * coverage * repeats;
}

/** Whether text stands over numbers or dates in at least one column, as titles do. */
function standsOverValues(rows: readonly (readonly Cell[])[], index: number): boolean {
  const below = rows.slice(index + 1, index + 11);
  const top = rows[index] ?? [];
  return top.some((title, column) => {
    if (typeof title !== 'string' || title.trim() === '' || isValue(title)) return false;
    const cells = below
      .map((row) => row[column] ?? null)
      .filter((cell) => cell !== null && cell !== '');
    return cells.length > 0 && cells.every((cell) => cell !== null && isValue(cell));
  });
}

/** The titles of rows one above the other, where the lower goes on with the upper; else the lower's. */
export function titlesOf(above: readonly Cell[] | null, row: readonly Cell[]): readonly Cell[] {
  return (above === null ? null : joinTitles(above, row, isTitle)) ?? row;
}

/** Rows below the titles that go on with them are titles too. */
function lastOfTitles(rows: readonly (readonly Cell[])[], first: number): number {
  let titles = rows[first] ?? [];
  let last = first;
  for (;;) {
    const next = rows[last + 1];
    const joined = next === undefined ? null : joinTitles(titles, next, isTitle);
    if (joined === null) return last;
    titles = joined;
    last++;
  }
}

/**
 * Finds the row that holds the column titles, under title lines and blank lines, among the first 40.
 * It is mostly words, about as wide as the rows below, and either has words we know as titles
 * (`sure` from two, or half of them) or stands over columns of values (`likely`). Where titles take
 * several rows, it is the last of them.
 */
export function findHeaderRow(rows: readonly (readonly Cell[])[]): HeaderRow {
  const looks = rows.slice(0, SEARCHED + 21).map(lookAt);
  let best = -1;
  let bestScore = 0;
  for (let index = 0; index < Math.min(looks.length, SEARCHED); index++) {
    const look = looks[index];
    if (look === undefined) continue;
    const found = score(look, widthAfter(looks, index));
    // A later row must be clearly better: rows of data hold words that are titles elsewhere.
    if (found > bestScore * 1.2) {
      if (look.known > 0 || (best < 0 && standsOverValues(rows, index))) {
        best = index;
        bestScore = found;
      }
    }
  }
  const look = looks[best];
  if (look === undefined) return { index: null, confidence: noHeaderConfidence(looks) };
  const index = lastOfTitles(rows, best);
  if (look.known >= 2 || look.known >= look.filled * 0.5) return { index, confidence: 'sure' };
  return { index, confidence: standsOverValues(rows, best) ? 'likely' : 'check' };
}

/** Values from the very first row on leave no room for titles. */
function noHeaderConfidence(looks: readonly RowLook[]): 'sure' | 'likely' | 'check' {
  const first = looks.find((look) => look.filled > 0);
  if (first === undefined) return 'check';
  if (first.values === first.filled) return 'sure';
  return first.values > 0 ? 'likely' : 'check';
}
