import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { type NoteDraft, useNoteDrafts } from '#renderer/state/note-drafts.ts';
import type { NoteRow } from '#shared/contract/notes/notes.ts';
import { draftKey, draftOf, emptyDraft, factsOf, isSameDraft } from './note-draft.ts';
import classes from './notes.module.css';
import { PinFields } from './pin-fields.tsx';

interface Props {
  /** Null: a new one. */
  readonly note: NoteRow | null;
  /** What a new one is pinned to from the start. */
  readonly pins?: Partial<NoteDraft>;
  onClose(): void;
}

/** What is written, kept until it is saved or let go of, wherever one goes meanwhile. */
function useWriting({ note, pins, onClose }: Props) {
  const { t } = useTranslation();
  const start = note === null ? { ...emptyDraft, ...pins } : draftOf(note);
  const [opened] = useState({ start, key: draftKey(note, start) });
  const { drafts, keep } = useNoteDrafts();
  const [isKept, setKept] = useState(drafts[opened.key] !== undefined);
  const [isRefused, setRefused] = useState(false);
  const create = useCommand('notes.create');
  const update = useCommand('notes.update');
  const draft = drafts[opened.key] ?? opened.start;
  const set = (part: Partial<NoteDraft>) => {
    const next = { ...draft, ...part };
    keep(opened.key, isSameDraft(next, opened.start) ? null : next);
  };
  const letGo = () => {
    keep(opened.key, null);
    setKept(false);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const facts = factsOf(draft);
    setRefused(facts.title === '');
    if (facts.title === '') return;
    const said = t('notes.saved');
    const result =
      note === null
        ? await create.run({ facts }, said)
        : await update.run({ id: note.id, expected: factsOf(opened.start), facts }, said);
    if (!result.ok) return;
    letGo();
    onClose();
  };
  return {
    ...{ draft, set, save, letGo, isKept, isRefused },
    isDirty: drafts[opened.key] !== undefined,
    isRunning: create.isRunning || update.isRunning,
    error: create.error ?? update.error,
  };
}

/** What it is called and what it says; and that it was begun before. */
function WordsFields({ writing }: { readonly writing: ReturnType<typeof useWriting> }) {
  const { t } = useTranslation();
  const { draft, set } = writing;
  return (
    <>
      {writing.isKept && (
        <p className={classes.kept} role="status">
          {t('notes.form.kept')}{' '}
          <Button size="xs" variant="subtle" onClick={writing.letGo}>
            {t('notes.form.startOver')}
          </Button>
        </p>
      )}
      <TextInput
        data-autofocus
        label={t('notes.form.name')}
        placeholder={t('notes.form.nameHint')}
        maxLength={120}
        required
        value={draft.title}
        error={writing.isRefused && draft.title.trim() === '' ? t('notes.form.noTitle') : null}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <Textarea
        label={t('notes.form.text')}
        placeholder={t('notes.form.textHint')}
        autosize
        minRows={5}
        maxRows={14}
        maxLength={8000}
        value={draft.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
    </>
  );
}

/** How something is done, and to whom or what it is pinned. */
export function NoteDialog(props: Props) {
  const { t } = useTranslation();
  const { note, onClose } = props;
  const writing = useWriting(props);
  const { draft, set, isDirty } = writing;
  const cancel = () => {
    writing.letGo();
    onClose();
  };
  return (
    <Dialog
      size="lg"
      title={t(note === null ? 'notes.form.title' : 'notes.form.editTitle')}
      closeOnEscape={!isDirty}
      closeOnClickOutside={!isDirty}
      onClose={onClose}
    >
      <form className={classes.form} noValidate onSubmit={(event) => void writing.save(event)}>
        <WordsFields writing={writing} />
        <PinFields draft={draft} set={set} />
        <FormFoot error={writing.error} isRunning={writing.isRunning} onCancel={cancel} />
      </form>
    </Dialog>
  );
}
