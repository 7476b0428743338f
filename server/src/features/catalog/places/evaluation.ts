import { z } from 'zod';
import { checkObjects, type Evaluator } from '../../../platform/evaluation/index.ts';
import { readPlaces } from './reading.ts';

const textSchema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  /** Of the employer. */
  country: z.string().nullish(),
});

/** Reads places as postings and people write them. */
export const placesEvaluator: Evaluator = {
  description:
    '{id, text, country?} → {id, places: [{name, region, country, latitude, longitude, unsure}], remote, workplace, scope}',
  evaluate(objects) {
    return checkObjects(objects, textSchema).map(({ id, text, country }) => {
      const { places, workplace, scope } = readPlaces(text, { country });
      return {
        id,
        places: places.map(({ place, name, unsure }) => ({
          name,
          region: place.regionName,
          country: place.country,
          latitude: place.latitude,
          longitude: place.longitude,
          unsure,
        })),
        remote: workplace === 'remote',
        workplace,
        scope,
      };
    });
  },
};
