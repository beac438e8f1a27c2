import { soldThrough } from '#db/queries/insights.ts';
import { notErased } from '#db/queries/segments/conditions.ts';
import { idsWhere } from '#db/queries/segments/counts.ts';
import { readSegment } from '#db/queries/segments/segments.ts';
import type { SegmentPicture } from '#shared/contract/segments/picture.ts';
import { fewestPeople } from '#shared/domain/picture/few.ts';
import { notFound } from '#shared/errors.ts';
import type { ReadContext } from '../../../context.ts';
import type { Asking } from '../reckoned.ts';
import { wheresOfSegment } from '../whom.ts';
import { muchFigures, whenFigures } from './bought.ts';
import { complainedFigures, saidFigures } from './said.ts';
import type { Sides } from './sides.ts';
import { whatFigures } from './what.ts';
import { whereFigures, whoFigures } from './who.ts';

/** Who the customers of a segment are, what they buy, when, for how much, and what they say: nobody by name. */
export async function pictureOf(
  ctx: ReadContext & Asking,
  { id }: { readonly id: number },
): Promise<SegmentPicture> {
  const { db, today, settings } = ctx;
  const segment = await readSegment(db, id);
  if (segment === null) throw notFound('segment');
  const members = new Set<number>(await idsWhere(db, await wheresOfSegment(ctx, id)));
  const everybody = await idsWhere(db, [notErased]);
  const others = new Set<number>(everybody.filter((one) => !members.has(one)));
  const sides: Sides = { members, others };
  const through = await soldThrough(db, today);
  const front = {
    ...{ shopName: settings.shopName, name: segment.name, today, through },
    ...{ people: members.size, everybody: everybody.length },
  };
  if (members.size < fewestPeople) return { ...front, figures: null };
  const { counted, ...when } = await whenFigures(ctx, sides, through);
  return {
    ...front,
    figures: {
      ...(await whoFigures(ctx, sides)),
      ...(await whereFigures(ctx, sides)),
      ...(await whatFigures(ctx, sides, { through, buyers: counted.own })),
      ...when,
      ...(await muchFigures(ctx, sides, { through, counted })),
      ...(await complainedFigures(ctx, sides)),
      ...(await saidFigures(ctx, sides)),
    },
  };
}
