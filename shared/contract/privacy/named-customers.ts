import type { z } from 'zod';
import { customerId } from '../../ids.ts';

/** The parts of a schema's definition that lead to what is inside it. */
interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly options?: readonly z.ZodType[];
}

function inside(definition: Definition, value: object): (readonly [z.ZodType, unknown])[] {
  const { element, valueType, shape = {} } = definition;
  const each = element ?? valueType;
  if (each !== undefined) return Object.values(value).map((one: unknown) => [each, one] as const);
  const fields = value as Readonly<Record<string, unknown>>;
  return Object.entries(shape).map(([name, field]) => [field, fields[name]] as const);
}

function within(schema: z.ZodType, value: unknown): number[] {
  if (value === null || value === undefined) return [];
  if ((schema as unknown) === customerId) return [value as number];
  const definition = schema._zod.def as unknown as Definition;
  const { innerType, options } = definition;
  const wrapped = innerType ?? definition.in;
  if (wrapped !== undefined) return within(wrapped, value);
  if (options !== undefined) {
    const meant = options.find((option) => option.safeParse(value).success);
    return meant === undefined ? [] : within(meant, value);
  }
  if (typeof value !== 'object') return [];
  return inside(definition, value).flatMap(([part, one]) => within(part, one));
}

/**
 * The customers that an input names, wherever it does: derived from its schema, so that a new field is found
 * by itself. Whom `expected` names as well, what is changed was theirs before.
 */
export function namedCustomers(schema: z.ZodType, input: unknown): readonly number[] {
  const shape = (schema._zod.def as unknown as Definition).shape ?? {};
  const { expected, ...given } = (input ?? {}) as Readonly<Record<string, unknown>>;
  const before = shape['expected'] === undefined ? [] : within(shape['expected'], expected);
  const named = within(schema, given);
  return [...new Set(named)].filter((id) => !before.includes(id));
}
