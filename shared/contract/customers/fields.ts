import { z } from 'zod';
import {
  longestChoice,
  longestFieldName,
  mostChoices,
  mostOwnFields,
  ownFieldTypes,
} from '../../domain/own-fields/own-fields.ts';
import { batchId, ownFieldId } from '../../ids.ts';
import { command, query, report } from '../define.ts';

const name = z.string().trim().min(1).max(longestFieldName);
const choices = z.array(z.string().trim().min(1).max(longestChoice)).max(mostChoices).default([]);
const type = z.enum(ownFieldTypes);

/** A field of the customer that the owner made. */
export const ownField = z.strictObject({
  id: ownFieldId,
  name: z.string(),
  type,
  /** Of a choice: what can be chosen. */
  choices: z.array(z.string()),
});
export type OwnField = z.infer<typeof ownField>;

const changed = z.strictObject({ id: ownFieldId, batchId });
const touches = ['customers', 'history'] as const;

export const customersFieldsContract = {
  /** Every field of the customer that the owner made, in the order of the form. */
  'customers.fields': query({
    input: z.strictObject({}),
    output: z.strictObject({ fields: z.array(ownField).max(mostOwnFields) }),
    touches: ['customers', 'shop'],
  }),
  /** How many customers that are there have a value in each; a field that is not named has none. */
  'customers.fieldCounts': report({
    input: z.strictObject({}),
    output: z.array(z.strictObject({ id: ownFieldId, count: z.int().positive() })),
    touches: ['customers', 'shop'],
  }),
  /** VALIDATION `own-field-name`: another has this name; `own-field-many`: there are as many as there may be. */
  'customers.addField': command({
    input: z.strictObject({ name, type, choices }),
    output: changed,
    touches,
  }),
  /** Its name, and what can be chosen; VALIDATION `own-choice-used` where a choice that goes is somebody's. */
  'customers.changeField': command({
    input: z.strictObject({ id: ownFieldId, name, choices }),
    output: changed,
    touches,
  }),
  /** One place up or down in the form. */
  'customers.moveField': command({
    input: z.strictObject({ id: ownFieldId, by: z.union([z.literal(-1), z.literal(1)]) }),
    output: changed,
    touches,
  }),
  /** To the trash, with what it holds of everybody. */
  'customers.removeField': command({
    input: z.strictObject({ id: ownFieldId }),
    output: changed,
    touches,
  }),
};
