import { replyAboutOf, saveDraft } from './drafts.ts';
import { markSent } from './sent.ts';
import { deleteTemplate, listTemplates, saveTemplate } from './templates.ts';

/** What main does for each channel of this area that it serves itself. */
export const replyHandlers = {
  'replies.templates': listTemplates,
  'replies.saveTemplate': saveTemplate,
  'replies.deleteTemplate': deleteTemplate,
  'replies.about': replyAboutOf,
  'replies.saveDraft': saveDraft,
  'replies.sent': markSent,
};
