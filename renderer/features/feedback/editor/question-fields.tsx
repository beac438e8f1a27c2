import { ActionIcon, Select, Switch, Textarea } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SurveyQuestion } from '#shared/contract/feedback/shapes.ts';
import {
  type QuestionMeasure,
  questionKinds,
  type ServiceDimension,
  serviceDimensions,
} from '#shared/domain/vocabulary/feedback.ts';
import classes from '../feedback.module.css';

interface Props {
  readonly question: SurveyQuestion;
  /** Its place, from 1. */
  readonly number: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  onChange(part: Partial<SurveyQuestion>): void;
  onMove(by: -1 | 1): void;
  onDrop(): void;
}

const NONE = 'none';
const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

/** Of stars: whether they say how satisfied one is, or one half of a pair. */
function PartField({ question, number, onChange }: Props) {
  const { t } = useTranslation();
  const parts = (['expected', 'met'] as const).flatMap((measures) =>
    serviceDimensions.map((dimension) => ({
      value: `${measures} ${dimension}`,
      label: t('feedback.form.partOf', {
        measure: t(`feedback.measures.${measures}`),
        dimension: t(`feedback.dimension.${dimension}`),
      }),
    })),
  );
  const { measures, dimension } = question;
  return (
    <Select
      label={t('feedback.form.part', { number })}
      allowDeselect={false}
      data={[{ value: NONE, label: t('feedback.form.partNone') }, ...parts]}
      value={measures === null || dimension === null ? NONE : `${measures} ${dimension}`}
      onChange={(value) => {
        const [one, other] = (value ?? NONE).split(' ');
        if (other === undefined) onChange({ measures: null, dimension: null });
        else onChange({ measures: one as QuestionMeasure, dimension: other as ServiceDimension });
      }}
    />
  );
}

/** What the kind of answer needs beside the question. */
function KindFields(props: Props) {
  const { t } = useTranslation();
  const { question, number, onChange } = props;
  if (question.kind === 'stars') return <PartField {...props} />;
  if (question.kind === 'scale')
    return (
      <Switch
        label={t('feedback.form.recommend')}
        checked={question.measures === 'recommend'}
        onChange={(event) =>
          onChange({ measures: event.currentTarget.checked ? 'recommend' : null })
        }
      />
    );
  if (question.kind !== 'choice') return null;
  return (
    <Textarea
      label={t('feedback.form.choices', { number })}
      autosize
      minRows={2}
      maxRows={9}
      value={question.choices.join('\n')}
      onChange={(event) => onChange({ choices: event.currentTarget.value.split('\n').slice(0, 9) })}
    />
  );
}

function MoveButtons({ number, isFirst, isLast, onMove, onDrop }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.acts}>
      <ActionIcon
        aria-label={t('feedback.form.up', { number })}
        disabled={isFirst}
        onClick={() => onMove(-1)}
      >
        <IconArrowUp {...ICON} />
      </ActionIcon>
      <ActionIcon
        aria-label={t('feedback.form.down', { number })}
        disabled={isLast}
        onClick={() => onMove(1)}
      >
        <IconArrowDown {...ICON} />
      </ActionIcon>
      <ActionIcon aria-label={t('feedback.form.drop', { number })} onClick={onDrop}>
        <IconX {...ICON} />
      </ActionIcon>
    </div>
  );
}

/** One question: its words, how it is answered, and its place. */
export function QuestionFields(props: Props) {
  const { t } = useTranslation();
  const { question, number, onChange } = props;
  return (
    <>
      <Textarea
        label={t('feedback.form.question', { number })}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={300}
        value={question.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <Select
          label={t('feedback.form.kind', { number })}
          allowDeselect={false}
          data={questionKinds.map((kind) => ({ value: kind, label: t(`feedback.kind.${kind}`) }))}
          value={question.kind}
          onChange={(value) => {
            const kind = questionKinds.find((one) => one === value);
            if (kind !== undefined) onChange({ kind, measures: null, dimension: null });
          }}
        />
        <KindFields {...props} />
      </div>
      <MoveButtons {...props} />
    </>
  );
}
