import { z } from 'zod';

/** Branded row ids: a customer's id cannot be handed in where a sale's is wanted. Positive integers. */
export const customerId = z.int().positive().brand<'CustomerId'>();
export const productId = z.int().positive().brand<'ProductId'>();
export const saleId = z.int().positive().brand<'SaleId'>();
export const importId = z.int().positive().brand<'ImportId'>();
export const batchId = z.int().positive().brand<'BatchId'>();

export type CustomerId = z.infer<typeof customerId>;
export type ProductId = z.infer<typeof productId>;
export type SaleId = z.infer<typeof saleId>;
export type ImportId = z.infer<typeof importId>;
export type BatchId = z.infer<typeof batchId>;

export const interactionId = z.int().positive().brand<'InteractionId'>();
export const followUpId = z.int().positive().brand<'FollowUpId'>();
export const complaintId = z.int().positive().brand<'ComplaintId'>();
export const reviewId = z.int().positive().brand<'ReviewId'>();
export const claimId = z.int().positive().brand<'ClaimId'>();

export type InteractionId = z.infer<typeof interactionId>;
export type FollowUpId = z.infer<typeof followUpId>;
export type ComplaintId = z.infer<typeof complaintId>;
export type ReviewId = z.infer<typeof reviewId>;
export type ClaimId = z.infer<typeof claimId>;

export const paymentId = z.int().positive().brand<'PaymentId'>();
export type PaymentId = z.infer<typeof paymentId>;

export const prospectId = z.int().positive().brand<'ProspectId'>();
export type ProspectId = z.infer<typeof prospectId>;

export const campaignId = z.int().positive().brand<'CampaignId'>();
export type CampaignId = z.infer<typeof campaignId>;

export const standingCampaignId = z.int().positive().brand<'StandingCampaignId'>();
export type StandingCampaignId = z.infer<typeof standingCampaignId>;

export const rewardId = z.int().positive().brand<'RewardId'>();
export type RewardId = z.infer<typeof rewardId>;

export const ownFieldId = z.int().positive().brand<'OwnFieldId'>();
export type OwnFieldId = z.infer<typeof ownFieldId>;

export const surveyId = z.int().positive().brand<'SurveyId'>();
export type SurveyId = z.infer<typeof surveyId>;

export const surveyAnswerId = z.int().positive().brand<'SurveyAnswerId'>();
export type SurveyAnswerId = z.infer<typeof surveyAnswerId>;

export const noteId = z.int().positive().brand<'NoteId'>();
export type NoteId = z.infer<typeof noteId>;

export const segmentId = z.int().positive().brand<'SegmentId'>();
export type SegmentId = z.infer<typeof segmentId>;
