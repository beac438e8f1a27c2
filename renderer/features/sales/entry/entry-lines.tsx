import { ActionIcon, TextInput, VisuallyHidden } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import type { Offer } from '#shared/contract/sales/offers.ts';
import classes from './entry.module.css';
import { amountText, type EntryLine, isBlankLine, readLine } from './entry.ts';
import { lineField } from './focus.ts';
import { ProductInput } from './product-input.tsx';
import { splitCount } from './read-line.ts';
import type { EntryForm } from './use-entry.ts';

interface Props {
  readonly form: EntryForm;
  goTo(field: string): void;
}

interface LineProps extends Props {
  readonly line: EntryLine;
  readonly index: number;
}

/** What is typed into a line's fields, and where Enter goes on to. */
function useLine({ form, line, index, goTo }: LineProps) {
  const { settings } = useSettings();
  const { key } = line;
  const next = () => goTo(lineField(index + 1, 'product'));
  return {
    next,
    onType: (text: string) => form.setLine(key, { name: text, productId: null, usualE4: null }),
    onPick: (offer: Offer) => {
      const { count } = splitCount(line.name);
      const { id, name, unitPriceE4 } = offer;
      const price = unitPriceE4 === null ? '' : amountText(unitPriceE4, settings);
      const quantity = count ?? line.quantity;
      form.setLine(key, { productId: id, name, price, usualE4: unitPriceE4, quantity });
      // The next line is there once this one has been drawn with its product.
      requestAnimationFrame(() => (price === '' ? goTo(lineField(index, 'price')) : next()));
    },
    onEnter: () => {
      if (isBlankLine(line)) return goTo('paid');
      const { count, name } = splitCount(line.name);
      if (count !== null && line.productId === null) form.setLine(key, { name, quantity: count });
      goTo(lineField(index, 'price'));
    },
  };
}

interface FigureProps extends Omit<LineProps, 'goTo'> {
  readonly name: 'quantity' | 'price' | 'discount';
  readonly isWrong: boolean;
  readonly error?: string | false;
  /** Where Enter goes on to. */
  onEnter(): void;
}

/** A figure of a line, as it is typed. */
function Figure({ form, line, index, name, isWrong, error, onEnter }: FigureProps) {
  const { t } = useTranslation();
  return (
    <td>
      <TextInput
        data-field={lineField(index, name)}
        aria-label={t(`sales.entry.of.${name}`, { number: index + 1 })}
        autoComplete="off"
        maxLength={24}
        value={line[name]}
        error={(isWrong && t(`sales.entry.wrong.${name}`)) || error}
        placeholder={name === 'quantity' ? '1' : ''}
        classNames={{ input: classes.figure ?? '' }}
        onChange={(event) => form.setLine(line.key, { [name]: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          onEnter();
        }}
      />
    </td>
  );
}

function LineRow(props: LineProps) {
  const { form, line, index, goTo } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { settings } = useSettings();
  const { next, ...typing } = useLine(props);
  const { isWrong, isTooLarge } = readLine(line, settings, settings.selling);
  const place = form.read.lines.findIndex((one) => one.line.key === line.key);
  const sums = form.read.sums.lines[place];
  const number = index + 1;
  const isMissing = form.isHeld && !isBlankLine(line);
  const noPrice = isMissing && line.price.trim() === '' && t('sales.entry.wrong.noPrice');
  const noSuchPrice = isTooLarge ? t('problem.too-large') : noPrice;
  const noName = isMissing && line.name.trim() === '' && t('problem.line-nameless');
  const figure = { form, line, index, onEnter: next };
  const toPrice = () => goTo(lineField(index, 'price'));
  return (
    <tr className={classes.line}>
      <td>
        <ProductInput
          label={t('sales.entry.of.product', { number })}
          field={lineField(index, 'product')}
          value={line.name}
          isChosen={line.productId !== null}
          error={noName}
          {...typing}
        />
      </td>
      <Figure {...figure} name="quantity" isWrong={isWrong.quantity} onEnter={toPrice} />
      <Figure {...figure} name="price" isWrong={isWrong.price} error={noSuchPrice} />
      <Figure {...figure} name="discount" isWrong={isWrong.discount} />
      <td className={classes.amount}>
        {sums === undefined ? '–' : format.money(sums.amountMinor)}
      </td>
      <td>
        <ActionIcon
          aria-label={t('sales.entry.removeLine', { number })}
          tabIndex={-1}
          disabled={isBlankLine(line)}
          onClick={() => form.removeLine(line.key)}
        >
          <IconTrash size={16} stroke={1.75} />
        </ActionIcon>
      </td>
    </tr>
  );
}

const columns = ['product', 'quantity', 'price', 'discount', 'total'] as const;

/** The lines of a sale, with an empty one below; Ctrl+Del takes a line out. */
export function EntryLines({ form, goTo }: Props) {
  const { t } = useTranslation();
  const { lines } = form.entry;
  return (
    <table aria-label={t('sales.entry.lines')} className={classes.lines}>
      <thead>
        <tr className={classes.line} data-head>
          {columns.map((column) => (
            <th key={column} scope="col" className={column === 'product' ? '' : classes.amount}>
              {t(`sales.entry.column.${column}`)}
            </th>
          ))}
          <th scope="col">
            <VisuallyHidden>{t('sales.entry.column.remove')}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <LineRow key={line.key} {...{ form, line, index, goTo }} />
        ))}
      </tbody>
    </table>
  );
}
