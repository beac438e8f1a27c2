/**
 * What products brought is without tax. The amount of a line holds it only where prices do (`inclusive`); of
 * tax that comes on top nothing is in it, and it was taken off all the same. Kept from now on like this, and
 * counted anew with the next refresh. Frozen once shipped.
 */

/** A line counts like this: OLD, NEW or a row of `sales` as `s`. */
function counts(s: string): string {
  return `${s}.deleted_at IS NULL AND (${s}.status IN ('completed', 'processing')
    OR ${s}.kind = 'return' AND ${s}.revenue_minor <> 0)
    AND ${s}.sold_on <= (SELECT value FROM derived_state WHERE key = 'productsThrough')`;
}

function signed(s: string, value: string): string {
  return `CASE WHEN ${s}.kind = 'return' THEN -abs(${value}) ELSE ${value} END`;
}

/** What one line of a sale is worth: `l` and `s` may be OLD or NEW. */
function worth(l: string, s: string): string {
  return `${l}.product_id AS id, ${s}.sold_on AS day, ${s}.kind = 'sale' AS lines,
    ${signed(s, `${l}.amount_minor`)} - CASE WHEN ${s}.tax_mode = 'inclusive'
      THEN (${signed(s, `${l}.tax_minor`)}) ELSE 0 END AS revenue,
    ${signed(s, `${l}.quantity_e4`)} AS quantity`;
}

const add = `UPDATE product_figures SET revenue_minor = revenue_minor + x.revenue,
  quantity_e4 = quantity_e4 + x.quantity,
  last_lines = CASE WHEN x.lines = 0 OR x.day < last_sold_on THEN last_lines
    WHEN x.day = last_sold_on THEN last_lines + x.lines ELSE x.lines END,
  last_sold_on = CASE WHEN x.lines = 0 OR x.day < last_sold_on THEN last_sold_on ELSE x.day END`;
const take = `UPDATE product_figures SET revenue_minor = revenue_minor - x.revenue,
  quantity_e4 = quantity_e4 - x.quantity,
  last_lines = CASE WHEN x.day = last_sold_on THEN last_lines - x.lines ELSE last_lines END`;

function ofLine(change: string, line: 'OLD' | 'NEW'): string {
  return `${change} FROM (SELECT ${worth(line, 's')} FROM sales s
    WHERE s.id = ${line}.sale_id AND ${counts('s')}) AS x WHERE product_id = x.id;`;
}

function ofSale(change: string, sale: 'OLD' | 'NEW'): string {
  return `${change} FROM (SELECT id, day, sum(lines) AS lines, sum(revenue) AS revenue,
      sum(quantity) AS quantity FROM (SELECT ${worth('l', sale)} FROM sale_lines l
      WHERE l.sale_id = ${sale}.id AND l.product_id IS NOT NULL AND ${counts(sale)})
    GROUP BY id) AS x WHERE product_id = x.id;`;
}

const isKept = `EXISTS (SELECT 1 FROM derived_state WHERE key = 'productsThrough')`;

function differ(columns: readonly string[]): string {
  return columns.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(' OR ');
}

const lineColumns = ['sale_id', 'product_id', 'quantity_e4', 'amount_minor', 'tax_minor'];
const saleColumns = ['sold_on', 'kind', 'status', 'revenue_minor', 'tax_mode', 'deleted_at'];

export const taxOnTop = `
DROP TRIGGER product_figures_line_made;
DROP TRIGGER product_figures_line_gone;
DROP TRIGGER product_figures_line_changed;
DROP TRIGGER product_figures_sale_changed;
CREATE TRIGGER product_figures_line_made AFTER INSERT ON sale_lines
  WHEN NEW.product_id IS NOT NULL AND ${isKept} BEGIN
  ${ofLine(add, 'NEW')}
END;
CREATE TRIGGER product_figures_line_gone AFTER DELETE ON sale_lines
  WHEN OLD.product_id IS NOT NULL AND ${isKept} BEGIN
  ${ofLine(take, 'OLD')}
END;
CREATE TRIGGER product_figures_line_changed AFTER UPDATE OF ${lineColumns.join(', ')} ON sale_lines
  WHEN (${differ(lineColumns)}) AND ${isKept} BEGIN
  ${ofLine(take, 'OLD')}
  ${ofLine(add, 'NEW')}
END;
CREATE TRIGGER product_figures_sale_changed AFTER UPDATE OF ${saleColumns.join(', ')} ON sales
  WHEN (${differ(saleColumns)}) AND ${isKept} BEGIN
  ${ofSale(take, 'OLD')}
  ${ofSale(add, 'NEW')}
END;
DELETE FROM derived_state WHERE key IN ('productsThrough', 'figuresFor');
`;
