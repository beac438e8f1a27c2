import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ProductFilter, ProductLacks } from '#shared/contract/products/list.ts';
import { nameKey } from '#shared/domain/text/names.ts';

const lacking: Readonly<Record<ProductLacks, RawBuilder<SqlBool>>> = {
  price: sql<SqlBool>`p.price_minor IS NULL`,
  cost: sql<SqlBool>`p.cost_minor IS NULL`,
  guarantee: sql<SqlBool>`NOT EXISTS (SELECT 1 FROM guarantee_policies WHERE product_id = p.id)`,
};

/** Whether a product is without something. */
export function lacks(what: ProductLacks): RawBuilder<SqlBool> {
  return lacking[what];
}

/** Whether a text is part of the name or of the code of `products AS p`. */
function isFound(typed: string): RawBuilder<SqlBool> {
  const key = nameKey(typed);
  return sql<SqlBool>`(${key} <> '' AND instr(p.name_key, ${key}) > 0
    OR instr(lower(coalesce(p.sku, '')), ${typed.toLowerCase()}) > 0)`;
}

/** What a filter asks of `products AS p`, for a WHERE; never anything in the trash. */
export function productCondition(filter: ProductFilter): RawBuilder<SqlBool> {
  const conditions: RawBuilder<SqlBool>[] = [sql<SqlBool>`p.deleted_at IS NULL`];
  const typed = filter.search.trim();
  if (typed !== '') conditions.push(isFound(typed));
  if (filter.category !== null) conditions.push(sql<SqlBool>`p.category = ${filter.category}`);
  if (filter.standing !== null)
    conditions.push(sql<SqlBool>`p.is_active = ${filter.standing === 'active' ? 1 : 0}`);
  conditions.push(...filter.lacks.map(lacks));
  return sql.join(conditions, sql` AND `);
}
