/**
 * What every product brought, kept as sales are written, and which products are no spellings of one
 * another. Frozen once shipped.
 *
 * `product_figures` counts lines of sales up to the day that `derived_state` has as `productsThrough`;
 * while it has none nothing is kept, and everything is counted anew when it gets one. Returns have their
 * minus, money is without tax. `last_lines`: lines of sales on `last_sold_on`; none left, and that day
 * is to be looked for again.
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
    ${signed(s, `${l}.amount_minor`)} - (${signed(s, `${l}.tax_minor`)}) AS revenue,
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
const saleColumns = ['sold_on', 'kind', 'status', 'revenue_minor', 'deleted_at'];

export const productFigures = `
CREATE TABLE product_figures (
  product_id INTEGER PRIMARY KEY REFERENCES products (id) ON DELETE CASCADE,
  revenue_minor INTEGER NOT NULL DEFAULT 0,
  quantity_e4 INTEGER NOT NULL DEFAULT 0,
  last_sold_on TEXT,
  last_lines INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX product_figures_unsettled ON product_figures (product_id)
  WHERE last_lines = 0 AND last_sold_on IS NOT NULL;
INSERT INTO product_figures (product_id) SELECT id FROM products;

CREATE TRIGGER product_figures_product AFTER INSERT ON products BEGIN
  INSERT INTO product_figures (product_id) VALUES (NEW.id);
END;
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

CREATE TABLE products_apart (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  product_id INTEGER NOT NULL REFERENCES products (id),
  other_id INTEGER NOT NULL REFERENCES products (id),
  created_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX products_apart_pair
  ON products_apart (min(product_id, other_id), max(product_id, other_id));
CREATE INDEX products_apart_product ON products_apart (product_id);
CREATE INDEX products_apart_other ON products_apart (other_id);
`;
