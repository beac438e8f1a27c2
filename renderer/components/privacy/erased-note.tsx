import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { useFormat } from '#renderer/components/use-format.ts';

/** What is left of somebody who was erased, and why. */
export function ErasedNote({ at }: { readonly at: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Card title={t('privacy.erased.sign')}>
      <p>{t('privacy.erased.note', { date: format.date(format.dayOf(at)) })}</p>
    </Card>
  );
}
