import type { Output } from '#shared/contract/index.ts';
import { minorDigits } from '#shared/domain/currency.ts';
import type { ReportPart } from './part.ts';
import type { Words } from './words.ts';

export type Predicted = Output<'insights.predicted'>;
export type Worth = Output<'insights.worth'>;

/** Amounts of minor units as a workbook has them. */
export function majorOf({ currency }: Words): (minor: number) => number {
  const scale = 10 ** minorDigits(currency);
  return (minor) => Math.round(minor) / scale;
}

/** The same of a mean or a formula's figure: without the sen that nobody pays in. */
export function computedOf(words: Words): (minor: number) => number {
  const major = majorOf(words);
  return words.currency === 'IDR' ? (minor) => Math.round(major(minor)) : major;
}

/** Why nothing can be predicted; null: it is. */
export function thinSentence({ say }: Words, { basis, customers }: Predicted): string | null {
  if (basis.kind !== 'thin') return null;
  const { reason, needs } = basis;
  if (reason === 'nobody') return say('insights.predicted.thin.nobody');
  if (reason === 'no-repeats') return say('insights.predicted.thin.noRepeats');
  if (reason === 'short-history') return say('insights.predicted.thin.shortHistory');
  return say('insights.predicted.thin.fewCustomers', { count: customers, needs });
}

/** What is expected with its range, or why nothing is. */
export function predictedSentence(words: Words, predicted: Predicted): string {
  const { basis, total } = predicted;
  if (basis.kind === 'thin' || total === null) return thinSentence(words, predicted) ?? '';
  const count = basis.months;
  return words.say('insights.predicted.finding', { count, ...words.range(total.money) });
}

/** What the estimate rests on, in sentences. */
function basisSentences({ say }: Words, { basis, customers }: Predicted): string[] {
  if (basis.kind === 'thin') return [];
  const { method, grade, why, regularity, isLeavingUnseen } = basis;
  return [
    say('insights.predicted.basis', { method: say(`insights.method.${method}`) }),
    grade === 'rough'
      ? say('insights.predicted.rough', { count: customers })
      : say(`insights.predicted.why.${why}`),
    ...(method === 'model' && regularity > 1 ? [say('insights.predicted.regular')] : []),
    ...(method === 'model' && isLeavingUnseen ? [say('insights.predicted.unseen')] : []),
  ];
}

function threeRows(words: Words, predicted: Predicted, { totalMinor }: Worth) {
  const { say } = words;
  const { basis, total, historicMinor } = predicted;
  const major = majorOf(words);
  const known = total === null ? null : words.known(total.money);
  const note =
    known === null || total === null || basis.kind === 'thin'
      ? say('insights.predicted.none')
      : say('insights.predicted.note', { count: basis.months, ...words.range(total.money) });
  return [
    [
      say('customer.worth.historic'),
      major(historicMinor),
      null,
      null,
      say('insights.predicted.historicNote'),
    ],
    [
      say('customer.worth.formula'),
      computedOf(words)(totalMinor),
      null,
      null,
      say('insights.report.formulaNote'),
    ],
    [
      say('customer.worth.predicted'),
      known === null ? null : major(known.mean),
      known === null ? null : major(known.low),
      known === null ? null : major(known.high),
      note,
    ],
  ];
}

/** What was, what an assumption says, and what is expected: three figures, never added. */
export function predictedPart(words: Words, predicted: Predicted, worth: Worth): ReportPart {
  const { say } = words;
  const { total, customers } = predicted;
  const isKnown = total !== null;
  return {
    question: say('insights.predicted.question'),
    finding: predictedSentence(words, predicted),
    notes: [
      ...(isKnown ? [say('insights.predicted.plotted', { count: customers })] : []),
      say('insights.predicted.neverAdd'),
      ...basisSentences(words, predicted),
    ],
    charts: [],
    tables: [
      {
        name: say('customer.worth.predicted'),
        columns: [
          { title: say('insights.report.what'), type: 'text', width: 16 },
          { title: say('insights.report.amount'), type: 'money' },
          { title: say('insights.report.least'), type: 'money' },
          { title: say('insights.report.most'), type: 'money' },
          { title: say('insights.report.note'), type: 'text', width: 60 },
        ],
        rows: threeRows(words, predicted, worth),
      },
    ],
  };
}

function bestSentence({ say, percent }: Words, { top, total, customers }: Predicted): string {
  const all = total?.money.mean ?? 0;
  if (all <= 0 || customers <= top.length) return say('insights.best.all', { count: top.length });
  const part = top.reduce((sum, one) => sum + one.money.mean, 0) / all;
  return say('insights.best.finding', { count: top.length, percent: percent(part) });
}

/** Whom most is expected of, with the range of each. */
export function bestPart(words: Words, predicted: Predicted): ReportPart | null {
  const { say } = words;
  const { basis, top } = predicted;
  if (basis.kind === 'thin' || top.length === 0) return null;
  const major = majorOf(words);
  const nameOf = (name: string) => (name === '' ? say('customers.noName') : name);
  const title = say('insights.best.plotted', { count: basis.months });
  const rows = top.map(({ name, phone, chance, money, revenueMinor }) => {
    const { mean, low, high } = words.known(money);
    const amounts = [mean, low, high, revenueMinor].map(major);
    return [nameOf(name), phone, words.chance(chance), ...amounts];
  });
  const bars = top.map(({ name, money }) => ({
    name: nameOf(name),
    value: words.known(money).mean,
    text: words.range(money).mean,
    isMain: true,
  }));
  return {
    question: say('insights.best.question'),
    finding: bestSentence(words, predicted),
    notes: [],
    charts: [{ title, bars }],
    tables: [
      {
        name: say('insights.report.sheet.best'),
        columns: [
          { title: say('insights.top.name'), type: 'text', width: 28 },
          { title: say('insights.report.phone'), type: 'phone' },
          { title: say('insights.best.chance'), type: 'text', width: 24 },
          { title: say('insights.best.expected'), type: 'money' },
          { title: say('insights.report.least'), type: 'money' },
          { title: say('insights.report.most'), type: 'money' },
          { title: say('insights.top.revenue'), type: 'money' },
        ],
        rows,
      },
    ],
  };
}
