import type { OnPaper } from '#shared/contract/campaigns/paper.ts';
import type { Language } from '#shared/contract/settings.ts';
import { leftOutReasons } from '#shared/domain/vocabulary/campaigns.ts';
import { wordsOf } from './words.ts';

type Counts = Omit<OnPaper, 'pages' | 'unshown' | 'isWhole'>;

/** Who is on a paper and who is not, a line each; those that count nobody are left out. */
export function countLines(counts: Counts, language: Language, unshown: number): string[] {
  const { campaigns } = wordsOf(language);
  const { on, had, held, inTrash, twice, later, tooLong } = campaigns.paper.count;
  const number = new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-GB');
  const line = (what: string, count: number) => `${what}: ${number.format(count)}`;
  const others = [
    [had, counts.had],
    [held, counts.held],
    ...leftOutReasons.map((why) => {
      const what = why === 'noWay' ? campaigns.paper.noNumber : campaigns.why[why];
      return [what, counts.leftOut[why]] as const;
    }),
    [inTrash, counts.inTrash],
    [twice, counts.twice],
    [later, counts.later],
    [tooLong, counts.tooLong],
  ] as const;
  return [
    line(campaigns.paper.count.listed, counts.listed),
    line(on, counts.people),
    ...others.filter(([, count]) => count > 0).map(([what, count]) => line(what, count)),
    ...(unshown > 0 ? [line(campaigns.paper.count.unshown, unshown)] : []),
  ];
}
