import enAccountant from './en/accountant.json' with { type: 'json' };
import enApp from './en/app.json' with { type: 'json' };
import enBackups from './en/backups.json' with { type: 'json' };
import enBecause from './en/because.json' with { type: 'json' };
import enBlocker from './en/blocker.json' with { type: 'json' };
import enCampaigns from './en/campaigns.json' with { type: 'json' };
import enComplaint from './en/complaint.json' with { type: 'json' };
import enComplaintReport from './en/complaintReport.json' with { type: 'json' };
import enCustomer from './en/customer.json' with { type: 'json' };
import enCustomers from './en/customers.json' with { type: 'json' };
import enError from './en/error.json' with { type: 'json' };
import enFeedback from './en/feedback.json' with { type: 'json' };
import enFirstStart from './en/firstStart.json' with { type: 'json' };
import enFollowUp from './en/followUp.json' with { type: 'json' };
import enGuarantee from './en/guarantee.json' with { type: 'json' };
import enHandover from './en/handover.json' with { type: 'json' };
import enHelp from './en/help.json' with { type: 'json' };
import enHistory from './en/history.json' with { type: 'json' };
import enImport from './en/import.json' with { type: 'json' };
import enInsights from './en/insights.json' with { type: 'json' };
import enKeys from './en/keys.json' with { type: 'json' };
import enLayer from './en/layer.json' with { type: 'json' };
import enList from './en/list.json' with { type: 'json' };
import enLoyalty from './en/loyalty.json' with { type: 'json' };
import enNav from './en/nav.json' with { type: 'json' };
import enNotes from './en/notes.json' with { type: 'json' };
import enNotice from './en/notice.json' with { type: 'json' };
import enPassword from './en/password.json' with { type: 'json' };
import enPayments from './en/payments.json' with { type: 'json' };
import enPeriod from './en/period.json' with { type: 'json' };
import enPhase from './en/phase.json' with { type: 'json' };
import enPicture from './en/picture.json' with { type: 'json' };
import enPrivacy from './en/privacy.json' with { type: 'json' };
import enProblem from './en/problem.json' with { type: 'json' };
import enProducts from './en/products.json' with { type: 'json' };
import enProspects from './en/prospects.json' with { type: 'json' };
import enReferrals from './en/referrals.json' with { type: 'json' };
import enReply from './en/reply.json' with { type: 'json' };
import enRestore from './en/restore.json' with { type: 'json' };
import enReview from './en/review.json' with { type: 'json' };
import enSales from './en/sales.json' with { type: 'json' };
import enSegments from './en/segments.json' with { type: 'json' };
import enSettings from './en/settings.json' with { type: 'json' };
import enStanding from './en/standing.json' with { type: 'json' };
import enTimeline from './en/timeline.json' with { type: 'json' };
import enToday from './en/today.json' with { type: 'json' };
import enTrash from './en/trash.json' with { type: 'json' };
import idAccountant from './id/accountant.json' with { type: 'json' };
import idApp from './id/app.json' with { type: 'json' };
import idBackups from './id/backups.json' with { type: 'json' };
import idBecause from './id/because.json' with { type: 'json' };
import idBlocker from './id/blocker.json' with { type: 'json' };
import idCampaigns from './id/campaigns.json' with { type: 'json' };
import idComplaint from './id/complaint.json' with { type: 'json' };
import idComplaintReport from './id/complaintReport.json' with { type: 'json' };
import idCustomer from './id/customer.json' with { type: 'json' };
import idCustomers from './id/customers.json' with { type: 'json' };
import idError from './id/error.json' with { type: 'json' };
import idFeedback from './id/feedback.json' with { type: 'json' };
import idFirstStart from './id/firstStart.json' with { type: 'json' };
import idFollowUp from './id/followUp.json' with { type: 'json' };
import idGuarantee from './id/guarantee.json' with { type: 'json' };
import idHandover from './id/handover.json' with { type: 'json' };
import idHelp from './id/help.json' with { type: 'json' };
import idHistory from './id/history.json' with { type: 'json' };
import idImport from './id/import.json' with { type: 'json' };
import idInsights from './id/insights.json' with { type: 'json' };
import idKeys from './id/keys.json' with { type: 'json' };
import idLayer from './id/layer.json' with { type: 'json' };
import idList from './id/list.json' with { type: 'json' };
import idLoyalty from './id/loyalty.json' with { type: 'json' };
import idNav from './id/nav.json' with { type: 'json' };
import idNotes from './id/notes.json' with { type: 'json' };
import idNotice from './id/notice.json' with { type: 'json' };
import idPassword from './id/password.json' with { type: 'json' };
import idPayments from './id/payments.json' with { type: 'json' };
import idPeriod from './id/period.json' with { type: 'json' };
import idPhase from './id/phase.json' with { type: 'json' };
import idPicture from './id/picture.json' with { type: 'json' };
import idPrivacy from './id/privacy.json' with { type: 'json' };
import idProblem from './id/problem.json' with { type: 'json' };
import idProducts from './id/products.json' with { type: 'json' };
import idProspects from './id/prospects.json' with { type: 'json' };
import idReferrals from './id/referrals.json' with { type: 'json' };
import idReply from './id/reply.json' with { type: 'json' };
import idRestore from './id/restore.json' with { type: 'json' };
import idReview from './id/review.json' with { type: 'json' };
import idSales from './id/sales.json' with { type: 'json' };
import idSegments from './id/segments.json' with { type: 'json' };
import idSettings from './id/settings.json' with { type: 'json' };
import idStanding from './id/standing.json' with { type: 'json' };
import idTimeline from './id/timeline.json' with { type: 'json' };
import idToday from './id/today.json' with { type: 'json' };
import idTrash from './id/trash.json' with { type: 'json' };

