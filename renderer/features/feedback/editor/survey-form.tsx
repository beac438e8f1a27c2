import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import { CountField } from '#renderer/components/fields/count-field.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import type { SurveyFacts, SurveyRow } from '#shared/contract/feedback/shapes.ts';
import { isAsked } from '../answers-of.ts';
import classes from '../feedback.module.css';
import { QuestionFields } from './question-fields.tsx';
import { type SurveyForming, useSurveyForm } from './use-survey-form.ts';

interface Props {
  /** Null: a new one. */
  readonly stored: SurveyRow | null;
  readonly first: SurveyFacts;
}

/** What is said around the questions. */
function WordFields({ form }: { readonly form: SurveyForming }) {
  const { t } = useTranslation();
  const { facts, change } = form;
  return (
    <>
      <TextInput
        label={t('feedback.form.name')}
        description={t('feedback.form.nameHint')}
        maxLength={80}
        value={facts.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <TextInput
          label={t('feedback.form.intro')}
          maxLength={400}
          value={facts.intro}
          onChange={(event) => change({ intro: event.currentTarget.value })}
        />
        <TextInput
          label={t('feedback.form.thanks')}
          maxLength={400}
          value={facts.thanks}
          onChange={(event) => change({ thanks: event.currentTarget.value })}
        />
      </div>
      <CountField
        label={t('feedback.form.handedOut')}
        description={t('feedback.form.handedOutHint')}
        range={{ from: 0, to: 1_000_000 }}
        clearable
        value={facts.handedOut}
        onChange={(handedOut) => change({ handedOut })}
      />
    </>
  );
}

function Questions({ form }: { readonly form: SurveyForming }) {
  const { t } = useTranslation();
  const { held, add } = form.questions;
  return (
    <>
      <ol className={classes.questions} aria-label={t('feedback.form.questions')}>
        {held.map(({ key, question }, index) => (
          <li key={key} className={classes.question}>
            <QuestionFields
              question={question}
              number={index + 1}
              isFirst={index === 0}
              isLast={index === held.length - 1}
              onChange={(part) => form.questions.change(key, part)}
              onMove={(by) => form.questions.move(key, by)}
              onDrop={() => form.questions.drop(key)}
            />
          </li>
        ))}
      </ol>
      <div>
        <Button
          leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
          disabled={held.length >= 30}
          onClick={add}
        >
          {t('feedback.form.add')}
        </Button>
      </div>
    </>
  );
}

/** A survey as it is written: its words, and its questions while nobody was asked. */
export function SurveyForm({ stored, first }: Props) {
  const { t } = useTranslation();
  const go = useGo();
  const form = useSurveyForm(stored, first);
  const isSettled = stored !== null && isAsked(stored);
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (form.missing === null) void form.save();
      }}
    >
      <WordFields form={form} />
      {isSettled ? <p>{t('feedback.form.settled')}</p> : <Questions form={form} />}
      <FormFoot
        isSticky
        error={form.error}
        isRunning={form.isRunning}
        canSave={form.missing === null}
        onCancel={() => go(stored === null ? 'feedback' : { survey: stored.id })}
      >
        {form.missing !== null && (
          <span role="status">
            <StatusBadge kind="due">{t(`feedback.form.missing.${form.missing}`)}</StatusBadge>
          </span>
        )}
      </FormFoot>
    </form>
  );
}
