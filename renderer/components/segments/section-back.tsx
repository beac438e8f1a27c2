import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf } from '#renderer/base/routes.ts';

/** Back to all segments. */
export function SectionBack() {
  const { t } = useTranslation();
  return <Link href={addressOf('segments')}>{t('segments.title')}</Link>;
}
