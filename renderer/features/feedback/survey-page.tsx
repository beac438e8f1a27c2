import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import type { SurveyRow } from '#shared/contract/feedback/shapes.ts';
import type { SurveyId } from '#shared/ids.ts';
import { AskedCard } from './asked-card.tsx';
import classes from './feedback.module.css';
import { KioskCard } from './kiosk-card.tsx';
import { PaperCard } from './paper/paper-card.tsx';
import { WithSurvey } from './with-survey.tsx';

function QuestionsCard({ row }: { readonly row: SurveyRow }) {
  const { t } = useTranslation();
  return (
    <Card title={t('feedback.form.questions')} count={row.questions.length}>
      <ol className={classes.asked}>
        {row.questions.map(({ id, text, kind, choices }) => (
          <li key={id}>
            <div className={classes.said}>
              <span>{text}</span>
              <span className={classes.quiet}>
                {kind === 'choice' ? choices.join(' · ') : t(`feedback.kind.${kind}`)}
              </span>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** One survey: what it asks, and who was asked. */
export function SurveyPage({ id }: { readonly id: SurveyId }) {
  return (
    <WithSurvey id={id}>
      {(row) => (
        <div className={classes.columns}>
          <QuestionsCard row={row} />
          <div className={classes.page}>
            <AskedCard row={row} />
            <PaperCard row={row} />
            <KioskCard id={id} />
          </div>
        </div>
      )}
    </WithSurvey>
  );
}
