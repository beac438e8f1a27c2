import { within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import type { RawHandle } from '#db/file/client.ts';
import { plain, rupiah } from '#tests/support/worth/cards.ts';

/** What a figure is made of: a customer or a sale, and what of it is added up, in minor units. */
export interface RowOf {
  readonly id: number;
  readonly minor: number;
}

/** Where the shop is read for a recount. */
export interface Counted {
  readonly raw: RawHandle;
  readonly today: string;
  /** The last day of sales, and the first of the twelve months that end with it. */
  readonly through: string;
  readonly from: string;
  /** From when on newcomers are new. */
  readonly countedFrom: string;
}

/** One figure of a card, and the way from it to its rows. */
export interface Figure {
  readonly name: string;
  /** What is clicked; null: there is nothing to click on. */
  at(card: HTMLElement, user: UserEvent): HTMLElement | null | Promise<HTMLElement | null>;
  /** The rows it is made of, by plain SQL: `id` and `minor`. */
  readonly list: 'customers' | 'sales';
  sql(counted: Counted): string;
  /** Which amount of the list's rows is added up. */
  readonly amount?: 'activeRevenueMinor' | 'revenueMinor' | 'clvMinor' | 'none';
  /** Shops that have it; those of the card unless told. */
  readonly shops?: readonly string[];
  /** What has to stand on the card, from its rows. */
  says?(rows: readonly RowOf[]): string;
}

/** A card by its file, and what of it leads where. */
export interface CardWays {
  readonly file: string;
  readonly page: string;
  /** What the card asks, or its title. */
  readonly title: string | RegExp;
  readonly figures: readonly Figure[];
  /** Shops that have this card with figures; it is missing, or too thin, in the others. */
  readonly shops?: readonly string[];
}

export function count(rows: readonly RowOf[]): string {
  return rows.length.toLocaleString('en');
}

export function money(rows: readonly RowOf[]): string {
  return rupiah(rows.reduce((sum, { minor }) => sum + minor, 0));
}

/** A control of the card by its name. */
export function control(name: string | RegExp, index = 0): Figure['at'] {
  return (card) => {
    const found = [...card.querySelectorAll<HTMLElement>('a, button')].filter((one) => {
      const text = one.getAttribute('aria-label') ?? plain(one);
      const shown = text.replaceAll(' ', ' ').replaceAll('Rp ', 'IDR ');
      return typeof name === 'string' ? shown === name : name.test(shown);
    });
    return found[index] ?? null;
  };
}

/** What leads on from a cell of the card's table; rows are counted from the end where negative. */
export function cell(row: number, column: number): Figure['at'] {
  return (card) => {
    const table = card.querySelector('table');
    const rows = [...(table?.querySelectorAll('tbody tr') ?? [])];
    return rows.at(row)?.children[column]?.querySelector<HTMLElement>('a, button') ?? null;
  };
}

/** The same of the row below, where everything comes together. */
export function sumCell(column: number): Figure['at'] {
  return (card) =>
    card.querySelector('tfoot tr')?.children[column]?.querySelector<HTMLElement>('a, button') ??
    null;
}

/** One of a menu's lines. */
export function menuLine(name: RegExp): Figure['at'] {
  return async (card, user) => {
    await user.click(within(card).getByRole('button', { name: 'See who' }));
    return within(document.body).findByRole('menuitem', { name, hidden: true });
  };
}
