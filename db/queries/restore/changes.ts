import type { ReadHandle } from '../../file/client.ts';

/** How many changes were made after an instant. */
export async function countBatchesAfter(db: ReadHandle, at: string): Promise<number> {
  const { count } = await db
    .selectFrom('batches')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('at', '>', at)
    .executeTakeFirstOrThrow();
  return count;
}
