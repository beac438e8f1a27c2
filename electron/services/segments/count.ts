import { customerFacets } from '#db/queries/customers/list.ts';
import { soldThrough } from '#db/queries/insights.ts';
import { tierNames, tiersInUse } from '#db/queries/loyalty/tiers.ts';
import {
  conditionWhere,
  definitionWheres,
  notErased,
  partsWhere,
  partWhere,
  type Reckoned,
} from '#db/queries/segments/conditions.ts';
import { countWhere, firstWhere, sumWhere } from '#db/queries/segments/counts.ts';
import {
  categoriesInUse,
  channelsInUse,
  importNames,
  importsInUse,
  listSegments,
  productNames,
  readSegment,
  type SegmentRow,
  sourcesInUse,
} from '#db/queries/segments/segments.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import {
  type Condition,
  type ConditionGroup,
  conditionsIn,
  isGroup,
  readDefinition,
  type SegmentDefinition,
} from '#shared/contract/segments/conditions.ts';
import type { NamedRecord, StoredSegment } from '#shared/contract/segments/segments.ts';
import { notFound } from '#shared/errors.ts';
import type { SegmentId } from '#shared/ids.ts';
import type { ReadContext } from '../../context.ts';
import { type Asking, reckonFor } from './reckoned.ts';
import { wheresOf } from './whom.ts';

const firstShown = 8;

async function countPart(
  { db }: ReadContext,
  part: Condition | ConditionGroup,
  reckoned: Reckoned,
): Promise<{ count: number; inside: number[] }> {
  const count = await countWhere(db, [partWhere(part, reckoned)]);
  const inside: number[] = [];
  for (const one of isGroup(part) ? part.parts : [])
    inside.push(await countWhere(db, [conditionWhere(one, reckoned)]));
  return { count, inside };
}

/** Counts what is being written. */
export async function countSegment(
  ctx: ReadContext & Asking,
  { definition }: Parsed<'segments.count'>,
): Promise<Output<'segments.count'>> {
  const { db } = ctx;
  const reckoned = await reckonFor(ctx, conditionsIn(definition));
  const wheres = definitionWheres(definition, reckoned);
  const before = await countWhere(db, [partsWhere(definition, reckoned)]);
  const parts: { count: number; inside: number[] }[] = [];
  for (const part of definition.parts) parts.push(await countPart(ctx, part, reckoned));
  const without: number[] = [];
  for (const one of definition.without)
    without.push(
      await countWhere(db, [partsWhere(definition, reckoned), conditionWhere(one, reckoned)]),
    );
  return {
    ...(await sumWhere(db, wheres)),
    customers: await countWhere(db, []),
    through: reckoned.through,
    parts,
    without,
    before,
    first: await firstWhere(db, wheres, firstShown),
  };
}

/** What the records are called that conditions name, each once. */
export async function recordsOf(
  { db }: Pick<ReadContext, 'db'>,
  definition: SegmentDefinition,
): Promise<NamedRecord[]> {
  const named = conditionsIn(definition).flatMap((one) => ('ids' in one ? [one] : []));
  const idsOf = (field: NamedRecord['field']) => [
    ...new Set(named.filter((one) => one.field === field).flatMap(({ ids }) => ids)),
  ];
  const [products, imports, tiers] = [idsOf('product'), idsOf('import'), idsOf('tier')];
  const productsBy = await productNames(db, products);
  const importsBy = await importNames(db, imports);
  const tiersBy = await tierNames(db, tiers);
  return [
    ...products.map((id) => ({ field: 'product' as const, id, name: productsBy.get(id) ?? null })),
    ...imports.map((id) => ({ field: 'import' as const, id, name: importsBy.get(id) ?? null })),
    ...tiers.map((id) => ({ field: 'tier' as const, id, name: tiersBy.get(id) ?? null })),
  ];
}

async function storedOf(ctx: ReadContext, row: SegmentRow): Promise<StoredSegment> {
  const { definition, notUnderstood } = readDefinition(row.definition);
  return {
    id: row.id as SegmentId,
    name: row.name,
    definition,
    notUnderstood,
    records: await recordsOf(ctx, definition),
  };
}

/** Every segment, counted now. */
export async function countedSegments(ctx: ReadContext & Asking): Promise<Output<'segments.list'>> {
  const rows: Output<'segments.list'>['rows'] = [];
  for (const row of await listSegments(ctx.db)) {
    const stored = await storedOf(ctx, row);
    const isCounted = stored.notUnderstood === 0;
    const wheres = isCounted ? await wheresOf(ctx, stored.definition) : [];
    rows.push({ ...stored, counted: isCounted ? await sumWhere(ctx.db, wheres) : null });
  }
  return {
    rows,
    customers: await countWhere(ctx.db, [notErased]),
    through: await soldThrough(ctx.db, ctx.today),
  };
}

export async function oneSegment(
  ctx: ReadContext,
  { id }: Parsed<'segments.get'>,
): Promise<Output<'segments.get'>> {
  const row = await readSegment(ctx.db, id);
  if (row === null) throw notFound('segment');
  return storedOf(ctx, row);
}

/** What conditions can be made of. */
export async function segmentChoices({ db }: ReadContext): Promise<Output<'segments.choices'>> {
  return {
    ...(await customerFacets(db)),
    sources: await sourcesInUse(db),
    channels: await channelsInUse(db),
    categories: await categoriesInUse(db),
    imports: await importsInUse(db),
    tiers: await tiersInUse(db),
  };
}
