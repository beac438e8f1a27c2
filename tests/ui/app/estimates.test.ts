import { expect, test } from 'vitest';
import { en, id } from '#shared/locale/index.ts';

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const here = path === '' ? key : `${path}.${key}`;
    return typeof value === 'string' ? [[here, value] as const] : leaves(value, here);
  });
}

/** Sentences that say an estimate as a figure: each has to say between what it lies. */
const estimates = [
  'insights.predicted.finding',
  'insights.predicted.note',
  'insights.predicted.buyersSoon',
  'insights.predicted.atMargin',
  'insights.time.forecast.weeks.finding',
  'insights.time.forecast.months.finding',
  'insights.time.season.finding',
  'insights.time.range',
  'insights.comingBack.cohorts.finding',
  'insights.comingBack.repeat.finding',
  'insights.comingBack.gone.finding',
  'insights.comingBack.lifetime.finding',
  'insights.comingBack.shareRange',
  'insights.referrals.finding',
  'insights.referrals.worth.spent',
  'insights.products.pairs.finding',
  'insights.slipping.tried',
  'insights.report.purchases',
  'loyalty.pays.bought',
  'customer.worth.rangeAhead',
  'customer.worth.between',
] as const;

/** Sentences that sound like one and need none, each with why. */
const others: Readonly<Record<string, string>> = {
  'insights.best.all': 'how many are listed below, counted',
  'insights.best.plotted': 'what the column is; each row has its range',
  'insights.past.plotted': 'what is plotted: what was expected on days gone by',
  'insights.predicted.rough': 'how many have bought, counted',
  'insights.predicted.thin.fewCustomers': 'how many have bought, counted',
  'insights.time.season.findingOne': 'what was, in the one year that is known; it says so',
  'customer.worth.moneyAhead': 'the name of a figure; its range stands under it',
  'insights.best.finding': 'a share of estimates that stand below it, each with its range',
  'insights.chance.about': 'a chance is the range itself: how often in so many',
  'insights.past.finding.best': 'what was expected on days gone by, held against what came',
  'insights.past.finding.simpler': 'what was expected on days gone by, held against what came',
  'customer.worth.rankOf': 'a place, not an amount',
  'feedback.result.finding.mean': 'the mean of the answers that came, counted',
};

/** Words that a sentence of what is to come, or of what is not quite known, is made of. */
const estimating =
  /\b(about|expected|probably|perkiraan|diperkirakan|sekitar|kira-kira|kemungkinan)\b/i;
const hasFigure = /\{\{(mean|percent|count|amount|value|times|rank)\b/;

function keyOf(path: string): string {
  return path.replace(/_(one|other)$/, '');
}

/** Screens that estimate; elsewhere `about` is about a thing. */
const areas = /^(insights|customer\.(worth|rhythm)|today\.month)/;

test.each([
  ['en', en],
  ['id', id],
] as const)('no estimate is said without its range: %s', (_, tree) => {
  const all = leaves(tree);
  for (const key of estimates) {
    const said = all.filter(([path]) => keyOf(path) === key);
    expect(said.length, key).toBeGreaterThan(0);
    for (const [path, text] of said) {
      expect(text, path).toMatch(/\{\{low\b/);
      expect(text, path).toMatch(/\{\{high\b/);
    }
  }
  const known = new Set<string>([...estimates, ...Object.keys(others)]);
  const forgotten = all.filter(
    ([path, text]) =>
      (/\{\{mean\b/.test(text) ||
        (areas.test(path) && estimating.test(text) && hasFigure.test(text))) &&
      !known.has(keyOf(path)),
  );
  expect(forgotten).toEqual([]);
});
