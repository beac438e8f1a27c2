import type { SheetCell } from '../sheets/part.ts';
import type { SheetKey, Speaking } from '../sheets/speaking.ts';
import type { Standing } from './standing.ts';

/** A row that has a day, and where that lies. */
export interface Due {
  readonly on: string | null;
  readonly standing: Standing;
}

/** Whom a row is of. */
export interface Whose {
  readonly customerId: number | null;
  readonly customerName: string | null;
  readonly isInTrash?: boolean;
}

export function textCell(value: string | number | null): SheetCell {
  return { value };
}

/** The day by which it is due, and whether that is over. */
export function dueCell({ on, standing }: Due): SheetCell {
  return { value: on, isLate: standing === 'late' };
}

/** Who it is, opening their page, and whether they are in the trash; `nobody` where it is of no customer. */
export function whoCell(
  { say }: Speaking,
  { customerId, customerName, isInTrash }: Whose,
  nobody: SheetKey,
): SheetCell {
  if (customerId === null) return { value: say(nobody) };
  const name = customerName ?? '';
  const called = name === '' ? say('customers.noName') : name;
  const value = isInTrash === true ? say('handover.inTrash', { name: called }) : called;
  return { value, to: { kind: 'customer', id: customerId } };
}
