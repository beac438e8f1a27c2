import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly problem: string | null;
  readonly isFirst?: boolean;
  onChange(value: string): void;
}

/** A field for a password; what is typed can be shown. */
export function SecretField({ label, hint, value, problem, isFirst = false, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <PasswordInput
      {...(isFirst ? { 'data-autofocus': true } : {})}
      label={label}
      description={hint ?? null}
      autoComplete="off"
      value={value}
      error={problem}
      visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
