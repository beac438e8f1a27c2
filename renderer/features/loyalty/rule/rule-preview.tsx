import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { RulePreview as Preview } from '#shared/contract/loyalty/shapes.ts';
import classes from '../loyalty.module.css';
import type { RuleForm } from './use-rule-form.ts';

/** What it would have given, in a sentence. */
function Tried({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { giving, sales, points, people, nameless, worthMinor, from, to } = preview;
  return (
    <>
      <p className={classes.finding}>
        {t('loyalty.preview.would', {
          from: format.date(from, true),
          to: format.date(to, true),
          giving: format.number(giving),
          sales: format.number(sales),
          points: format.number(points),
          people: format.number(people),
          worth: format.money(worthMinor),
        })}
      </p>
      <p className={classes.quiet}>
        {nameless > 0 && `${t('loyalty.preview.nameless', { count: nameless })} `}
        {t('loyalty.preview.returns')}
      </p>
    </>
  );
}

/** What it changes of what was given, and what has to be agreed to. */
function Changes({ form, preview }: { readonly form: RuleForm; readonly preview: Preview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { before, after, afterPeople } = preview;
  const { rule, rewrites, isAgreed, setAgreed } = form;
  if (rule.fromOn > format.today)
    return (
      <p className={classes.quiet}>
        {t('loyalty.preview.later', { date: format.date(rule.fromOn) })}
      </p>
    );
  const said = {
    date: format.date(rule.fromOn),
    before: format.number(before),
    after: format.number(after),
    people: format.number(afterPeople),
  };
  if (!rewrites && after === 0) return null;
  if (!rewrites) return <p>{t('loyalty.preview.atOnce', said)}</p>;
  return (
    <Checkbox
      label={t('loyalty.preview.rewrites', said)}
      checked={isAgreed}
      onChange={(event) => setAgreed(event.currentTarget.checked)}
    />
  );
}

/** Before it is switched on: what a rule would have given, and what it changes. */
export function RulePreview({ form }: { readonly form: RuleForm }) {
  const { t } = useTranslation();
  const { whole, preview, previewError } = form;
  return (
    <div className={classes.tried} role="status">
      {whole === null && <p className={classes.quiet}>{t('loyalty.preview.incomplete')}</p>}
      {previewError !== null && <ErrorState error={previewError.error} />}
      {preview !== undefined && (
        <>
          <Tried preview={preview} />
          <Changes form={form} preview={preview} />
        </>
      )}
    </div>
  );
}