/** Bahasa Indonesia; one JSON file an area, the same keys in both languages. */
export const id = {
  accountant: idAccountant,
  app: idApp,
  backups: idBackups,
  because: idBecause,
  blocker: idBlocker,
  campaigns: idCampaigns,
  customer: idCustomer,
  customers: idCustomers,
  error: idError,
  feedback: idFeedback,
  firstStart: idFirstStart,
  handover: idHandover,
  help: idHelp,
  history: idHistory,
  import: idImport,
  insights: idInsights,
  keys: idKeys,
  layer: idLayer,
  list: idList,
  loyalty: idLoyalty,
  notes: idNotes,
  nav: idNav,
  period: idPeriod,
  password: idPassword,
  payments: idPayments,
  phase: idPhase,
  picture: idPicture,
  privacy: idPrivacy,
  problem: idProblem,
  products: idProducts,
  prospects: idProspects,
  standing: idStanding,
  timeline: idTimeline,
  followUp: idFollowUp,
  today: idToday,
  trash: idTrash,
  complaint: idComplaint,
  complaintReport: idComplaintReport,
  referrals: idReferrals,
  reply: idReply,
  restore: idRestore,
  review: idReview,
  guarantee: idGuarantee,
  notice: idNotice,
  sales: idSales,
  segments: idSegments,
  settings: idSettings,
};

/** English; one JSON file an area, the same keys in both languages. */
export const en = {
  accountant: enAccountant,
  app: enApp,
  backups: enBackups,
  because: enBecause,
  blocker: enBlocker,
  campaigns: enCampaigns,
  customer: enCustomer,
  customers: enCustomers,
  error: enError,
  feedback: enFeedback,
  firstStart: enFirstStart,
  handover: enHandover,
  help: enHelp,
  history: enHistory,
  import: enImport,
  insights: enInsights,
  keys: enKeys,
  layer: enLayer,
  list: enList,
  loyalty: enLoyalty,
  notes: enNotes,
  nav: enNav,
  period: enPeriod,
  password: enPassword,
  payments: enPayments,
  phase: enPhase,
  picture: enPicture,
  privacy: enPrivacy,
  problem: enProblem,
  products: enProducts,
  prospects: enProspects,
  standing: enStanding,
  timeline: enTimeline,
  followUp: enFollowUp,
  today: enToday,
  trash: enTrash,
  complaint: enComplaint,
  complaintReport: enComplaintReport,
  referrals: enReferrals,
  reply: enReply,
  restore: enRestore,
  review: enReview,
  guarantee: enGuarantee,
  notice: enNotice,
  sales: enSales,
  segments: enSegments,
  settings: enSettings,
};

export type Texts = typeof id;
