import { later } from './later.ts';

/** Every sale. */
export const SalesPage = later(
  () => import('#renderer/features/sales/list/sales-page.tsx'),
  (module) => module.SalesPage,
);
/** Who owes what. */
export const OwedPage = later(
  () => import('#renderer/features/sales/owed/owed-page.tsx'),
  (module) => module.OwedPage,
);
/** Every product. */
export const ProductsPage = later(
  () => import('#renderer/features/products/list/products-page.tsx'),
  (module) => module.ProductsPage,
);
/** One product. */
export const ProductPage = later(
  () => import('#renderer/features/products/page/product-page.tsx'),
  (module) => module.ProductPage,
);
/** Prospects by their stage. */
export const BoardPage = later(
  () => import('#renderer/features/prospects/board/board-page.tsx'),
  (module) => module.BoardPage,
);
/** Prospects as a list. */
export const ProspectsPage = later(
  () => import('#renderer/features/prospects/list/prospects-page.tsx'),
  (module) => module.ProspectsPage,
);
/** One prospect. */
export const ProspectPage = later(
  () => import('#renderer/features/prospects/page/prospect-page.tsx'),
  (module) => module.ProspectPage,
);
/** One sale. */
export const SalePage = later(
  () => import('#renderer/features/sales/page/sale-page.tsx'),
  (module) => module.SalePage,
);
/** A sale being entered. */
export const NewSalePage = later(
  () => import('#renderer/features/sales/entry/entry-page.tsx'),
  (module) => module.NewSalePage,
);
/** A sale being changed. */
export const ChangeSalePage = later(
  () => import('#renderer/features/sales/entry/entry-page.tsx'),
  (module) => module.ChangeSalePage,
);
