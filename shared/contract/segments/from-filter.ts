import type { CustomerFilter } from '../customers.ts';
import type { Condition, SegmentDefinition } from './conditions.ts';

/** First and last bought between days, both included. */
function boughtBetween(filter: CustomerFilter): Condition[] {
  const ends = [
    ['firstPurchase', filter.firstFrom, filter.firstTo],
    ['lastPurchase', filter.lastFrom, filter.lastTo],
  ] as const;
  return ends.flatMap(([field, from, to]) =>
    from === null && to === null ? [] : [{ field, how: 'between' as const, days: null, from, to }],
  );
}

/** What fields that the owner made hold: one of the values said of a field, and that of each field. */
function ownConditions(own: readonly string[]): Condition[] {
  const usual = { field: 'own', values: [], low: null, high: null } as const;
  const said = own.map((text) => {
    const [, id = '', sign = '', value = ''] = /^(\d+)([=!?])(.*)$/s.exec(text) ?? [];
    return { ownId: Number(id), sign, value };
  });
  const valued = Map.groupBy(
    said.filter(({ sign }) => sign === '='),
    ({ ownId }) => ownId,
  );
  const isValues = [...valued].map(
    ([ownId, values]): Condition => ({
      ...{ ...usual, ownId, way: 'is', values: values.map(({ value }) => value) },
    }),
  );
  const others = said
    .filter(({ sign }) => sign !== '=')
    .map(
      ({ ownId, sign }): Condition => ({
        ...{ ...usual, values: [], ownId, way: sign === '!' ? 'filled' : 'empty' },
      }),
    );
  return [...isValues, ...others];
}

/** What a list's filter asks of what is written down of a customer, as a segment's conditions. */
export function columnConditions(filter: CustomerFilter): readonly Condition[] {
  const { tags, city, importId, clvFromMinor, clvToMinor, offers, quietSince } = filter;
  const conditions: Condition[] = tags.map((tag) => ({
    field: 'tag',
    isNot: false,
    values: [tag],
  }));
  if (city !== null) conditions.push({ field: 'city', isNot: false, values: [city] });
  if (importId !== null) conditions.push({ field: 'import', isNot: false, ids: [importId] });
  if (filter.tiers.length > 0)
    conditions.push({ field: 'tier', isNot: false, ids: [...filter.tiers] });
  if (clvFromMinor !== null || clvToMinor !== null)
    conditions.push({ field: 'value', from: clvFromMinor, to: clvToMinor });
  if (offers !== null) conditions.push({ field: 'offers', isNot: false, values: [offers] });
  if (quietSince !== null) conditions.push({ field: 'quiet', since: quietSince });
  if (filter.referral !== null) {
    const field = filter.referral === 'refers' ? 'refers' : 'referred';
    conditions.push({ field, is: filter.referral !== 'notReferred' });
  }
  if (filter.bought.length > 0)
    conditions.push({ field: 'product', isNot: false, ids: [...filter.bought] });
  if (filter.neverBought !== null)
    conditions.push({ field: 'product', isNot: true, ids: [filter.neverBought] });
  return [...conditions, ...boughtBetween(filter), ...ownConditions(filter.own)];
}

/**
 * A list's filter as conditions to be saved; null where it asks for what no segment can say: a typed text,
 * another segment, whom one customer brought, a day before, spans of days, an estimate, or what is wrong with a record.
 */
export function definitionOf(filter: CustomerFilter): SegmentDefinition | null {
  const { search, segment, on, only, layers, rfm, health } = filter;
  const { boughtIn, notBoughtIn, backMonths, referredBy } = filter;
  const isSayable =
    (only === null || ['slipping', 'returned', 'pointsEnding', 'pointsHeld'].includes(only)) &&
    boughtIn.length + notBoughtIn.length + backMonths.length === 0;
  const isNow = segment === null && referredBy === null && on === null && health === null;
  if (search.trim() !== '' || !isNow || !isSayable) return null;
  const parts: Condition[] = [...columnConditions(filter)];
  if (layers.length > 0) parts.push({ field: 'layer', isNot: false, values: [...layers] });
  if (rfm.length > 0) parts.push({ field: 'rfm', isNot: false, values: [...rfm] });
  if (only === 'slipping') parts.push({ field: 'slipping', is: true });
  if (only === 'returned') parts.push({ field: 'returnsOnly', is: true });
  if (only === 'pointsEnding') parts.push({ field: 'pointsEnding', from: 1, to: null });
  if (only === 'pointsHeld') parts.push({ field: 'points', from: 1, to: null });
  return parts.length === 0 ? null : { match: 'all', parts, without: [] };
}
