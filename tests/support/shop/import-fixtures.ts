import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connection, openConnection } from '#db/file/client.ts';
import { migrate } from '#db/file/migrate.ts';
import { writeSettings } from '#db/queries/settings.ts';
import type { TaskContext } from '#electron/context.ts';
import { addChosenFiles } from '#electron/services/imports/draft-files.ts';
import { importTasks } from '#electron/services/imports/tasks.ts';
import { shopPaths } from '#electron/shop-file/shop-paths.ts';
import type { ImportReport } from '#shared/contract/imports.ts';
import type { Draft, DraftColumn, DraftSource } from '#shared/contract/imports-draft.ts';
import { contract, type Output, type Parsed } from '#shared/contract/index.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';

type Configured = Omit<Parsed<'imports.configure'>, 'draftId'>;
type Rows = Partial<Parsed<'imports.rows'>> & { sourceId: number };

/** An empty shop in a folder of its own, with the import's tasks run in this process. */
export interface ImportShop {
  readonly connection: Connection;
  readonly folder: string;
  readonly ctx: TaskContext;
  /** Writes a file and gives back its path. */
  file(name: string, text: string | Buffer): Promise<string>;
  /** A draft with these files, inspected. */
  inspect(...paths: readonly string[]): Promise<Draft>;
  configure(draft: Draft, change: Configured): Promise<Draft>;
  check(draft: Draft): Promise<ImportReport>;
  rows(draft: Draft, wanted: Rows): Promise<Output<'imports.rows'>>;
  commit(draft: Draft): Promise<Output<'imports.commit'>>;
  /** Inspects and commits with no manual setting. */
  import(...paths: readonly string[]): Promise<Output<'imports.commit'>>;
  undo(importId: number): Promise<Output<'imports.undo'>>;
  one<T = number>(sql: string, ...values: readonly unknown[]): T;
  all<T>(sql: string, ...values: readonly unknown[]): T[];
  close(): Promise<void>;
}

export interface ShopOptions {
  readonly settings?: Partial<ShopSettings>;
  readonly today?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: TaskContext['progress'];
}

function contextOf(folder: string, connection: Connection, options: ShopOptions): TaskContext {
  const today = options.today ?? '2026-06-15';
  let ids = 0;
  let seconds = 0;
  const instant = (): string => {
    seconds += 1;
    return `${today}T05:00:00.${String(seconds).padStart(3, '0')}Z`;
  };
  return {
    clock: { now: () => Date.parse(`${today}T05:00:00Z`), instant, today: () => today },
    ids: {
      next: () => {
        ids += 1;
        return `draft-${ids}`;
      },
    },
    log: { info: () => undefined, error: () => undefined },
    shop: { paths: shopPaths(folder), isSample: false, appVersion: '0.0.0' },
    signal: options.signal ?? new AbortController().signal,
    open: () => connection,
    progress: options.onProgress ?? (() => undefined),
    exclusive: (run) => run(),
  };
}

/** Opens an empty shop for one test. */
export async function openImportShop(options: ShopOptions = {}): Promise<ImportShop> {
  const folder = await mkdtemp(join(tmpdir(), 'langgan-import-'));
  const connection = openConnection(join(folder, 'langgan.db'), { isNew: true });
  await migrate(connection.raw, async () => undefined);
  await connection.db
    .transaction()
    .execute((db) => writeSettings(db, { shopName: 'Uji', ...options.settings }));
  const ctx = contextOf(folder, connection, options);
  const place = { staging: ctx.shop.paths.staging, ids: ctx.ids };
  const { raw } = connection;
  const shop: ImportShop = {
    connection,
    folder,
    ctx,
    file: async (name, text) => {
      await mkdir(join(folder, 'from'), { recursive: true });
      const path = join(folder, 'from', name);
      await writeFile(path, text);
      return path;
    },
    inspect: async (...paths) => {
      const { draftId } = await addChosenFiles(place, null, paths);
      return checkedDraft(await importTasks['imports.inspect'](ctx, { draftId }, null));
    },
    configure: async (draft, change) =>
      checkedDraft(
        await importTasks['imports.configure'](ctx, { draftId: draft.id, ...change }, null),
      ),
    check: async (draft) =>
      contract['imports.check'].output.parse(
        await importTasks['imports.check'](ctx, { draftId: draft.id }, null),
      ),
    rows: (draft, wanted) =>
      importTasks['imports.rows'](
        ctx,
        {
          draftId: draft.id,
          outcome: null,
          problem: null,
          value: null,
          afterRow: 0,
          limit: 200,
          ...wanted,
        },
        null,
      ),
    commit: (draft) => importTasks['imports.commit'](ctx, { draftId: draft.id }, null),
    import: async (...paths) => {
      const draft = await shop.inspect(...paths);
      return importTasks['imports.commit'](ctx, { draftId: draft.id }, null);
    },
    undo: (importId) => importTasks['imports.undo'](ctx, { importId: importId as never }, null),
    one: (sql, ...values) =>
      raw
        .prepare(sql)
        .pluck()
        .get(...values) as never,
    all: (sql, ...values) => raw.prepare(sql).all(...values) as never,
    close: async () => {
      await connection.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return shop;
}

function checkedDraft(draft: Draft): Draft {
  return contract['imports.inspect'].output.parse(draft);
}

/** The only source of a draft, or the one of that file. */
export function sourceIn(draft: Draft, fileName?: string): DraftSource {
  const found = draft.sources.filter(
    (each) => fileName === undefined || each.fileName === fileName,
  );
  const [source] = found;
  if (source === undefined || found.length > 1) throw new Error(`${found.length} sources`);
  return source;
}

export function columnIn(source: DraftSource, header: string): DraftColumn {
  const column = source.columns.find((each) => each.header === header);
  if (column === undefined) throw new Error(`no column ${header}`);
  return column;
}

/** read = added + updated + unchanged + skipped + wrong. */
export function addsUp({ counts }: ImportReport): boolean {
  const { read, added, updated, unchanged, skipped, wrong } = counts;
  return read === added + updated + unchanged + skipped + wrong;
}
