import { fewestForBands } from '#shared/domain/worth/worth-bands.ts';
import type { ReportPart, ReportTable } from './part.ts';
import { computedOf, majorOf, type Worth } from './predicted-parts.ts';
import type { Words } from './words.ts';

type Band = Worth['bands'][number];
type Bounds = Pick<Band, 'fromMinor' | 'toMinor'>;

/** A class of values in words. */
function boundsText({ say, money }: Words, { fromMinor, toMinor }: Bounds): string {
  const from = fromMinor === null ? '' : money(fromMinor);
  const to = toMinor === null ? '' : money(toMinor);
  if (fromMinor === null) return say('insights.worth.upTo', { to });
  if (toMinor === null) return say('insights.worth.above', { from });
  return say('insights.worth.between', { from, to });
}

function worthSentence({ say, percent }: Words, { customers, halfBy }: Worth): string {
  if (halfBy === 0) return say('insights.worth.nothing', { count: customers });
  const share = percent(halfBy / customers, halfBy * 100 < customers ? 1 : 0);
  return say('insights.worth.finding', { count: halfBy, all: customers, percent: share });
}

/** The classes of value that somebody could be in, low to high, each with its band. */
function classesOf({ bands }: Worth) {
  return bands.flatMap(({ band, bars }) => bars.map((bar) => ({ ...bar, band })));
}

function classesTable(words: Words, worth: Worth): ReportTable {
  const { say } = words;
  const major = majorOf(words);
  const amount = (minor: number | null) => (minor === null ? null : major(minor));
  return {
    name: say('insights.report.sheet.values'),
    columns: [
      { title: say('insights.worth.value'), type: 'text', width: 40 },
      { title: say('insights.report.above'), type: 'money', isInFileOnly: true },
      { title: say('insights.report.upTo'), type: 'money', isInFileOnly: true },
      { title: say('insights.worth.bandTitle'), type: 'text', width: 14 },
      { title: say('insights.comingBack.customers'), type: 'integer' },
    ],
    rows: classesOf(worth).map((one) => [
      boundsText(words, one),
      amount(one.fromMinor),
      amount(one.toMinor),
      say(`insights.worth.band.${one.band}`),
      one.customers,
    ]),
  };
}

function sharesTable(words: Words, { bands }: Worth): ReportTable {
  const { say } = words;
  const computed = computedOf(words);
  return {
    name: say('insights.report.sheet.shares'),
    columns: [
      { title: say('insights.worth.bandTitle'), type: 'text', width: 14 },
      { title: say('insights.comingBack.customers'), type: 'integer' },
      { title: say('insights.worth.value'), type: 'money' },
      { title: say('insights.report.percentOfValue'), type: 'decimal' },
    ],
    rows: bands.map(({ band, customers, valueMinor, valueShare }) => [
      say(`insights.worth.band.${band}`),
      customers,
      computed(valueMinor),
      Math.round(valueShare * 1000) / 10,
    ]),
  };
}

/** What has to be said beside the classes. */
function warnings({ say, percent }: Words, worth: Worth): string[] {
  const { customers, lowDominates, bands } = worth;
  const low = bands.find(({ band }) => band === 'low')?.customers ?? 0;
  const without = classesOf(worth).find(({ fromMinor }) => fromMinor === null)?.customers ?? 0;
  return [
    say('insights.worth.lead'),
    ...(lowDominates
      ? [`${say('insights.worth.lowDominates', { percent: percent(low / customers) })}.`]
      : []),
    ...(without > 0 ? [`${say('insights.worth.without', { count: without })}.`] : []),
    say('insights.worth.edges'),
  ];
}

/** How the formula's values are spread; null where too few have bought. */
export function spreadPart(words: Words, worth: Worth): ReportPart | null {
  const { say, number, percent } = words;
  if (worth.customers < fewestForBands) return null;
  const symbol = words.money(0).replace(/[\d\s\u00a0.,]/g, '');
  const total = words.computed(worth.totalMinor);
  const classes = classesOf(worth).map((one) => ({
    name: boundsText(words, one),
    value: one.customers,
    text: number(one.customers),
    isMain: one.band === 'high',
  }));
  const shares = worth.bands.map(({ band, valueShare }) => ({
    name: say(`insights.worth.band.${band}`),
    value: Math.max(0, valueShare),
    text: percent(valueShare, 1),
    isMain: band === 'high',
  }));
  return {
    question: say('insights.worth.question'),
    finding: worthSentence(words, worth),
    notes: warnings(words, worth),
    charts: [
      { title: say('insights.worth.plotted', { symbol, total }), bars: classes },
      { title: say('insights.worth.sharesLabel'), bars: shares },
    ],
    tables: [classesTable(words, worth), sharesTable(words, worth)],
  };
}

