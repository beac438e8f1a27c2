import type { Generated } from 'kysely';
import type { Id } from './column-types.ts';
import type { EntriesOf } from './table-entry.ts';

export interface ReviewsTable {
  id: Id;
  customer_id: number | null;
  platform:
    | 'google'
    | 'shopee'
    | 'tokopedia'
    | 'tiktok'
    | 'gofood'
    | 'grabfood'
    | 'instagram'
    | 'facebook'
    | 'other';
  author: Generated<string>;
  rating: number | null;
  text: Generated<string>;
  url: string | null;
  posted_on: string;
  answer: string | null;
  answered_at: string | null;
  complaint_id: number | null;
  revision_asked_on: string | null;
  revised_on: string | null;
  revised_rating: number | null;
  import_id: number | null;
  created_at: string;
  deleted_at: string | null;
}

export interface ReplyTemplatesTable {
  id: Id;
  name: string;
  language: 'id' | 'en';
  thanks: string;
  standard: string;
  amends: string;
  created_at: string;
}

export interface ReplyDraftsTable {
  id: Id;
  complaint_id: number | null;
  review_id: number | null;
  text: string;
  started_at: string;
  updated_at: string;
}

export interface ReviewsSchema {
  reviews: ReviewsTable;
  reply_templates: ReplyTemplatesTable;
  reply_drafts: ReplyDraftsTable;
}

export const reviewsTables = {
  reviews: {
    area: 'reviews',
    holds: 'own',
    carries: ['import_id', 'created_at', 'deleted_at'],
    refersTo: { customer_id: 'customers', complaint_id: 'complaints' },
  },
  reply_templates: {
    area: 'replies',
    holds: 'own',
    carries: ['created_at'],
    label: 'name',
  },
  reply_drafts: {
    area: 'replies',
    holds: 'draft',
    refersTo: { complaint_id: 'complaints', review_id: 'reviews' },
  },
} as const satisfies EntriesOf<ReviewsSchema>;
