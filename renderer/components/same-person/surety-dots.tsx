import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import type { SameReason, Surety } from '#shared/domain/people/score.ts';
import classes from './surety-dots.module.css';

const dots: Record<Surety, number> = { certain: 3, likely: 2, possible: 1 };

interface Props {
  readonly surety: Surety;
  readonly reasons: readonly SameReason[];
}

/** How sure it is, in dots and in a word, and what speaks for it. */
export function SuretyDots({ surety, reasons }: Props) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const list = new Intl.ListFormat(language, { type: 'unit', style: 'short' });
  return (
    <span className={classes.surety}>
      <span className={classes.dots} aria-hidden="true">
        {[1, 2, 3].map((dot) => (
          <i key={dot} data-on={dot <= dots[surety] || undefined} />
        ))}
      </span>
      <b>{t(`customers.samePerson.surety.${surety}`)}</b>
      <span>
        {list.format(reasons.map((reason) => t(`customers.samePerson.reason.${reason}`)))}
      </span>
    </span>
  );
}
