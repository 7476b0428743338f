import { z } from 'zod';
import { checkObjects, type Evaluator } from '../../../platform/evaluation/index.ts';
import { normalizeCompanyName } from '../companies/index.ts';
import { clusterKey } from './cluster.ts';

const postingSchema = z.object({
  id: z.union([z.string(), z.number()]),
  title: z.string(),
  company: z.string().nullish(),
  location: z.union([z.string(), z.array(z.string())]).nullish(),
});

/** Tells which postings of a set are one vacancy: those of one cluster have the same `cluster`. */
export const clusterEvaluator: Evaluator = {
  description: '{id, title, company, location, description, url, postedAt?} → {id, cluster}',
  evaluate(objects) {
    return checkObjects(objects, postingSchema).map(({ id, title, company, location }) => {
      const places = [location ?? []].flat();
      return { id, cluster: clusterKey(normalizeCompanyName(company ?? ''), title, places).slice(0, 16) };
    });
  },
};
