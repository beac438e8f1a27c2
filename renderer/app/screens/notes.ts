import { later } from './later.ts';

/** How the shop does things. */
export const NotesPage = later(
  () => import('#renderer/features/notes/notes-page.tsx'),
  (module) => module.NotesPage,
);
