import { ActionIcon, Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { addressOf, useGo } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { EmailText } from '#renderer/components/figures.tsx';
import { ownText } from '#renderer/components/own-fields/own-text.ts';
import { useOwnFields } from '#renderer/components/own-fields/use-own-fields.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import type { CustomerFacts, CustomerProfile } from '#shared/contract/customers.ts';
import classes from './customer-page.module.css';

type Address = CustomerFacts['addresses'][number];

function addressLines(address: Address): string {
  const { street, district, city, province, postalCode, country } = address;
  const place = [city, province, postalCode].filter((part) => part !== null).join(', ');
  return [street, district, place === '' ? null : place, country]
    .filter((line) => line !== null)
    .join('\n');
}

interface Fact {
  readonly key: string;
  readonly term: string;
  readonly value: ReactNode;
}

/** What is known, in the order one would tell it; nothing for what is not. */
function useFacts(profile: CustomerProfile): readonly Fact[] {
  const { t } = useTranslation();
  const format = useFormat();
  const fields = useOwnFields();
  const { facts, recommendedByName, identifiers } = profile;
  const texts = ['uses', 'tastes', 'matters', 'occupation', 'source', 'taxId'] as const;
  const known: Fact[] = [];
  const add = (key: string, term: string, value: ReactNode) => known.push({ key, term, value });
  for (const name of texts) {
    const value = facts[name];
    if (value !== null && value !== '') add(name, t(`customer.field.${name}`), value);
  }
  if (facts.birthdayOn !== null) {
    add('birthdayOn', t('customer.field.birthdayOn'), format.date(facts.birthdayOn));
  }
  if (facts.gender !== null) {
    add('gender', t('customer.field.gender'), t(`customer.gender.${facts.gender}`));
  }
  if (facts.recommendedBy !== null) {
    const name = recommendedByName ?? t('customer.byId', { id: facts.recommendedBy });
    const link = <Link href={addressOf({ customer: facts.recommendedBy })}>{name}</Link>;
    add('recommendedBy', t('customer.field.recommendedBy'), link);
  }
  for (const { kind, label, value } of facts.contactPoints) {
    if (kind === 'phone') continue;
    const shown = kind === 'email' ? <EmailText address={value} /> : value;
    add(`${kind} ${value}`, label ?? t(`customer.field.${kind}`), shown);
  }
  for (const [index, address] of facts.addresses.entries()) {
    const term = address.label ?? t('customer.field.addresses');
    add(`address ${index}`, term, addressLines(address));
  }
  if (facts.note !== null && facts.note !== '') {
    add('note', t('customer.field.note'), facts.note);
  }
  for (const { fieldId, value } of facts.own) {
    const field = fields.find(({ id }) => id === fieldId);
    if (field !== undefined)
      add(`own ${fieldId}`, field.name, ownText(t, format, field.type, value));
  }
  for (const { scheme, value } of identifiers) add(`id ${scheme} ${value}`, scheme, value);
  return known;
}

/** Each opens all who have it. */
function Tags({ tags }: { readonly tags: readonly string[] }) {
  const go = useGo();
  if (tags.length === 0) return null;
  return (
    <div className={classes.tags}>
      {tags.map((tag) => (
        <button
          key={tag}
          type="button"
          className={classes.tag}
          onClick={() => go(lists.customers.showing({ tags: [tag] }))}
        >
          {tag}
        </button>
      ))}
    </div>
  );
}

interface Props {
  readonly profile: CustomerProfile;
  onEdit(): void;
}

/** The facts that somebody wrote down. */
export function FactsCard({ profile, onEdit }: Props) {
  const { t } = useTranslation();
  const known = useFacts(profile);
  const { tags, kind, relation } = profile.facts;
  return (
    <Card
      title={t('customer.facts')}
      actions={
        <ActionIcon aria-label={t('customer.editFacts')} onClick={onEdit}>
          <IconPencil size={16} stroke={1.75} />
        </ActionIcon>
      }
    >
      <dl className={classes.list}>
        <div>
          <dt>{t('customer.field.kind')}</dt>
          <dd>
            {t(`customers.kind.${kind}`)}
            {relation !== 'customer' && `, ${t(`customer.relation.${relation}`)}`}
          </dd>
        </div>
        {known.map(({ key, term, value }) => (
          <div key={key}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {known.length === 0 && (
        <p className={`${classes.quiet} ${classes.more}`}>{t('customer.noFacts')}</p>
      )}
      <Tags tags={tags} />
      {known.length < 3 && (
        <div className={classes.more}>
          <Button size="xs" onClick={onEdit}>
            {t('customer.moreFields')}
          </Button>
        </div>
      )}
    </Card>
  );
}
