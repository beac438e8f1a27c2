import { later } from './later.ts';

/** What customers are worth. */
export const InsightsPage = later(
  () => import('#renderer/features/insights/insights-page.tsx'),
  (module) => module.InsightsPage,
);
/** What came in. */
export const RevenuePage = later(
  () => import('#renderer/features/insights/insights-page.tsx'),
  (module) => module.RevenuePage,
);
/** Who comes back. */
export const ComingBackPage = later(
  () => import('#renderer/features/insights/coming-back/coming-back-page.tsx'),
  (module) => module.ComingBackPage,
);
/** When they buy. */
export const TimePage = later(
  () => import('#renderer/features/insights/time/time-page.tsx'),
  (module) => module.TimePage,
);
/** What is bought. */
export const SoldProductsPage = later(
  () => import('#renderer/features/insights/products/products-page.tsx'),
  (module) => module.SoldProductsPage,
);
/** Who is behind a figure. */
export const WhoPage = later(
  () => import('#renderer/features/insights/who/who-page.tsx'),
  (module) => module.WhoPage,
);
/** What was foretold, beside what came. */
export const PastPage = later(
  () => import('#renderer/features/insights/past/past-page.tsx'),
  (module) => module.PastPage,
);
