import { z } from 'zod';
import { checkObjects, type Evaluator } from '../../../platform/evaluation/index.ts';
import { skillVocabulary } from './skills.ts';

const textSchema = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

/** Tells which skills a text asks for, by their English names, and where it says so. */
export const skillEvaluator: Evaluator = {
  description: '{id, text} → {id, skills, found}',
  evaluate(objects) {
    const { find, concept } = skillVocabulary();
    return checkObjects(objects, textSchema).map(({ id, text }) => {
      const found = find(text).skills.map(({ concept: place, start, end }) => ({
        skill: concept(place).names.en,
        text: text.slice(start, end),
        start,
        end,
      }));
      return { id, skills: [...new Set(found.map(({ skill }) => skill))], found };
    });
  },
};
