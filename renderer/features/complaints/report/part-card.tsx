import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import { DataTable } from '#renderer/components/chart/data-table.tsx';
import { LabelledBars } from '#renderer/components/chart/labelled-bars.tsx';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import type { ComplaintFilter } from '#shared/contract/complaints-facts.ts';
import type { ComplaintReport } from '#shared/contract/complaints-report.ts';
import { FEWEST_FOR_SHARE } from './fewest.ts';
import { RowsCount, RowsLink, useOpenRows, within } from './rows.tsx';

interface Part {
  readonly name: string;
  readonly count: number;
  readonly isMain: boolean;
  readonly to?: Partial<ComplaintFilter>;
  /** What `to` opens is this part and nothing else, so that its figure may open it. */
  readonly isExact?: boolean;
}

interface Props {
  readonly question: string;
  readonly finding: string;
  readonly plotted: string;
  readonly fileName: string;
  readonly parts: readonly Part[];
  readonly foot?: ReactNode;
}

type TableProps = Pick<Props, 'question' | 'parts'> & { readonly all: number };

function PartTable({ question, parts, all }: TableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = ({ count: own, to, isExact }: Part) => {
    const text = format.number(own);
    if (to === undefined || isExact !== true) return text;
    return <RowsCount count={own} text={text} to={to} />;
  };
  return (
    <DataTable
      label={question}
      rows={parts}
      keyOf={(part) => part.name}
      columns={[
        { title: t('complaintReport.part'), cell: (part) => part.name },
        { title: t('complaintReport.complaints'), isNumber: true, cell: count },
        { title: '%', isNumber: true, cell: (part) => format.percent(part.count / all) },
      ]}
      sums={[t('insights.all'), format.number(all), '']}
    />
  );
}

/** A whole of complaints and the part of them that the question is about. */
export function PartCard({ question, finding, plotted, fileName, parts, foot }: Props) {
  const format = useFormat();
  const open = useOpenRows();
  const all = parts.reduce((sum, part) => sum + part.count, 0);
  const bars = parts.map((part) => ({
    name: part.name,
    value: part.count,
    text: `${format.number(part.count)} (${format.percent(part.count / all)})`,
    isMain: part.isMain,
  }));
  const table = <PartTable question={question} parts={parts} all={all} />;
  return (
    <QuestionCard
      question={question}
      finding={finding}
      fileName={fileName}
      {...(all === 0 ? {} : { plotted, table })}
      foot={foot}
    >
      {all > 0 && (
        <LabelledBars
          label={`${question} ${finding}`}
          bars={bars}
          onPick={(index) => {
            const to = parts[index]?.to;
            if (to !== undefined) open(to);
          }}
        />
      )}
    </QuestionCard>
  );
}

/** The answer in a sentence. */
export function firstFinding(
  t: Translate,
  format: Format,
  { resolved, firstContact, share }: ComplaintReport['firstContact'],
): string {
  if (share === null) return t('complaintReport.first.none');
  if (firstContact === 0) return t('complaintReport.first.never', { count: resolved });
  const figures = { count: firstContact, all: resolved };
  if (resolved < FEWEST_FOR_SHARE) return t('complaintReport.first.few', figures);
  return t('complaintReport.first.finding', { ...figures, percent: format.percent(share) });
}

/** How many of those solved were solved at the first contact. */
export function FirstContactCard({ report }: { readonly report: ComplaintReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { resolved, firstContact } = report.firstContact;
  const finding = firstFinding(t, format, report.firstContact);
  const states = ['resolved', 'improved', 'closed'] as const;
  const solved = within(report, { states: [...states], flags: ['first-contact'] });
  return (
    <PartCard
      question={t('complaintReport.first.question')}
      finding={finding}
      plotted={t('complaintReport.first.plotted')}
      fileName="langgan-kontak-pertama"
      parts={[
        {
          name: t('complaintReport.first.once'),
          count: firstContact,
          isMain: true,
          to: solved,
          isExact: true,
        },
        {
          name: t('complaintReport.first.later'),
          count: resolved - firstContact,
          isMain: false,
        },
      ]}
      foot={
        firstContact > 0 && (
          <RowsLink to={solved}>
            {t('complaintReport.first.open', { count: firstContact })}
          </RowsLink>
        )
      }
    />
  );
}
