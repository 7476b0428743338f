import { z } from 'zod';
import { checkObjects, type Evaluator } from '../../../platform/evaluation/index.ts';
import { occupationVocabulary } from './occupations.ts';

const titleSchema = z.object({ id: z.union([z.string(), z.number()]), title: z.string() });

/** Tells which occupations a title names, by their English names, the one that the most words name first. */
export const titlesEvaluator: Evaluator = {
  description: '{id, title} → {id, occupations, shape, level}',
  evaluate(objects) {
    const { occupationsIn } = occupationVocabulary();
    return checkObjects(objects, titleSchema).map(({ id, title }) => {
      const { occupations, shape, level } = occupationsIn(title);
      return {
        id,
        occupations: [...new Set(occupations.map(({ occupation }) => occupation.id))],
        shape,
        level,
      };
    });
  },
};
