import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CustomerField } from '#renderer/components/customer-field.tsx';
import { ProductField } from '#renderer/components/product-field.tsx';
import classes from './locked.module.css';
import type { Corrected, LineDraft, WrongField } from './use-corrected.ts';

interface LineProps {
  readonly draft: LineDraft;
  readonly index: number;
  readonly corrected: Corrected;
  /** Mistakes are said once saving was tried. */
  readonly isTried: boolean;
}

/** What is wrong with a field of a line, beside it. */
function useProblem({ index, corrected, isTried }: LineProps) {
  const { t } = useTranslation();
  const reading = corrected.read[index];
  return (field: WrongField): string | null => {
    if (!isTried) return null;
    if (reading?.ok === false)
      return reading.wrong.includes(field) ? t(`period.correct.wrong.${field}`) : null;
    const name = field === 'price' ? 'unitPriceE4' : 'discountMinor';
    const found = corrected.issues.find(({ path }) => path === `lines.${index}.${name}`);
    return found === undefined || field === 'quantity' ? null : t(`problem.${found.problem}`);
  };
}

function Line(props: LineProps) {
  const { draft, index, corrected } = props;
  const { t } = useTranslation();
  const problemOf = useProblem(props);
  const { key, productId, product } = draft;
  const line = index + 1;
  return (
    <fieldset className={classes.line} aria-label={t('period.correct.line', { line })}>
      <ProductField
        label={t('period.correct.product')}
        value={productId}
        name={product}
        onChange={(value, name) => corrected.change(key, { productId: value, product: name })}
      />
      {(['quantity', 'price', 'discount'] as const).map((field) => (
        <TextInput
          key={field}
          inputMode="decimal"
          autoComplete="off"
          label={t(`period.correct.${field}`)}
          value={draft[field]}
          error={problemOf(field)}
          onChange={(event) => corrected.change(key, { [field]: event.currentTarget.value })}
        />
      ))}
      <ActionIcon
        aria-label={t('period.correct.remove', { line })}
        disabled={corrected.lines.length === 1}
        onClick={() => corrected.remove(key)}
      >
        <IconTrash size={16} stroke={1.75} />
      </ActionIcon>
    </fieldset>
  );
}

interface Props {
  readonly corrected: Corrected;
  readonly isTried: boolean;
}

/** What should have been sold, to whom and for how much. */
export function CorrectedFields({ corrected, isTried }: Props) {
  const { t } = useTranslation();
  const { lines, customer, setCustomer, discount, setDiscount, isDiscountRead, issues } = corrected;
  const above = issues.find(({ path }) => path === 'discountMinor' || path === 'lines');
  const wrong = isDiscountRead
    ? above && t(`problem.${above.problem}`)
    : t('period.correct.wrong.discount');
  return (
    <div className={classes.fields}>
      <CustomerField
        label={t('period.correct.customer')}
        value={customer.id}
        name={customer.name}
        onChange={(id, name) => setCustomer({ id, name })}
      />
      {lines.map((draft, index) => (
        <Line key={draft.key} draft={draft} index={index} corrected={corrected} isTried={isTried} />
      ))}
      <div className={classes.below}>
        <Button size="xs" leftSection={<IconPlus size={14} />} onClick={corrected.add}>
          {t('period.correct.add')}
        </Button>
        <TextInput
          inputMode="decimal"
          autoComplete="off"
          label={t('period.correct.discountOfAll')}
          value={discount}
          error={isTried ? wrong : null}
          onChange={(event) => setDiscount(event.currentTarget.value)}
        />
      </div>
    </div>
  );
}
