import { Button, Popover, Select } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftSource } from '#shared/contract/imports-draft.ts';
import { configure } from '../import-work.ts';
import { cut } from '../problem-groups.ts';
import classes from './columns.module.css';

const NONE = 'none';
const SHOWN_CELLS = 8;
const SHOWN_TEXT = 40;

function choose(sourceId: number, value: string): void {
  void configure({ sourceId, headerRow: value === NONE ? null : Number(value) });
}

function HeadRows({ source }: { readonly source: DraftSource }) {
  const { t } = useTranslation();
  const { id, head, headerRow } = source;
  const radio = (value: string, label: string, isChosen: boolean) => (
    <label>
      <input
        type="radio"
        name={`head-${id}`}
        checked={isChosen}
        onChange={() => choose(id, value)}
      />
      {label}
    </label>
  );
  return (
    <div className={classes.head}>
      <h3>{t('import.columns.headTitle')}</h3>
      <p>{t('import.columns.headHint')}</p>
      <table>
        <tbody>
          {head.map(({ row, cells }) => (
            <tr key={row} data-chosen={row === headerRow || undefined}>
              <td>{radio(String(row), t('import.columns.row', { row }), row === headerRow)}</td>
              {cells.slice(0, SHOWN_CELLS).map((cell, index) => (
                // The place of a cell is all the name it has.
                // biome-ignore lint/suspicious/noArrayIndexKey: cells never move
                <td key={index}>{cut(String(cell ?? ''), SHOWN_TEXT)}</td>
              ))}
            </tr>
          ))}
          <tr data-chosen={headerRow === null || undefined}>
            <td colSpan={SHOWN_CELLS + 1}>
              {radio(NONE, t('import.columns.headNone'), headerRow === null)}
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** Which row holds the titles, with the first rows to look at. */
export function HeaderChoice({ source }: { readonly source: DraftSource }) {
  const { t } = useTranslation();
  const { id, head, headerRow } = source;
  const inputId = useId();
  const rows = new Set(head.map(({ row }) => row));
  if (headerRow !== null) rows.add(headerRow);
  const data = [
    ...[...rows]
      .toSorted((a, b) => a - b)
      .map((row) => ({ value: String(row), label: String(row) })),
    { value: NONE, label: t('import.columns.noHeader') },
  ];
  const first = head[0]?.row ?? 1;
  const skipped = headerRow === null ? 0 : Math.max(0, headerRow - first);
  return (
    <>
      <span className={classes.pair}>
        <label htmlFor={inputId}>{t('import.columns.headerRow')}</label>
        <Select
          id={inputId}
          className={classes.title}
          data={data}
          value={headerRow === null ? NONE : String(headerRow)}
          onChange={(value) => {
            if (value !== null) choose(id, value);
          }}
        />
      </span>
      <Popover position="bottom-start" trapFocus>
        <Popover.Target>
          <Button size="xs" variant="subtle">
            {t('import.columns.headPreview')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <HeadRows source={source} />
        </Popover.Dropdown>
      </Popover>
      {skipped > 0 && (
        <span className={classes.muted}>{t('import.columns.skipped', { count: skipped })}</span>
      )}
    </>
  );
}
