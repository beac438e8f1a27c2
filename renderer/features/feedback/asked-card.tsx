import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { SurveyRow } from '#shared/contract/feedback/shapes.ts';
import { surveyOutcomes, surveyWays } from '#shared/domain/vocabulary/feedback.ts';
import { isAsked } from './answers-of.ts';
import classes from './feedback.module.css';

/** How many of those asked answered, in a sentence for each way; never a share without its count. */
function useRates({ standing, facts }: SurveyRow): readonly string[] {
  const { t } = useTranslation();
  const format = useFormat();
  const { phone, paper, kiosk } = standing;
  const called = phone.answered + phone.declined + phone.unreached;
  const rate = (part: number, whole: number) => ({
    answered: format.number(part),
    asked: format.number(whole),
    share: format.percent(part / whole),
  });
  const { handedOut } = facts;
  const slips = { count: paper.answered };
  const isCounted = handedOut !== null && handedOut >= paper.answered && handedOut > 0;
  return [
    ...(called === 0 ? [] : [t('feedback.rate.phone', rate(phone.answered, called))]),
    ...(isCounted ? [t('feedback.rate.paper', rate(paper.answered, handedOut))] : []),
    ...(!isCounted && paper.answered > 0 ? [t('feedback.rate.paperUncounted', slips)] : []),
    ...(kiosk.answered > 0 ? [t('feedback.rate.kiosk', { count: kiosk.answered })] : []),
  ];
}

/** Who was asked by which way, and what became of it. */
export function AskedCard({ row }: { readonly row: SurveyRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rates = useRates(row);
  const ways = surveyWays.filter((way) =>
    surveyOutcomes.some((outcome) => row.standing[way][outcome] > 0),
  );
  return (
    <Card title={t('feedback.asked')}>
      {!isAsked(row) && rates.length === 0 && <p>{t('feedback.nobody')}</p>}
      {rates.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <dl className={classes.counts}>
        {ways.flatMap((way) =>
          surveyOutcomes
            .filter((outcome) => row.standing[way][outcome] > 0)
            .map((outcome) => (
              <div key={`${way} ${outcome}`}>
                <dt>{`${t(`feedback.way.${way}`)}: ${t(`feedback.outcome.${outcome}`)}`}</dt>
                <dd>{format.number(row.standing[way][outcome])}</dd>
              </div>
            )),
        )}
      </dl>
    </Card>
  );
}
