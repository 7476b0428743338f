import { z } from 'zod';
import { checkObjects, type Evaluator } from '../../../platform/evaluation/index.ts';
import { createBoilerplate } from './boilerplate.ts';
import { createClustering } from './clustering.ts';
import { fingerprintOf } from './fingerprint.ts';

const postingSchema = z.object({
  id: z.union([z.string(), z.number()]),
  title: z.string(),
  company: z.string().nullish(),
  location: z.union([z.string(), z.array(z.string())]).nullish(),
  description: z.string().nullish(),
  url: z.string().nullish(),
  postedAt: z.union([z.string(), z.number()]).nullish(),
});

/**
 * Tells which postings of a set are one vacancy: those of one cluster have the same `cluster`, which is the id of its first
 * posting. What employers say in all of their postings is learned from the whole set first.
 */
export const clusterEvaluator: Evaluator = {
  description: '{id, title, company, location, description, url, postedAt?} → {id, cluster}',
  evaluate(objects) {
    const boilerplate = createBoilerplate();
    const postings = checkObjects(objects, postingSchema).map((posting) => {
      const fingerprint = fingerprintOf({
        title: posting.title,
        company: posting.company ?? '',
        places: [posting.location ?? []].flat(),
        text: posting.description ?? '',
        address: posting.url ?? '',
        postedAt: dateOf(posting.postedAt),
        pay: null,
      });
      boilerplate.add(fingerprint);
      return { id: posting.id, fingerprint };
    });
    const clustering = createClustering<number, number>();
    for (const [index, { fingerprint }] of postings.entries()) {
      clustering.add(index, fingerprint, boilerplate.of(fingerprint.company.looseKey), index);
    }
    return postings.map(({ id }, index) => ({
      id,
      cluster: postings[clustering.clusterOf(index) ?? index]?.id ?? id,
    }));
  },
};

function dateOf(written: string | number | null | undefined): Date | null {
  if (written === null || written === undefined) return null;
  const date = new Date(written);
  return Number.isNaN(date.getTime()) ? null : date;
}
