import { z } from 'zod';
import {
  consentPurposes,
  consentWays,
  privacyEventKinds,
} from '../../domain/vocabulary/privacy.ts';
import { batchId, customerId } from '../../ids.ts';
import { day } from '../days.ts';
import { command, query, report, task } from '../define.ts';

const count = z.int().nonnegative();
const counted = z.array(z.strictObject({ table: z.string(), count }));

/** What erasing somebody would do. */
const erasure = z.strictObject({
  /** What is to be typed: how the customer is called. */
  called: z.string(),
  /** Rows that go and rows that stay without a word of the person, by their table; none is left out. */
  goes: counted,
  stays: counted,
  /** What the sales that stay brought, minor units. */
  revenueMinor: z.int(),
  /** What the person still owes; nobody would know from whom any more. */
  owedMinor: z.int(),
  /** Whether some of the sales lie in a period that was handed over and is locked. */
  isLocked: z.boolean(),
  /** Rows of imports that were refused or skipped, and name the person. */
  importRows: count,
  /** Texts about others in which the whole name stands: they stay. */
  mentions: count,
  /** Whether an import has been begun: it is put away. */
  hasDraft: z.boolean(),
  /** Copies that hold the person, and the days of the oldest and the newest; null: none does. */
  backups: z.strictObject({ count, oldestAt: z.string(), newestAt: z.string() }).nullable(),
  /** How many lie in the second folder; null: there is none, or it is not there now. */
  second: count.nullable(),
  /** Files that were set aside, which the app does not delete, and where they lie. */
  setAside: z.strictObject({ count, folder: z.string() }),
});
export type ErasureSurvey = z.infer<typeof erasure>;

export const consentFacts = z.strictObject({
  purpose: z.enum(consentPurposes),
  /** What for, in own words; needed where the purpose is `other`. */
  words: z.string().trim().max(200).default(''),
  isGiven: z.boolean(),
  on: day,
  way: z.enum(consentWays),
  note: z.string().trim().max(2000).default(''),
});
export type ConsentFacts = z.infer<typeof consentFacts>;

export const consentLine = z.strictObject({
  ...consentFacts.shape,
  on: z.iso.date(),
  id: z.int().positive(),
  createdAt: z.string(),
  /** Whether it is what holds now of its purpose. */
  holds: z.boolean(),
});
export type ConsentLine = z.infer<typeof consentLine>;

/** Whether somebody may be written to with offers. */
export const mayWrite = z.enum(['yes', 'no', 'never']);
export type MayWrite = z.infer<typeof mayWrite>;

export const privacyLogFilter = z.strictObject({
  kinds: z.array(z.enum(privacyEventKinds)).max(privacyEventKinds.length).default([]),
  from: day.nullable().default(null),
  to: day.nullable().default(null),
});
export type PrivacyLogFilter = z.infer<typeof privacyLogFilter>;

export const privacyLogRow = z.strictObject({
  id: z.int().positive(),
  at: z.string(),
  kind: z.enum(privacyEventKinds),
  /** Null: erased, or nobody in particular. */
  customer: z.strictObject({ id: customerId, name: z.string() }).nullable(),
  /** The number of who was erased. */
  number: z.int().positive().nullable(),
  count: count.nullable(),
  /** Whether it was taken back since. */
  isUndone: z.boolean(),
});
export type PrivacyLogRow = z.infer<typeof privacyLogRow>;

const cursor = z.strictObject({ at: z.string().max(40), id: z.int().positive() });

const everything = [
  'customers',
  'sales',
  'payments',
  'complaints',
  'interactions',
  'followUps',
  'prospects',
  'campaigns',
  'feedback',
  'notes',
  'loyalty',
  'reviews',
  'replies',
  'guarantee',
  'imports',
  'history',
  'privacy',
] as const;

export const privacyContract = {
  /** What a customer agreed to and took back, newest first, and whether offers may be sent. */
  'privacy.consents': query({
    input: z.strictObject({ customerId }),
    output: z.strictObject({ lines: z.array(consentLine), mayWrite }),
    touches: ['privacy', 'shop'],
  }),
  /** Writes down one more line; a mistake is put right by another, or by undoing it. */
  'privacy.addConsent': command({
    input: z.strictObject({ customerId, facts: consentFacts }),
    output: z.strictObject({ id: z.int().positive(), batchId }),
    touches: ['privacy', 'history'],
  }),
  /** Writes all there is about one customer where a person says. Null: the dialog was closed. */
  'privacy.handOut': task({
    input: z.strictObject({ customerId }),
    output: z.strictObject({ path: z.string(), files: count, rows: count }).nullable(),
    touches: ['privacy'],
  }),
  /** What erasing somebody would do; nothing is changed. */
  'privacy.survey': report({
    input: z.strictObject({ customerId }),
    output: erasure,
    touches: [...everything, 'accountant', 'backups', 'settings', 'shop'],
  }),
  /**
   * Erases one person for good. `confirm` is how the customer is called, typed. What the books need stays
   * under a number. Fails with VALIDATION where another name was typed.
   */
  'privacy.erase': task({
    input: z.strictObject({
      customerId,
      confirm: z.string().trim().max(300),
      /** Makes a copy without the person, and removes those that hold it. */
      removesBackups: z.boolean().default(false),
    }),
    output: z.strictObject({
      number: z.int().positive(),
      /** Whether sales or the like stay, under the number. */
      isKept: z.boolean(),
      /** Copies that were removed. */
      removedBackups: count,
      /** Copies that could not be removed, in this folder or the second. */
      leftBackups: count,
      /** Whether the file's free room was cleared too; else that is done at the next start. */
      isSwept: z.boolean(),
    }),
    touches: [...everything, 'backups'],
  }),
  /** Whether somebody with this phone or e-mail was erased, and when last; null: nobody. */
  'privacy.wasErased': query({
    input: z.strictObject({
      phone: z.string().trim().max(254).default(''),
      email: z.string().trim().max(254).default(''),
    }),
    output: z.strictObject({ at: z.string().nullable() }),
    touches: ['privacy', 'settings', 'shop'],
  }),
  /** Those who were erased again because an older copy was taken back, until somebody took note of it. */
  'privacy.again': query({
    input: z.strictObject({}),
    output: z.strictObject({ count, at: z.string().nullable() }),
    touches: ['privacy', 'shop'],
  }),
  /** Takes note of it. */
  'privacy.noted': command({
    input: z.strictObject({}),
    output: z.strictObject({ count }),
    touches: ['privacy'],
  }),
  /** What was done for whom, newest first. */
  'privacy.log': query({
    input: z.strictObject({
      filter: privacyLogFilter.prefault({}),
      after: cursor.nullable().default(null),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.strictObject({ rows: z.array(privacyLogRow), next: cursor.nullable() }),
    touches: ['privacy', 'customers', 'settings', 'shop'],
  }),
  /** Writes it as CSV, all pages. Null: the dialog was closed. */
  'privacy.exportLog': task({
    input: z.strictObject({ filter: privacyLogFilter.prefault({}) }),
    output: z.strictObject({ path: z.string(), rows: count }).nullable(),
    touches: [],
  }),
};
