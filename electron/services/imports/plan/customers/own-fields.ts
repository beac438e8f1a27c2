import type { RawHandle } from '#db/file/client.ts';
import { ownFieldsIn } from '#db/queries/customers/own-fields.ts';
import type { PlannedRow } from '#db/table-facts.ts';
import type { Cell } from '#shared/domain/cell.ts';
import type { OwnColumn } from '#shared/domain/own-fields/own-column.ts';
import {
  choiceOf,
  fieldKey,
  longestChoice,
  mostChoices,
  mostOwnFields,
  type OwnFieldType,
} from '#shared/domain/own-fields/own-fields.ts';
import { type OwnReading, readOwnCell } from '#shared/domain/own-fields/read-cell.ts';
import { isMasked } from '#shared/domain/text/names.ts';
import { isBlankText } from '#shared/domain/text/number-text.ts';
import type { SourceState } from '../../draft-store.ts';
import { cellText } from '../cells.ts';
import type { NextIds } from '../next-ids.ts';
import type { Problem } from '../outcomes.ts';

/** What a cell says of a field: its value, or why it is none (a key of the locale's `problem.*`). */
export type OwnCell = { readonly value: string } | { readonly problem: string };

/** A field of the customer as the plan fills it: there already, or made of a column. */
export class OwnSlot {
  readonly id: number;
  readonly name: string;
  readonly type: OwnFieldType;
  readonly choices: string[];
  readonly isNew: boolean;
  /** Somebody has a value by this plan: a field that nobody has is not made. */
  isUsed = false;

  constructor(field: Pick<OwnSlot, 'id' | 'name' | 'type' | 'isNew'> & { choices: string[] }) {
    this.id = field.id;
    this.name = field.name;
    this.type = field.type;
    this.choices = field.choices;
    this.isNew = field.isNew;
  }

  read(cell: Cell, text: string, reading: OwnReading): OwnCell {
    const value = readOwnCell(this, cell, text, { ...reading, takesAnyChoice: this.isNew });
    if (value === null)
      return { problem: this.type === 'choice' ? 'own-not-a-choice' : 'own-not-read' };
    if (this.type !== 'choice' || choiceOf(this.choices, value) !== null) return { value };
    if (value.length > longestChoice || this.choices.length >= mostChoices)
      return { problem: 'own-not-a-choice' };
    this.choices.push(value);
    return { value };
  }
}

/** The fields of the customer that a plan fills. */
export class OwnFieldBook {
  readonly #byKey = new Map<string, OwnSlot>();
  readonly #ids: NextIds;
  readonly #last: number;

  constructor(raw: RawHandle, ids: NextIds) {
    this.#ids = ids;
    const fields = ownFieldsIn(raw);
    this.#last = fields.length;
    for (const field of fields)
      this.#byKey.set(
        fieldKey(field.name),
        new OwnSlot({ ...field, choices: [...field.choices], isNew: false }),
      );
  }

  /** The field that a column is kept as; null: there are as many as there may be. */
  of({ name, type }: OwnColumn): OwnSlot | null {
    const key = fieldKey(name);
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    if (this.#byKey.size >= mostOwnFields) return null;
    const slot = new OwnSlot({
      ...{ id: this.#ids.of('custom_fields'), name, type, choices: [], isNew: true },
    });
    this.#byKey.set(key, slot);
    return slot;
  }

  /** Rows of the fields that the plan makes. */
  rows(): PlannedRow<'custom_fields'>[] {
    return [...this.#byKey]
      .filter(([, { isNew, isUsed }]) => isNew && isUsed)
      .map(([name_key, { id, name, type, choices }], at) => ({
        ...{ id, name, name_key, type, choices: JSON.stringify(choices) },
        position: this.#last + at,
      }));
  }
}

/** A column that is kept as a field of the customer. */
interface OwnSource {
  readonly column: number;
  /** Null: there are as many fields as there may be. */
  readonly field: OwnSlot | null;
  readonly reading: OwnReading;
}

/** The columns of a source that are kept as fields of the customer. */
export function ownSources({ columns, date1904 }: SourceState, fields: OwnFieldBook): OwnSource[] {
  return columns.flatMap(({ index, own, reading }) =>
    own === null
      ? []
      : [{ column: index, field: fields.of(own), reading: { ...reading, excel1904: date1904 } }],
  );
}

/** What a row says of such fields; what does not fit them is a problem of the row, and is not taken. */
export function readOwn(
  row: readonly Cell[],
  sources: readonly OwnSource[],
  problems: Problem[],
): { readonly field: OwnSlot; readonly value: string }[] {
  return sources.flatMap(({ column, field, reading }) => {
    const text = cellText(row[column]);
    if (text === '' || isMasked(text)) return [];
    // A dash is a word where words are kept, and nothing where none fits.
    if (field?.type !== 'yesno' && isBlankText(text)) return [];
    const read = field?.read(row[column] ?? null, text, reading) ?? { problem: 'own-too-many' };
    if ('value' in read && field !== null) return [{ field, value: read.value }];
    if ('problem' in read) problems.push({ problem: read.problem, column, value: text });
    return [];
  });
}
