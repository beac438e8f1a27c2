import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { type Translate, textOf } from '#renderer/base/i18n.ts';
import { CustomerField } from '#renderer/components/customer-field.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { type ReviewFacts, type ReviewRow, reviewPlatform } from '#shared/contract/reviews.ts';
import type { AppError } from '#shared/errors.ts';
import classes from './reviews.module.css';
import { StarChoice } from './star-choice.tsx';

function problemsOf(t: Translate, error: AppError): Record<string, string> {
  if (error.code !== 'VALIDATION') return {};
  return Object.fromEntries(
    error.issues.map(({ path, problem }) => [
      path.replace(/^facts\./, ''),
      textOf(t, 'problem', problem),
    ]),
  );
}

interface Props {
  /** Null: a new one. */
  readonly review: ReviewRow | null;
  onClose(): void;
}

function useReviewForm(review: ReviewRow | null, onClose: () => void) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const create = useCommand('reviews.create');
  const update = useCommand('reviews.update');
  const form = useForm<ReviewFacts>({
    initialValues: review?.facts ?? {
      customerId: null,
      platform: 'google',
      author: '',
      rating: null,
      text: '',
      url: null,
      postedOn: today,
    },
    validate: {
      text: (text, { rating }) =>
        text.trim() === '' && rating === null ? textOf(t, 'problem', 'stars-or-words') : null,
    },
  });
  const save = async (facts: ReviewFacts) => {
    const said = t('review.said.saved');
    const result =
      review === null
        ? await create.run(facts, said)
        : await update.run({ id: review.id, facts }, said);
    if (result.ok) onClose();
    else form.setErrors(problemsOf(t, result.error));
  };
  const error = create.error ?? update.error;
  return {
    form,
    submit: form.onSubmit((facts) => void save(facts)),
    isRunning: create.isRunning || update.isRunning,
    error: error?.code === 'VALIDATION' ? null : error,
  };
}

type ReviewForm = ReturnType<typeof useReviewForm>['form'];

interface FormProps {
  readonly form: ReviewForm;
}

/** Where it stands, whose it is, and what it says. */
function WordsFields({ form }: FormProps) {
  const { t } = useTranslation();
  const { platform, rating } = form.values;
  return (
    <>
      <div className={classes.pair}>
        <Select
          data-autofocus
          label={t('review.form.platform')}
          data={reviewPlatform.options.map((value) => ({
            value,
            label: t(`review.platform.${value}`),
          }))}
          value={platform}
          onChange={(value) => value !== null && form.setFieldValue('platform', value)}
        />
        <TextInput
          label={t('review.form.author')}
          placeholder={t('review.form.authorHint')}
          maxLength={120}
          {...form.getInputProps('author')}
        />
      </div>
      <StarChoice
        label={t('review.form.stars')}
        value={rating}
        onChange={(value) => form.setFieldValue('rating', value)}
      />
      <Textarea
        label={t('review.form.text')}
        placeholder={t('review.form.textHint')}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={8000}
        {...form.getInputProps('text')}
      />
    </>
  );
}

/** Since when it is there, and where it can be opened. */
function PlaceFields({ form }: FormProps) {
  const { t } = useTranslation();
  const { today } = useFormat();
  return (
    <div className={classes.pair}>
      <DayField
        label={t('review.form.postedOn')}
        maxDate={today}
        error={form.errors.postedOn}
        value={form.values.postedOn}
        onChange={(day) => day !== null && form.setFieldValue('postedOn', day)}
      />
      <TextInput
        label={t('review.form.url')}
        placeholder="https://"
        type="url"
        maxLength={2000}
        {...form.getInputProps('url')}
        value={form.values.url ?? ''}
      />
    </div>
  );
}

/** A review as it stands on its page: quick to copy in, and to put right. */
export function ReviewDialog({ review, onClose }: Props) {
  const { t } = useTranslation();
  const { form, submit, isRunning, error } = useReviewForm(review, onClose);
  const isDirty = form.isDirty();
  return (
    <Dialog
      size="lg"
      title={t(review === null ? 'review.form.title' : 'review.form.editTitle')}
      closeOnEscape={!isDirty}
      closeOnClickOutside={!isDirty}
      onClose={onClose}
    >
      <form className={classes.form} noValidate onSubmit={submit}>
        <WordsFields form={form} />
        <PlaceFields form={form} />
        <CustomerField
          label={t('review.form.customer')}
          placeholder={t('review.form.findCustomer')}
          value={form.values.customerId}
          name={review?.customerName ?? null}
          error={form.errors.customerId}
          onChange={(id) => form.setFieldValue('customerId', id)}
        />
        <FormFoot
          save={t('review.form.save')}
          error={error}
          isRunning={isRunning}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