function topSentence({ say, percent, computed }: Words, worth: Worth): string {
  const { customers, top, totalMinor, positiveMinor } = worth;
  if (customers < fewestForBands)
    return say('insights.worth.few', { count: customers, total: computed(totalMinor) });
  if (positiveMinor === 0 || customers <= top.length)
    return say('insights.top.all', { count: top.length });
  const value = top.reduce((sum, { clvMinor }) => sum + Math.max(0, clvMinor), 0);
  const share = percent(value / positiveMinor);
  return say('insights.top.finding', { count: top.length, percent: share });
}

/** Who is worth most by the formula: for where nothing can be predicted. */
export function topPart(words: Words, worth: Worth): ReportPart {
  const { say } = words;
  const major = majorOf(words);
  const nameOf = (name: string) => (name === '' ? say('customers.noName') : name);
  return {
    question: say('insights.top.question'),
    finding: topSentence(words, worth),
    notes: [say('insights.formula.notPrediction')],
    charts: [],
    tables: [
      {
        name: say('insights.report.sheet.top'),
        columns: [
          { title: say('insights.top.name'), type: 'text', width: 28 },
          { title: say('insights.report.phone'), type: 'phone' },
          { title: say('layer.title'), type: 'text', width: 14 },
          { title: say('insights.top.purchases'), type: 'integer' },
          { title: say('insights.top.revenue'), type: 'money' },
          { title: say('insights.top.value'), type: 'money' },
        ],
        rows: worth.top.map(({ name, phone, layer, purchases, revenueMinor, clvMinor }) => [
          nameOf(name),
          phone,
          say(`layer.${layer}`),
          purchases,
          major(revenueMinor),
          computedOf(words)(clvMinor),
        ]),
      },
    ],
  };
}

function lengthReason({ say }: Words, { source, basedOn, setting }: Worth['assumption']): string {
  if (source === 'average') return say('insights.formula.fromAverage', { count: basedOn });
  if (source === 'own') return say('insights.formula.fromOwn');
  return setting.kind === 'average'
    ? say('insights.formula.fromTooFew')
    : say('insights.formula.fromHistory');
}

function formulaSentence(words: Words, { years, ...rest }: Worth['assumption']): string {
  const { say, number, percent, money } = words;
  const length =
    years === null
      ? say('insights.formula.ownHistory')
      : say('insights.formula.years', { count: years, years: number(years, 2) });
  const { marginPercent, keepingCostMinor } = rest;
  return [
    say('insights.formula.base', { length }),
    ...(marginPercent === null
      ? []
      : [say('insights.formula.margin', { percent: percent(marginPercent / 100, 2) })]),
    ...(keepingCostMinor === null
      ? []
      : [say('insights.formula.less', { amount: money(keepingCostMinor) })]),
  ].join(' ');
}

/** How the formula counts, with what it assumes. */
export function formulaPart(words: Words, { assumption }: Worth): ReportPart {
  const { say } = words;
  const { years, marginPercent, keepingCostMinor } = assumption;
  const major = majorOf(words);
  return {
    question: say('insights.formula.question'),
    finding: formulaSentence(words, assumption),
    notes: [say('insights.formula.notPrediction')],
    charts: [],
    tables: [
      {
        name: say('insights.report.sheet.formula'),
        columns: [
          { title: say('insights.report.what'), type: 'text', width: 32 },
          { title: say('insights.report.figure'), type: 'decimal' },
          { title: say('insights.report.amount'), type: 'money' },
          { title: say('insights.report.note'), type: 'text', width: 60 },
        ],
        rows: [
          [
            say('customer.worth.years'),
            years === null ? null : Math.round(years * 100) / 100,
            null,
            lengthReason(words, assumption),
          ],
          [
            say('insights.report.margin'),
            marginPercent,
            null,
            marginPercent === null ? say('insights.report.notNoted') : null,
          ],
          [
            say('insights.report.keeping'),
            null,
            keepingCostMinor === null ? null : major(keepingCostMinor),
            keepingCostMinor === null ? say('insights.report.notNoted') : null,
          ],
        ],
      },
    ],
  };
}
