import { z } from 'zod';
import { surveyOutcomes } from '../../domain/vocabulary/feedback.ts';
import { surveyAnswerId, surveyId } from '../../ids.ts';

/** In a customer's history: what they were asked, and what came of it; `text`: what they said in words. */
export const surveyHappening = {
  kind: z.literal('survey'),
  id: surveyAnswerId,
  surveyId,
  name: z.string(),
  outcome: z.enum(surveyOutcomes),
  text: z.string(),
};
