import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { Sign } from '#renderer/components/sign/sign.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { ImportReport } from '#shared/contract/imports.ts';
import classes from '../not-taken.module.css';

type Kind = ImportReport['joined'][number]['kind'];

const found: ReadonlySet<Kind> = new Set<Kind>(['lines', 'customers', 'products']);
const left: ReadonlySet<Kind> = new Set<Kind>(['lines-missing', 'lines-several']);

/** Files that belong together: by what they are joined, and what found no partner, in rows and in money. */
export function JoinedFiles({ report }: { readonly report: ImportReport }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  if (report.joined.length === 0) return null;
  return (
    <Card title={t('import.joined.title')} padded={false}>
      <ul className={classes.list}>
        {report.joined.map(({ kind, file, to, header, count, minor, example }) => {
          const sign = found.has(kind) ? 'good' : left.has(kind) ? 'wrong' : 'due';
          return (
            <li key={`${kind} ${file} ${to}`} data-kind={sign}>
              <Sign kind={sign} />
              <div>
                {t(`import.joined.${kind}`, {
                  ...{ count, file, to, header, example },
                  money: money(minor),
                })}
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
