import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import type { ComplaintReport } from '#shared/contract/complaints-report.ts';
import { FEWEST_FOR_SHARE } from './fewest.ts';
import { PartCard } from './part-card.tsx';
import classes from './report.module.css';
import { RowsLink, within } from './rows.tsx';

/** The answer in a sentence: of those of which it is known, and of no others. */
export function backFinding(
  t: Translate,
  format: Format,
  { withClosedAction, cameBack, held, share }: ComplaintReport['cameBack'],
): string {
  if (withClosedAction === 0) return t('complaintReport.back.none');
  if (share === null) return t('complaintReport.back.unknown');
  if (cameBack === 0) return t('complaintReport.back.held', { count: held });
  const figures = { count: cameBack, all: cameBack + held };
  if (figures.all < FEWEST_FOR_SHARE) return t('complaintReport.back.few', figures);
  return t('complaintReport.back.finding', { ...figures, percent: format.percent(share) });
}

/** What the finding leaves out, and where to see it. */
function Foot({ report }: { readonly report: ComplaintReport }) {
  const { t } = useTranslation();
  const { cameBack, waiting, unwaited } = report.cameBack;
  const { reopened } = report;
  return (
    <ul className={classes.notes}>
      {cameBack > 0 && (
        <li>
          <RowsLink to={within(report, { flags: ['came-back'] })}>
            {t('complaintReport.back.open')}
          </RowsLink>
        </li>
      )}
      {waiting > 0 && <li>{t('complaintReport.back.waits', { count: waiting })}</li>}
      {unwaited > 0 && (
        <li>
          <RowsLink to={within(report, { flags: ['without-waiting'] })}>
            {t('complaintReport.back.notWaited', { count: unwaited })}
          </RowsLink>
        </li>
      )}
      {reopened > 0 && (
        <li>
          <RowsLink to={within(report, { flags: ['reopened'] })}>
            {t('complaintReport.back.reopened', { count: reopened })}
          </RowsLink>
        </li>
      )}
    </ul>
  );
}

/** How many came back although what was changed had been done. */
export function CameBackCard({ report }: { readonly report: ComplaintReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { cameBack, held, waiting, unwaited } = report.cameBack;
  const parts = [
    {
      name: t('complaintReport.back.again'),
      count: cameBack,
      isMain: true,
      to: within(report, { flags: ['came-back'] }),
    },
    { name: t('complaintReport.back.not'), count: held, isMain: false },
    { name: t('complaintReport.back.waiting'), count: waiting, isMain: false },
    {
      name: t('complaintReport.back.unwaited'),
      count: unwaited,
      isMain: false,
      to: within(report, { flags: ['without-waiting'] }),
    },
  ];
  return (
    <PartCard
      question={t('complaintReport.back.question')}
      finding={backFinding(t, format, report.cameBack)}
      plotted={t('complaintReport.back.plotted')}
      fileName="langgan-terulang"
      parts={parts.filter(({ count, isMain }, index) => isMain || index === 1 || count > 0)}
      foot={<Foot report={report} />}
    />
  );
}
