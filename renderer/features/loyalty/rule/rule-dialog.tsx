import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import type { StoredPointRule } from '#shared/contract/loyalty/shapes.ts';
import classes from '../loyalty.module.css';
import { RuleFields } from './rule-fields.tsx';
import { RulePreview } from './rule-preview.tsx';
import { useRuleForm } from './use-rule-form.ts';

interface Props {
  /** The rule that begins last; null: this is the first. */
  readonly last: StoredPointRule | null;
  onClose(): void;
}

/** How points are given from a day on, with what that would have given. */
export function RuleDialog({ last, onClose }: Props) {
  const { t } = useTranslation();
  const form = useRuleForm(last, onClose);
  return (
    <Dialog title={t('loyalty.form.title')} size="lg" onClose={onClose}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.save();
        }}
      >
        <RuleFields form={form} />
        <RulePreview form={form} />
        <FormFoot
          isSticky
          error={form.error}
          isRunning={form.isRunning}
          canSave={form.canSave}
          save={t(last === null ? 'loyalty.form.switchOn' : 'app.save')}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
