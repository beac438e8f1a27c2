import { Button } from '@mantine/core';
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ReplyComposer } from '#renderer/components/replies/reply-composer.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { ComplaintPage } from '#shared/contract/complaints-page.ts';
import classes from './chain.module.css';
import { minorOf, NO_COMPENSATION, type SolutionValues } from './compensation-fields.tsx';
import { Resolved } from './done-steps.tsx';
import { CompensationTotal, SolutionFields, useSolution } from './solution-form.tsx';

/** What the reply may say although it is not saved yet. */
function useMergeValues(values: SolutionValues) {
  const { t } = useTranslation();
  const format = useFormat();
  const { solution, kind, amount } = values;
  return useMemo(() => {
    if (kind === NO_COMPENSATION) return { solution };
    const name = t(`complaint.compensation.${kind}`);
    const minor = minorOf(amount, format) ?? 0;
    const compensation =
      minor === 0
        ? name
        : t('complaint.compensation.line', { kind: name, amount: format.money(minor) });
    return { solution, compensation };
  }, [solution, kind, amount, format, t]);
}

interface Props {
  readonly page: ComplaintPage;
  /** The solution is saved and its reply on the way: the step stays in our hands until it went out. */
  setReplying(isReplying: boolean): void;
}

/** What we do about it, what the customer gets, and the reply that tells them. */
export function SolutionStep({ page, setReplying }: Props) {
  const { t } = useTranslation();
  const formId = useId();
  const solution = useSolution(page, false);
  const { form, isRunning, save } = solution;
  const mergeValues = useMergeValues(form.values);
  const isSaved = page.state !== 'diagnosed';
  const canReply = page.customer !== null || page.review !== null;
  const saveFirst = async () => {
    if (isSaved) return true;
    if (form.validate().hasErrors) return false;
    setReplying(true);
    const isDone = await save(form.values);
    if (!isDone) setReplying(false);
    return isDone;
  };
  const replying = isSaved ? {} : { beforeSend: saveFirst };
  return (
    <>
      {isSaved ? <Resolved page={page} /> : <SolutionFields id={formId} solution={solution} />}
      {canReply && (
        <div key="reply" className={classes.reply}>
          <ReplyComposer
            about={{ kind: 'complaint', id: page.id }}
            mergeValues={mergeValues}
            onSent={() => setReplying(false)}
            {...replying}
          />
        </div>
      )}
      <div key="foot" className={classes.foot}>
        {isSaved ? (
          <Button size="xs" variant="subtle" onClick={() => setReplying(false)}>
            {t('complaint.solution.goOn')}
          </Button>
        ) : (
          <Button
            type="submit"
            form={formId}
            variant={canReply ? 'subtle' : 'filled'}
            loading={isRunning}
          >
            {canReply ? t('complaint.solution.saveOnly') : t('complaint.solution.save')}
          </Button>
        )}
        {!isSaved && <CompensationTotal page={page} values={form.values} />}
      </div>
    </>
  );
}
