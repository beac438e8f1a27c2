import { later } from './later.ts';

/** Every campaign. */
export const CampaignsPage = later(
  () => import('#renderer/features/campaigns/campaigns-page.tsx'),
  (module) => module.CampaignsPage,
);
/** A new one. */
export const NewCampaignPage = later(
  () => import('#renderer/features/campaigns/campaign-page.tsx'),
  (module) => module.NewCampaignPage,
);
/** One of them, being made or worked through. */
export const CampaignPage = later(
  () => import('#renderer/features/campaigns/campaign-page.tsx'),
  (module) => module.CampaignPage,
);
/** Messages that are proposed by themselves. */
export const StandingPage = later(
  () => import('#renderer/features/campaigns/standing/standing-page.tsx'),
  (module) => module.StandingPage,
);
/** A new standing campaign. */
export const NewStandingPage = later(
  () => import('#renderer/features/campaigns/standing/standing-form-page.tsx'),
  (module) => module.NewStandingPage,
);
/** One standing campaign. */
export const StandingFormPage = later(
  () => import('#renderer/features/campaigns/standing/standing-form-page.tsx'),
  (module) => module.StandingFormPage,
);
/** What a campaign brought. */
export const CampaignResultPage = later(
  () => import('#renderer/features/campaigns/result/result-page.tsx'),
  (module) => module.CampaignResultPage,
);
/** The rule of the points, and what they are spent on. */
export const LoyaltyPage = later(
  () => import('#renderer/features/loyalty/loyalty-page.tsx'),
  (module) => module.LoyaltyPage,
);
