import { Trans, useTranslation } from 'react-i18next';
import { workingSpan } from '#renderer/components/business-time.ts';
import { Card } from '#renderer/components/card.tsx';
import { daysLeft, urgencyOf } from '#renderer/components/complaint-clock.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useWhen } from '#renderer/components/use-when.ts';
import { useSettings } from '#renderer/data/settings.ts';
import type { ComplaintClock, ComplaintPage } from '#shared/contract/complaints-page.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import classes from './cards.module.css';

const RADIUS = 23;
const AROUND = 2 * Math.PI * RADIUS;

/** Share of the given time that is left: 0 when it is used up. */
function leftShare({ minutesLeft, minutesGiven }: ComplaintClock): number {
  if (minutesGiven <= 0) return minutesLeft > 0 ? 1 : 0;
  return Math.max(0, Math.min(1, minutesLeft / minutesGiven));
}

function Ring({ clock }: { readonly clock: ComplaintClock }) {
  const share = leftShare(clock);
  return (
    <svg
      className={classes.ring}
      viewBox="0 0 52 52"
      aria-hidden="true"
      data-state={urgencyOf(clock)}
    >
      <circle cx="26" cy="26" r={RADIUS} />
      {share > 0 && (
        <circle
          cx="26"
          cy="26"
          r={RADIUS}
          data-left
          strokeDasharray={`${share * AROUND} ${AROUND}`}
          transform="rotate(-90 26 26)"
        />
      )}
    </svg>
  );
}

function Left({ clock }: { readonly clock: ComplaintClock }) {
  const { t } = useTranslation();
  const { settings } = useSettings();
  const { what, minutesLeft } = clock;
  const components = { b: <b /> };
  if (what === 'answer' || what === 'resolution') {
    const i18nKey = minutesLeft < 0 ? 'complaint.clock.late' : 'complaint.clock.left';
    return (
      <Trans
        i18nKey={i18nKey}
        values={{ span: workingSpan(t, minutesLeft, settings) }}
        components={components}
      />
    );
  }
  const days = daysLeft(clock);
  if (days === 0) return <Trans i18nKey="complaint.clock.todayDays" components={components} />;
  const i18nKey = days < 0 ? 'complaint.clock.lateDays' : 'complaint.clock.leftDays';
  return <Trans i18nKey={i18nKey} count={Math.abs(days)} components={components} />;
}

/** What is due next, when, and how much of the time is left: a ring with its words. */
export function ClockCard({ page }: { readonly page: ComplaintPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const when = useWhen();
  const { timeZone } = useSettings().settings;
  const { clock, closedAt } = page;
  if (clock === null) {
    return (
      <Card>
        <p className={classes.calm}>
          {closedAt === null
            ? t(page.state === 'resolved' ? 'complaint.row.toImprove' : 'complaint.clock.none')
            : t('complaint.clock.closedOn', { day: when.day(closedAt) })}
        </p>
      </Card>
    );
  }
  const isDay = clock.what === 'action' || clock.what === 'check';
  return (
    <Card>
      <div className={classes.clock} data-late={clock.minutesLeft < 0 || undefined}>
        <Ring clock={clock} />
        <p>
          <span>{t(`complaint.clock.${clock.what}`)}</span>
          <strong>
            {isDay ? format.weekday(localDay(clock.dueAt, timeZone)) : when.due(clock.dueAt)}
          </strong>
          <span>
            <Left clock={clock} />
          </span>
        </p>
      </div>
    </Card>
  );
}
