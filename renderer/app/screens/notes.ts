import { later } from './later.ts';

/** How the shop does things. */
export const NotesPage = later(
  () => import('#renderer/features/notes/notes-page.tsx'),
  (module) => module.NotesPage,
);

/** What somebody who takes over has to know. */
export const HandoverPage = later(
  () => import('#renderer/features/handover/handover-page.tsx'),
  (module) => module.HandoverPage,
);
