import { readPlaces } from './reading.ts';

/** How sentences begin to say who may apply; all others are not looked at, since they name places of all kinds. */
const limiting =
  /must (?:currently )?(?:be (?:based|located|residing|living|a resident)|live|reside)|(?:need|required|have) to (?:be (?:based|located)|live|reside)|residents? only|(?:us|usa|u\.s\.|uk|eu|canada|europe|india) only|only (?:hir(?:e|ing)|open to|accept|consider|available to)|(?:candidates|applicants) (?:based|located|residing|living|must be)|open to (?:candidates|applicants|residents|people) |anywhere (?:in|within) |remote(?:ly)? (?:within|from|in) |wohnsitz|wohnhaft|nur (?:in|aus|innerhalb)|innerhalb deutschlands|in deutschland (?:wohnen|leben)|résider|résidence|résident|residir|residencia|residentes|vivir en|solo (?:en|para)/i;

/** Characters of a text that are read, and the longest sentence of it. */
const readable = 20_000;
const longestSentence = 600;

/** Where a description says that a person has to be: countries, regions and parts of the world; null: it does not. */
export function readScope(description: string): readonly string[] | null {
  const text = description.slice(0, readable);
  if (!limiting.test(text)) return null;
  const codes = text
    .split(/[\n!?]|\. /)
    .filter((sentence) => sentence.length <= longestSentence && limiting.test(sentence))
    .flatMap((sentence) => readPlaces(sentence, { workplace: 'remote' }).scope ?? []);
  return codes.length === 0 ? null : [...new Set(codes)];
}
