import type { Cell } from '#shared/domain/cell.ts';
import type { ExportSheet } from '../../exports/files/table.ts';
import type { WorthReport } from './part.ts';
import type { Words } from './words.ts';

/** What stands in front of the tables, each sentence beside what it is of. */
function frontRows({ say }: Words, report: WorthReport): Cell[][] {
  const beside = (what: string, sentences: readonly string[]) =>
    sentences.map((sentence, index) => [index === 0 ? what : null, sentence]);
  return [
    [report.shopName, report.finding],
    ...beside(say('insights.report.time'), report.facts),
    ...beside(say('insights.report.estimated'), report.estimated),
    ...beside(say('insights.report.unsaid'), report.unsaid),
    ...report.parts.flatMap(({ question, finding, notes }) =>
      beside(question, [finding, ...notes]),
    ),
  ];
}

/** The report as a workbook: what it says in front, then a sheet for the figures of each question. */
export function reportSheets(words: Words, report: WorthReport): ExportSheet[] {
  const { say } = words;
  return [
    {
      name: say('insights.report.sheet.front'),
      columns: [
        { title: report.title, type: 'text', width: 36 },
        { title: say('insights.report.answer'), type: 'text', width: 110 },
      ],
      rows: frontRows(words, report),
    },
    ...report.parts.flatMap(({ tables }) => tables),
  ];
}
