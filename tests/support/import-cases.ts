import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportReport } from '#shared/contract/imports.ts';
import type { Draft, DraftColumn } from '#shared/contract/imports-draft.ts';
import { sharedData } from './shared-data.ts';
import { type ImportShop, openImportShop } from './shop/import-fixtures.ts';

const folder = sharedData('import-cases');

/** What stands beside a case: what its columns are, what must come in, or words for a person. */
export interface Expectation {
  readonly truth?: Readonly<Record<string, readonly string[]>>;
  readonly note?: string;
  readonly expected?: string;
  readonly or?: string;
  readonly customers?: number;
  readonly 'customers after both'?: number;
  readonly sales?: number | string;
  readonly lines?: number;
  readonly products?: number;
  readonly wrong?: number;
  readonly money?: string;
  readonly dates?: readonly string[];
  readonly zips?: readonly string[];
  readonly mails?: number;
  readonly separator?: string;
  readonly phones?: readonly (readonly [string, readonly string[]])[];
}

export interface ImportCase {
  readonly name: string;
  readonly path: string;
  readonly expectation: Expectation;
}

/** The cases whose names begin so; none where the folder is not there. */
export function importCases(start: string): ImportCase[] {
  if (folder === null) return [];
  return readdirSync(folder)
    .filter((file) => file.startsWith(start) && !file.endsWith('.json'))
    .sort()
    .map((file) => {
      const name = file.slice(0, file.lastIndexOf('.'));
      const text = readFileSync(join(folder, `${name}.expect.json`), 'utf8');
      return { name, path: join(folder, file), expectation: JSON.parse(text) as Expectation };
    });
}

/** What became of a case: how it was read, what was asked, and what the shop holds afterwards. */
export interface Outcome {
  readonly draft: Draft;
  /** Columns as they were before anything was answered. */
  readonly columns: readonly DraftColumn[];
  readonly asked: readonly string[];
  readonly blockers: readonly string[];
  /** Null: it was not ready. */
  readonly report: ImportReport | null;
}

/** Answers every open question with the likely option, else with the first. */
async function answered(shop: ImportShop, draft: Draft): Promise<Draft> {
  let current = draft;
  for (const { id: sourceId, columns } of draft.sources.filter((each) => each.isIncluded)) {
    for (const { index, question } of columns) {
      if (question === null) continue;
      const { value = '' } =
        question.options.find((each) => each.likely) ?? question.options[0] ?? {};
      const part = {
        'date-order': 'dateOrder',
        'number-style': 'numberStyle',
        discount: 'discount',
      };
      const key = question.kind in part ? part[question.kind as keyof typeof part] : null;
      current = await shop.configure(
        current,
        key === null
          ? { sourceId, fields: { [index]: value } }
          : { sourceId, readings: { [index]: { [key]: value } } },
      );
    }
  }
  return current;
}

/** Takes a case through the real import, into a shop that stays open. */
export async function runCase(shop: ImportShop, path: string): Promise<Outcome> {
  const draft = await shop.inspect(path);
  const included = draft.sources.filter((source) => source.isIncluded);
  const columns = included.flatMap((source) => source.columns);
  const ready = draft.isReady ? draft : await answered(shop, draft);
  return {
    draft,
    columns,
    asked: columns.flatMap(({ question }) => question?.kind ?? []),
    blockers: included.flatMap((source) => source.blockers),
    report: ready.isReady ? (await shop.commit(ready)).report : null,
  };
}

/** Runs one case in a shop of its own. */
export async function withCase<T>(
  path: string,
  look: (outcome: Outcome, shop: ImportShop) => T | Promise<T>,
): Promise<T> {
  const shop = await openImportShop();
  try {
    return await look(await runCase(shop, path), shop);
  } finally {
    await shop.close();
  }
}
