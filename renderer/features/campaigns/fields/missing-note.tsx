import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';

export type Missing = 'name' | 'text' | 'fields' | 'shop' | 'me';

const partOf = { shop: 'shop', me: 'complaints' } as const;

/** What is still missing; where it is a setting, the way there. */
export function MissingNote({ missing }: { readonly missing: Missing | null }) {
  const { t } = useTranslation();
  if (missing === null) return null;
  const said = t(`campaigns.missing.${missing}`);
  const isSetting = missing === 'shop' || missing === 'me';
  return (
    <span role="status">
      <StatusBadge kind="due">
        {isSetting ? <Link href={`/settings?part=${partOf[missing]}`}>{said}</Link> : said}
      </StatusBadge>
    </span>
  );
}
