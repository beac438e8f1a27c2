import type { RawHandle } from '#db/file/client.ts';
import { calledNow } from '#db/queries/customers/name.ts';
import { fieldOfOwnValue, ownFieldsIn } from '#db/queries/customers/own-fields.ts';
import { type CustomerChange, customerChanges } from '#db/staging/changed-customers.ts';
import { readPlanFact } from '#db/staging/plan.ts';
import type { ImportedChange } from '#shared/contract/imports/changes.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { TaskContext } from '../../context.ts';
import type { OpenDraft } from './draft-store.ts';
import { factNames } from './plan/customers/write.ts';

type Found = Omit<ImportedChange, 'name'>;

const longest = 400;

function textOf(value: unknown): string | null {
  return value === null || value === undefined || value === ''
    ? null
    : String(value).slice(0, longest);
}

function nameOf(column: string): string {
  return (factNames as Readonly<Record<string, string>>)[column] ?? column;
}

/** Finds the name and type of a field that the owner made. */
function ownFieldOf(
  raw: RawHandle,
): (own: NonNullable<CustomerChange['own']>) => ImportedChange['own'] {
  const fields = new Map(
    ownFieldsIn(raw).map(({ id, name, type }) => [Number(id), { name, type }]),
  );
  const fieldOf = fieldOfOwnValue(raw);
  return (own) => {
    if ('planned' in own && own.planned !== null) return own.planned as ImportedChange['own'];
    const id = 'valueId' in own ? fieldOf(own.valueId) : own.fieldId;
    return id === null ? null : (fields.get(id) ?? null);
  };
}

/** What the last check would change of customers who are there; nothing where nothing was checked. */
export async function changesOf(
  ctx: TaskContext,
  draft: OpenDraft,
  { limit }: Parsed<'imports.changes'>,
): Promise<Output<'imports.changes'>> {
  const [replacing, filling]: [Found[], Found[]] = [[], []];
  let [replaced, filled] = [0, 0];
  const isChecked = readPlanFact(draft.staging, 'report') !== undefined;
  const { raw } = ctx.open();
  const ownOf = ownFieldOf(raw);
  for (const { customerId, before, after, own } of isChecked
    ? customerChanges(draft.staging)
    : []) {
    for (const [column, value] of Object.entries(after)) {
      if (column === 'name_key') continue;
      const [was, becomes] = [textOf(before[column]), textOf(value)];
      if (becomes === null) continue;
      if (was === null) filled += 1;
      else replaced += 1;
      const list = was === null ? filling : replacing;
      if (list.length >= limit) continue;
      const field = own === undefined ? nameOf(column) : 'own';
      const found = { customerId, field, own: own === undefined ? null : ownOf(own) };
      list.push({ ...found, before: was, after: becomes } as Found);
    }
  }
  const shown = [...replacing, ...filling].slice(0, limit);
  const changes = shown.map((each) => ({ ...each, name: calledNow(raw, each.customerId) ?? '' }));
  return { changes, replaced, filled };
}
