import { useTranslation } from 'react-i18next';
import { addressOf } from '#renderer/base/routes.ts';
import { DataTable } from '#renderer/components/chart/data-table.tsx';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import type { ComplaintReport } from '#shared/contract/complaints-report.ts';
import type { Output } from '#shared/contract/index.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import classes from './report.module.css';
import { RowsLink, within } from './rows.tsx';

export type Voices = Output<'interactions.voices'>;

const PEOPLE_SHOWN = 10;
const VOICES_SHOWN = 8;

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

/** What else they told us: suggestions, needs and criticism that were written down. */
export function VoicesCard({ voices }: { readonly voices: Voices }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { settings } = useSettings();
  const { suggestion, criticism, need } = voices.counts;
  const all = suggestion + criticism + need;
  const shown = voices.rows.slice(0, VOICES_SHOWN);
  const finding =
    all === 0
      ? t('complaintReport.voices.none')
      : t('complaintReport.voices.finding', {
          suggestions: t('complaintReport.voices.suggestions', { count: suggestion }),
          needs: t('complaintReport.voices.needs', { count: need }),
          criticism: t('complaintReport.voices.criticisms', { count: criticism }),
        });
  return (
    <QuestionCard
      question={t('complaintReport.voices.question')}
      finding={finding}
      {...(all === 0 ? {} : { plotted: t('complaintReport.voices.plotted') })}
      foot={
        all > shown.length && (
          <span>{t('complaintReport.voices.more', { count: all - shown.length })}</span>
        )
      }
    >
      <ul className={classes.voices}>
        {shown.map((voice) => (
          <li key={voice.id}>
            <p className={classes.said}>{voice.text}</p>
            <p className={classes.saidBy}>
              <span>{t(`complaintReport.voices.topic.${voice.topic}`)}</span>
              <RowsLink to={addressOf({ customer: voice.customerId })}>
                {voice.customerName || '–'}
              </RowsLink>
              <time dateTime={voice.happenedAt}>
                {format.date(localDay(voice.happenedAt, settings.timeZone), true)}
              </time>
            </p>
          </li>
        ))}
      </ul>
    </QuestionCard>
  );
}
