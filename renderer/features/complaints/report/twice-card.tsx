import { useTranslation } from 'react-i18next';
import { addressOf } from '#renderer/base/routes.ts';
import { DataTable } from '#renderer/components/chart/data-table.tsx';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { ComplaintReport } from '#shared/contract/complaints-report.ts';
import { RowsLink, within } from './rows.tsx';

const PEOPLE_SHOWN = 10;

/** Customers we failed twice: an alarm. */
export function TwiceCard({ report }: { readonly report: ComplaintReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { twice } = report;
  const more = twice.length - PEOPLE_SHOWN;
  return (
    <QuestionCard
      question={t('complaintReport.twice.question')}
      finding={
        twice.length === 0
          ? t('complaintReport.twice.none')
          : t('complaintReport.twice.finding', { count: twice.length })
      }
      {...(twice.length === 0 ? {} : { plotted: t('complaintReport.twice.plotted') })}
      foot={more > 0 && <span>{t('complaintReport.twice.more', { count: more })}</span>}
    >
      {twice.length > 0 && (
        <DataTable
          label={t('complaintReport.twice.question')}
          rows={twice.slice(0, PEOPLE_SHOWN)}
          keyOf={(row) => String(row.customerId)}
          columns={[
            {
              title: t('complaintReport.customer'),
              cell: (row) => (
                <RowsLink to={addressOf({ customer: row.customerId })}>{row.name || '–'}</RowsLink>
              ),
            },
            {
              title: t('complaintReport.complaints'),
              isNumber: true,
              cell: (row) => (
                <RowsLink
                  to={within(report, { customerId: row.customerId })}
                  label={t('complaintReport.twice.open', { name: row.name, count: row.count })}
                >
                  {format.number(row.count)}
                </RowsLink>
              ),
            },
          ]}
        />
      )}
    </QuestionCard>
  );
}
