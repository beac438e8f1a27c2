import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import { StopsRunning } from '#renderer/components/running/stops-running.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { leastPassword } from '#shared/contract/password/password.ts';
import { CodeShown } from './code-shown.tsx';
import { OpenSecond, useOpenSecond } from './open-second.tsx';
import classes from './password.module.css';
import { SecretField } from './secret-field.tsx';

interface Props {
  readonly of: 'set' | 'change';
  onClose(): void;
}

interface Shown {
  readonly recoveryCode: string;
  readonly leftOpen: readonly string[];
}

function useNewPassword(of: Props['of']) {
  const { t } = useTranslation();
  const set = useCommand('password.set');
  const change = useCommand('password.change');
  const open = useOpenSecond();
  const [fields, setFields] = useState({ current: '', password: '', again: '' });
  const [isTried, setTried] = useState(false);
  const [shown, setShown] = useState<Shown | null>(null);
  const { current, password, again } = fields;
  const isShort = password.length < leastPassword;
  const problems = {
    current: of === 'change' && current === '' ? t('password.missing') : null,
    password: isShort ? t('password.short', { count: leastPassword }) : null,
    again: password === again ? null : t('password.differs'),
  };
  const isWrong = Object.values(problems).some((problem) => problem !== null);
  const save = async () => {
    setTried(true);
    if (isWrong) return;
    if (of === 'set') {
      const result = await set.run({ password });
      if (!result.ok) return;
      setShown(result.value);
      await open.replace();
    } else {
      const result = await change.run({ current, password });
      if (result.ok) setShown({ ...result.value, leftOpen: [] });
    }
  };
  const { error, isRunning } = of === 'set' ? set : change;
  const problemOf = (field: keyof typeof problems) => (isTried ? problems[field] : null);
  return { fields, setFields, problemOf, save, shown, error, isRunning, open };
}

/** A new password, typed twice; then the code that opens the shop when it is forgotten. */
export function NewPasswordDialog({ of, onClose }: Props) {
  const { t } = useTranslation();
  const { fields, setFields, problemOf, save, shown, open, ...run } = useNewPassword(of);
  if (shown !== null) return <CodeShown {...shown} second={open.said} onClose={onClose} />;
  return (
    <Dialog onClose={onClose} title={t(`password.${of}Title`)}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p>{t(`password.${of}Lead`)}</p>
        {of === 'change' && (
          <SecretField
            isFirst
            label={t('password.current')}
            value={fields.current}
            problem={problemOf('current')}
            onChange={(current) => setFields({ ...fields, current })}
          />
        )}
        <SecretField
          isFirst={of === 'set'}
          label={t('password.new')}
          hint={t('password.newHint', { count: leastPassword })}
          value={fields.password}
          problem={problemOf('password')}
          onChange={(password) => setFields({ ...fields, password })}
        />
        <SecretField
          label={t('password.again')}
          value={fields.again}
          problem={problemOf('again')}
          onChange={(again) => setFields({ ...fields, again })}
        />
        {of === 'set' && open.second !== null && (
          <OpenSecond second={open.second} replaces={open.replaces} onChange={open.setReplaces} />
        )}
        <StopsRunning />
        <FormFoot save={t(`password.${of}Button`)} {...run} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
