import type { ReactNode } from 'react';
import { SavedNote } from '#renderer/components/fields/saved-note.tsx';
import type { Saved } from '#renderer/components/fields/use-saved.ts';
import classes from './settings.module.css';

interface Props {
  readonly label: string;
  /** Id of the control, or of nothing where the control names itself (a group). */
  readonly htmlFor?: string;
  readonly labelId?: string;
  readonly hint?: ReactNode | undefined;
  readonly saved?: Pick<Saved, 'takeBack' | 'error'>;
  readonly children: ReactNode;
}

/** A setting: what it is on the left, the control with its explanation on the right. */
export function SettingRow({ label, htmlFor, labelId, hint, saved, children }: Props) {
  const name =
    htmlFor === undefined ? (
      <span id={labelId}>{label}</span>
    ) : (
      <label htmlFor={htmlFor}>{label}</label>
    );
  return (
    <div className={classes.row}>
      <div className={classes.label}>{name}</div>
      <div className={classes.control}>
        {children}
        {hint !== undefined && <p className={classes.hint}>{hint}</p>}
        {saved !== undefined && <SavedNote saved={saved} />}
      </div>
    </div>
  );
}
