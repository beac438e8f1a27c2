import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { Sign } from '#renderer/components/sign/sign.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { ImportReport } from '#shared/contract/imports.ts';
import classes from './not-taken.module.css';

/** Where what a file says that its money comes to is not what is taken in: said in money, before and after. */
export function MoneyWitness({ report }: { readonly report: ImportReport }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  if (report.witness.length === 0) return null;
  return (
    <Card title={t('import.witness.title')} padded={false}>
      <ul className={classes.list}>
        {report.witness.map(({ kind, rows, saysMinor, takenMinor, example }) => (
          <li key={kind} data-kind="due">
            <Sign kind="due" />
            <div>
              {t(`import.witness.${kind}`, {
                count: rows,
                example,
                says: money(saysMinor),
                taken: money(takenMinor),
                difference: money(Math.abs(saysMinor - takenMinor)),
              })}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
