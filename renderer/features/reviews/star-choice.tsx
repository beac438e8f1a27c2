import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './reviews.module.css';

interface Props {
  readonly label: string;
  readonly value: number | null;
  onChange(value: number | null): void;
}

const NONE = 'none';

/** One to five stars, or none: arrow keys choose. */
export function StarChoice({ label, value, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const stars = [1, 2, 3, 4, 5].map((star) => ({ value: String(star), label: `${star} ★` }));
  return (
    <div>
      <p id={id} className={classes.label}>
        {label}
      </p>
      <SegmentedControl
        size="xs"
        aria-labelledby={id}
        data={[...stars, { value: NONE, label: t('review.form.starsNone') }]}
        value={value === null ? NONE : String(value)}
        onChange={(next) => onChange(next === NONE ? null : Number(next))}
      />
    </div>
  );
}
