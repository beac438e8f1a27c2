import { useTranslation } from 'react-i18next';
import { businessSpan, workingSpan } from '#renderer/components/business-time.ts';
import type { SignKind } from '#renderer/components/sign/sign.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useWhen } from '#renderer/components/use-when.ts';
import { useSettings } from '#renderer/data/settings.ts';
import type { ComplaintClock } from '#shared/contract/complaints-page.ts';

const SOON_MINUTES = { answer: 240, resolution: 120, action: 0, check: 0 } as const;
const DAY_MINUTES = 1440;

/** How much a complaint's clock presses. */
export type Urgency = 'late' | 'soon' | 'fine';

const KINDS: Record<Urgency, SignKind> = { late: 'wrong', soon: 'due', fine: 'waiting' };

/** Late, soon (the last hours, the day itself) or fine: the same wherever a clock is shown. */
export function urgencyOf({ minutesLeft, what }: ComplaintClock): Urgency {
  if (minutesLeft < 0) return 'late';
  return minutesLeft <= SOON_MINUTES[what] ? 'soon' : 'fine';
}

/** Whole days until a clock that counts in days is due, negative when it is past. */
export function daysLeft({ minutesLeft }: ComplaintClock): number {
  return Math.round(minutesLeft / DAY_MINUTES);
}

/** What a complaint waits for and how long there is: colour, shape and words. */
export function ClockSign({ clock }: { readonly clock: ComplaintClock }) {
  const { t } = useTranslation();
  const when = useWhen();
  const { settings } = useSettings();
  const { what, dueAt, minutesLeft } = clock;
  const words = () => {
    if (what === 'action' || what === 'check') {
      const days = daysLeft(clock);
      const late = t('complaint.clock.sign.daysLate', { count: Math.abs(days) });
      const day = days === 0 ? t('complaint.clock.sign.today') : when.day(dueAt, true);
      return t(`complaint.clock.sign.${what}`, { when: days < 0 ? late : day });
    }
    if (minutesLeft < 0) {
      const late = workingSpan(t, minutesLeft, settings);
      return t(`complaint.clock.sign.${what}Late`, { late });
    }
    const left = businessSpan(t, minutesLeft);
    return t(`complaint.clock.sign.${what}Before`, { moment: when.short(dueAt), left });
  };
  return <StatusBadge kind={KINDS[urgencyOf(clock)]}>{words()}</StatusBadge>;
}
