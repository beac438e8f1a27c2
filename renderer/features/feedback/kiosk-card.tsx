import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import { useSettings } from '#renderer/data/settings.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { SurveyId } from '#shared/ids.ts';
import classes from './feedback.module.css';

interface Props {
  readonly id: SurveyId;
  onClose(): void;
}

function WordFields(props: {
  readonly word: string;
  readonly again: string;
  onWord(word: string): void;
  onAgain(word: string): void;
}) {
  const { t } = useTranslation();
  const shown = { visibilityToggleButtonProps: { 'aria-label': t('password.show') } };
  return (
    <>
      <PasswordInput
        data-autofocus
        label={t('feedback.kiosk.choose')}
        description={t('feedback.kiosk.chooseHint')}
        autoComplete="off"
        maxLength={100}
        value={props.word}
        onChange={(event) => props.onWord(event.currentTarget.value)}
        {...shown}
      />
      <PasswordInput
        label={t('feedback.kiosk.chooseAgain')}
        autoComplete="off"
        maxLength={100}
        value={props.again}
        error={props.again !== '' && props.again !== props.word && t('feedback.kiosk.different')}
        onChange={(event) => props.onAgain(event.currentTarget.value)}
        {...shown}
      />
    </>
  );
}

/** Says what is about to happen, and by what one comes back. */
function StartDialog({ id, onClose }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery('password.state', {});
  const start = useCommand('feedback.kioskStart');
  const [word, setWord] = useState('');
  const [again, setAgain] = useState('');
  const isProtected = data?.isProtected === true;
  const isReady = isProtected || (word.trim().length >= 4 && word === again);
  return (
    <Dialog title={t('feedback.kiosk.start')} onClose={onClose}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void start.run({ surveyId: id, word: isProtected ? null : word });
        }}
      >
        <p>{t('feedback.kiosk.startText')}</p>
        <p>{t(isProtected ? 'feedback.kiosk.byPassword' : 'feedback.kiosk.byWord')}</p>
        {data !== undefined && !isProtected && (
          <WordFields word={word} again={again} onWord={setWord} onAgain={setAgain} />
        )}
        <FormFoot
          save={t('feedback.kiosk.begin')}
          error={start.error}
          isRunning={start.isRunning}
          canSave={isReady}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}

/** Hands the shop's screen over to whoever comes by. */
export function KioskCard({ id }: { readonly id: SurveyId }) {
  const { t } = useTranslation();
  const { isSample } = useSettings();
  const [isOpen, setOpen] = useState(false);
  return (
    <Card title={t('feedback.way.kiosk')}>
      <div className={classes.page}>
        <p>{t(isSample ? 'feedback.kiosk.notInSample' : 'feedback.kiosk.text')}</p>
        {!isSample && (
          <div className={classes.acts}>
            <Button onClick={() => setOpen(true)}>{t('feedback.kiosk.start')}</Button>
          </div>
        )}
      </div>
      {isOpen && <StartDialog id={id} onClose={() => setOpen(false)} />}
    </Card>
  );
}
