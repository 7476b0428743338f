import { z } from 'zod';
import { checkObjects, type Evaluator } from '../../../platform/evaluation/index.ts';
import { readPay } from './reading.ts';

const textSchema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  /** Of the employer or the work. */
  country: z.string().nullish(),
});

/** Reads pay out of fields and whole texts. */
export const payEvaluator: Evaluator = {
  description:
    '{id, text, country?} → {id, minimum, maximum, currency, period, stated, gross, months, evidence} or nulls',
  evaluate(objects) {
    return checkObjects(objects, textSchema).map(({ id, text, country }) => {
      const pay = readPay(text, country ?? null);
      return {
        id,
        minimum: pay?.minimum ?? null,
        maximum: pay?.maximum ?? null,
        currency: pay?.currency ?? null,
        period: pay?.period ?? null,
        stated: pay?.stated ?? null,
        gross: pay?.gross ?? null,
        months: pay?.months ?? null,
        evidence: pay?.evidence ?? null,
      };
    });
  },
};
