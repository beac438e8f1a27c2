import * as fc from 'fast-check';
import type { z } from 'zod';

/** What is handed in under a name, rather than made up: the ids of what there is, say. */
export type Known = Readonly<Record<string, readonly unknown[]>>;

/** What is drawn for one schema, wherever it stands. */
export type Drawn = ReadonlyMap<z.ZodType, fc.Arbitrary<unknown>>;

/** The parts of a schema's definition that its inputs are made by. */
interface Definition {
  readonly type: string;
  readonly format?: string;
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[];
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly options?: readonly z.ZodType[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly parts?: readonly (z.ZodType | string)[];
}

interface Check {
  readonly check: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly length?: number;
  readonly value?: number;
  readonly inclusive?: boolean;
  readonly pattern?: RegExp;
}

const days = [
  '0001-01-01',
  '0400-02-29',
  '1899-12-31',
  '1970-01-01',
  '2024-02-29',
  '2026-05-31',
].concat(['2026-06-15', '2026-06-16', '2026-12-31', '2199-12-31', '9999-12-01', '9999-12-31']);
const times = ['00:00:00Z', '03:00:00.000Z', '16:59:59.999Z', '23:59:59Z'];

const texts = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', '0', 'Ratna', '+62 812-5550-0137', 'a\0b') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('‮Budi', "O'Brien; --", '%_', '"*" NEAR(', '👩‍👩‍👧', 'İ'),
  },
  { weight: 1, arbitrary: fc.nat(3000).map((length) => 'ab '.repeat(length)) },
);

function checksOf(definition: Definition): readonly Check[] {
  return (definition.checks ?? []).map(({ _zod }) => _zod.def);
}

function numberFor(definition: Definition): fc.Arbitrary<unknown> {
  const checks = checksOf(definition);
  const isInt = definition.format === 'safeint';
  let [min, max] = [
    isInt ? Number.MIN_SAFE_INTEGER : -1e15,
    isInt ? Number.MAX_SAFE_INTEGER : 1e15,
  ];
  for (const { check, value = 0, inclusive = false } of checks) {
    if (check === 'greater_than') min = inclusive || !isInt ? value : value + 1;
    if (check === 'less_than') max = inclusive || !isInt ? value : value - 1;
  }
  const small = fc.integer({ min: Math.ceil(min), max: Math.min(max, Math.ceil(min) + 8) });
  const any = isInt ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true });
  const near = fc.integer({ min: Math.max(Math.ceil(min), -2), max: Math.min(max, 9) });
  const isNear = Math.max(Math.ceil(min), -2) <= Math.min(max, 9);
  return fc.oneof(small, any, fc.constantFrom(min, max), isNear ? near : any);
}

function textFor(definition: Definition): fc.Arbitrary<unknown> {
  if (definition.format === 'date') return fc.constantFrom(...days);
  if (definition.format === 'datetime')
    return fc
      .tuple(fc.constantFrom(...days), fc.constantFrom(...times))
      .map((two) => two.join('T'));
  const checks = checksOf(definition);
  const pattern = checks.find((check) => check.pattern !== undefined)?.pattern;
  if (pattern !== undefined) return fc.stringMatching(pattern);
  const most = checks.find(({ check }) => check === 'max_length')?.maximum ?? 5000;
  return texts.map((text) => text.slice(0, most));
}

function listFor(
  definition: Definition,
  inside: (schema: z.ZodType) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  let [minLength, maxLength] = [0, 6];
  for (const { check, minimum = 0, maximum = 6, length = 0 } of checksOf(definition)) {
    if (check === 'min_length') minLength = minimum;
    if (check === 'max_length') maxLength = Math.min(maxLength, maximum);
    if (check === 'length_equals') [minLength, maxLength] = [length, length];
  }
  const element = inside(definition.element as z.ZodType);
  return fc.array(element, { minLength, maxLength: Math.max(minLength, maxLength) });
}

function objectFor(
  definition: Definition,
  known: Known,
  inside: (schema: z.ZodType) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const shape = definition.shape ?? {};
  const fields = Object.entries(shape).map(([name, field]) => {
    const made = inside(field);
    const some = known[name];
    const value =
      some === undefined || some.length === 0 ? made : fc.oneof(made, fc.constantFrom(...some));
    return [name, value] as const;
  });
  const mayBeLeftOut = (name: string) => shape[name]?.safeParse(undefined).success === true;
  const requiredKeys = Object.keys(shape).filter((name) => !mayBeLeftOut(name));
  return fc.record(Object.fromEntries(fields), { requiredKeys });
}

/**
 * Inputs that a schema takes, or nearly so: what a rule of its own refuses is among them. Derived from
 * the schema, so that a new field is drawn like any other. Days reach from year 1 to 9999.
 */
export function validInput(
  schema: z.ZodType,
  known: Known = {},
  set: Drawn = new Map(),
): fc.Arbitrary<unknown> {
  const fixed = set.get(schema);
  if (fixed !== undefined) return fixed;
  const inside = (part: z.ZodType) => validInput(part, known, set);
  const definition = schema._zod.def as unknown as Definition;
  const inner = () => inside(definition.innerType as z.ZodType);
  const partOf = (part: z.ZodType | string) =>
    typeof part === 'string' ? fc.constant(part) : inside(part);
  switch (definition.type) {
    case 'object':
      return objectFor(definition, known, inside);
    case 'array':
      return listFor(definition, inside);
    case 'record':
      return fc.dictionary(fc.string(), inside(definition.valueType as z.ZodType));
    case 'union':
      return fc.oneof(...(definition.options ?? []).map(inside));
    case 'nullable':
      return fc.oneof(fc.constant(null), inner());
    case 'optional':
    case 'default':
    case 'prefault':
      return inner();
    case 'pipe':
      return inside(definition.in as z.ZodType);
    case 'enum':
      return fc.constantFrom(...Object.values(definition.entries ?? {}));
    case 'literal':
      return fc.constantFrom(...(definition.values ?? []));
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'number':
      return numberFor(definition);
    case 'string':
      return textFor(definition);
    case 'template_literal':
      return fc.tuple(...(definition.parts ?? []).map(partOf)).map((parts) => parts.join(''));
    case 'never':
      return fc.constant(undefined);
    default:
      throw new Error(`no inputs for ${definition.type}`);
  }
}
