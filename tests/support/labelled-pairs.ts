import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '#build/engine.ts';
import type { PersonFacts } from '#shared/domain/people/person.ts';

/** Two records, and whether they are one person: known, because we made them. */
export interface LabelledPair {
  readonly isSame: boolean;
  readonly kind: string;
  readonly a: PersonFacts;
  readonly b: PersonFacts;
}

const columns = ['name', 'phone', 'email', 'code', 'birthday', 'gender', 'street', 'city'] as const;

function factsOf(id: number, cells: readonly string[]): PersonFacts {
  const of = (column: (typeof columns)[number]) => cells[columns.indexOf(column)] ?? '';
  const list = (text: string) => (text === '' ? [] : [text]);
  const orNull = (text: string) => (text === '' ? null : text);
  return {
    ...{ id, name: of('name'), phones: list(of('phone')), emails: list(of('email')) },
    ...{ codes: list(of('code')), birthdayOn: orNull(of('birthday')) },
    ...{ gender: orNull(of('gender')), street: orNull(of('street')), city: orNull(of('city')) },
  };
}

/** The 500 pairs of `tests/fixtures/people/pairs.csv`: invented, each of a kind that shops have. */
export function labelledPairs(): LabelledPair[] {
  const text = readFileSync(join(root, 'tests', 'fixtures', 'people', 'pairs.csv'), 'utf8');
  const [, ...lines] = text.trim().split(/\r?\n/);
  return lines.map((line, at) => {
    const [label = '', kind = '', ...cells] = line.split(';');
    return {
      isSame: label === 'same',
      kind,
      a: factsOf(2 * at + 1, cells.slice(0, columns.length)),
      b: factsOf(2 * at + 2, cells.slice(columns.length)),
    };
  });
}
