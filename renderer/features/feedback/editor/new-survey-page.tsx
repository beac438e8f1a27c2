import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '#renderer/components/page-header.tsx';
import type { SurveyFacts } from '#shared/contract/feedback/shapes.ts';
import classes from '../feedback.module.css';
import { BackToSurveys } from '../survey-head.tsx';
import { exampleNames, exampleOf } from './examples.ts';
import { SurveyForm } from './survey-form.tsx';

/** A new survey: a ready one or one's own, and then its words. */
export function NewSurveyPage() {
  const { t } = useTranslation();
  const [facts, setFacts] = useState<SurveyFacts | null>(null);
  return (
    <div className={classes.page}>
      <PageHeader
        title={t(facts === null ? 'feedback.choose' : 'feedback.new')}
        back={<BackToSurveys />}
        {...(facts === null ? { lead: t('feedback.chooseText') } : {})}
      />
      {facts === null ? (
        <ul className={classes.choices} aria-label={t('feedback.choose')}>
          {exampleNames.map((name) => (
            <li key={name} className={classes.choice}>
              <div className={classes.said}>
                <b>{t(`feedback.example.${name}.name`)}</b>
                <span className={classes.quiet}>{t(`feedback.example.${name}.hint`)}</span>
              </div>
              <Button
                aria-label={t('feedback.takeOne', { name: t(`feedback.example.${name}.name`) })}
                onClick={() => setFacts(exampleOf(t, name))}
              >
                {t('feedback.take')}
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <SurveyForm stored={null} first={facts} />
      )}
    </div>
  );
}
