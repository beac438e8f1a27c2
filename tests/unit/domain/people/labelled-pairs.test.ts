import { describe, expect, it } from 'vitest';
import { findSamePeople } from '#shared/domain/people/find-pairs.ts';
import { personOf } from '#shared/domain/people/person.ts';
import { likenessOf } from '#shared/domain/people/score.ts';
import { tellFigure } from '#tests/support/figures.ts';
import { labelledPairs } from '#tests/support/labelled-pairs.ts';

const pairs = labelledPairs();

/** What a judge says of each pair, counted against what it is. */
function judged(suretyOf: (pair: (typeof pairs)[number]) => string | null) {
  const counts = { automatic: 0, automaticWrong: 0, found: 0, foundWrong: 0, same: 0 };
  const wrong: string[] = [];
  for (const pair of pairs) {
    const surety = suretyOf(pair);
    const words = `${pair.kind}: ${pair.a.name} / ${pair.b.name}`;
    if (pair.isSame) counts.same += 1;
    if (surety === 'certain') counts.automatic += 1;
    if (surety === 'certain' && !pair.isSame) {
      counts.automaticWrong += 1;
      wrong.push(words);
    }
    if (surety !== null && pair.isSame) counts.found += 1;
    if (surety !== null && !pair.isSame) counts.foundWrong += 1;
  }
  return {
    ...counts,
    precision: (counts.automatic - counts.automaticWrong) / counts.automatic,
    recall: counts.found / counts.same,
    wrong,
  };
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

describe('five hundred pairs of which we know whether they are one person', () => {
  it('are told apart one by one', () => {
    expect([pairs.length, pairs.filter(({ isSame }) => isSame).length]).toEqual([500, 250]);
    const { precision, recall, wrong, ...counts } = judged(
      ({ a, b }) => likenessOf(personOf(a), personOf(b)).surety,
    );
    tellFigure(
      'D1',
      `${percent(precision)} of ${counts.automatic} taken for one without asking, ${percent(recall)} of ${counts.same} found or asked about`,
    );
    expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.9);
    expect(counts.automatic).toBeGreaterThan(110);
    // To ask about everything would find everybody too.
    expect(counts.foundWrong / (counts.found + counts.foundWrong)).toBeLessThan(0.3);
  });

  it('are found among all thousand of them', () => {
    const everybody = pairs.flatMap(({ a, b }) => [personOf(a), personOf(b)]);
    const found = new Map(
      findSamePeople(everybody).map(({ a, b, likeness }) => [
        [a.id, b.id].sort((x, y) => x - y).join(' '),
        likeness.surety,
      ]),
    );
    const { precision, recall, wrong, ...counts } = judged(
      ({ a, b }) => found.get(`${a.id} ${b.id}`) ?? null,
    );
    tellFigure(
      'D1',
      `among all thousand: ${percent(precision)} of ${counts.automatic}, ${percent(recall)} of ${counts.same}`,
    );
    expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });
});
