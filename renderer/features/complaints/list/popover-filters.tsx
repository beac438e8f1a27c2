import { Button, Popover } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { ProductField } from '#renderer/components/product-field.tsx';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import { useComplaintList } from '#renderer/state/complaint-list.ts';
import { addDays, addMonths } from '#shared/domain/calendar/dates.ts';
import { ChipFace, ClearFilter } from './choice-menu.tsx';
import classes from './filter-bar.module.css';
import type { FilterChoice } from './use-complaint-filter.ts';

interface Span {
  readonly receivedFrom: string;
  readonly receivedTo: string;
}

/** The spans people ask for, ending today or with the month before. */
function usualSpans(today: string) {
  const month = `${today.slice(0, 7)}-01`;
  return {
    month: { receivedFrom: month, receivedTo: today },
    lastMonth: { receivedFrom: addMonths(month, -1), receivedTo: addDays(month, -1) },
    quarter: { receivedFrom: addDays(today, -89), receivedTo: today },
    year: { receivedFrom: `${today.slice(0, 4)}-01-01`, receivedTo: today },
  } satisfies Record<string, Span>;
}

const SPANS = ['month', 'lastMonth', 'quarter', 'year'] as const;

function useSpanText(format: Format) {
  const { t } = useTranslation();
  return (from: string | null, to: string | null): string | null => {
    const spans = usualSpans(format.today);
    const usual = SPANS.find(
      (one) => spans[one].receivedFrom === from && spans[one].receivedTo === to,
    );
    if (usual !== undefined) return t(`complaint.period.${usual}`);
    const [first, last] = [from ?? '', to ?? ''].map((day) =>
      day === '' ? '' : format.date(day, true),
    );
    if (from !== null && to !== null) return t('complaint.period.span', { from: first, to: last });
    if (from !== null) return t('complaint.period.since', { from: first });
    return to === null ? null : t('complaint.period.until', { to: last });
  };
}

/** When they came in: a usual span, or two days of one's own. */
export function PeriodFilter({ filter, setFilter }: FilterChoice) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const spans = usualSpans(format.today);
  const { receivedFrom, receivedTo } = filter;
  const chosen = useSpanText(format)(receivedFrom, receivedTo);
  const title = t('complaint.filter.period');
  const text = chosen === null ? title : t('complaint.filter.is', { what: title, value: chosen });
  const take = (span: Span) => {
    setFilter(span);
    setOpen(false);
  };
  return (
    <span className={classes.facet}>
      <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          <button
            type="button"
            className={classes.chip}
            data-on={chosen !== null || undefined}
            onClick={() => setOpen(!isOpen)}
          >
            <ChipFace text={text} isOn={chosen !== null} />
          </button>
        </Popover.Target>
        <Popover.Dropdown className={classes.panel} aria-label={title}>
          <div className={classes.spans}>
            {SPANS.map((one) => (
              <Button key={one} size="xs" onClick={() => take(spans[one])}>
                {t(`complaint.period.${one}`)}
              </Button>
            ))}
          </div>
          <div className={classes.days}>
            <DayField
              label={t('complaint.period.from')}
              clearable
              maxDate={receivedTo ?? format.today}
              value={receivedFrom}
              popoverProps={{ withinPortal: false }}
              onChange={(day) => setFilter({ receivedFrom: day })}
            />
            <DayField
              label={t('complaint.period.to')}
              clearable
              {...(receivedFrom === null ? {} : { minDate: receivedFrom })}
              value={receivedTo}
              popoverProps={{ withinPortal: false }}
              onChange={(day) => setFilter({ receivedTo: day })}
            />
          </div>
        </Popover.Dropdown>
      </Popover>
      {chosen !== null && (
        <ClearFilter
          text={text}
          onClear={() => setFilter({ receivedFrom: null, receivedTo: null })}
        />
      )}
    </span>
  );
}

interface ProductProps {
  readonly choice: FilterChoice;
  /** What the rows shown say the product is called. */
  readonly shownName: string | null;
}

/** One product, found by its name. */
export function ProductFilter({ choice, shownName }: ProductProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { filter, setFilter } = choice;
  const { names, remember } = useComplaintList();
  const id = filter.productId;
  const title = t('complaint.filter.product');
  const name = names[`product ${id}`] ?? shownName ?? t('complaint.filter.thatProduct');
  const text = id === null ? title : t('complaint.filter.is', { what: title, value: name });
  return (
    <span className={classes.facet}>
      <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          <button
            type="button"
            className={classes.chip}
            data-on={id !== null || undefined}
            onClick={() => setOpen(!isOpen)}
          >
            <ChipFace text={text} isOn={id !== null} />
          </button>
        </Popover.Target>
        <Popover.Dropdown className={classes.panel} aria-label={title}>
          <ProductField
            label={title}
            value={id}
            name={id === null ? null : name}
            isInside
            onChange={(productId, chosen) => {
              if (productId !== null && chosen !== null) remember(`product ${productId}`, chosen);
              setFilter({ productId });
              if (productId !== null) setOpen(false);
            }}
          />
        </Popover.Dropdown>
      </Popover>
      {id !== null && <ClearFilter text={text} onClear={() => setFilter({ productId: null })} />}
    </span>
  );
}
