import en from './en/helpPages.json' with { type: 'json' };
import id from './id/helpPages.json' with { type: 'json' };

/** What help says of each page. Apart from the other texts: read in when help is, not when the window is. */
export const helpTexts = { id, en };

/** A page that help explains. */
export type HelpPage = keyof typeof en.page;
