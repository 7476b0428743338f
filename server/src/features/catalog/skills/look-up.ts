import { type Dictionary, root } from './dictionary.ts';
import { type Concept, vocabularyLanguages } from './vocabulary.ts';
import { spellingWords, stem } from './words.ts';

/** The skill that a name means, as people write it in a profile, in whatever language; null for one that is not known. */
export type LookUpSkill = (name: string) => Concept | null;

export function createLookUpSkill(dictionary: Dictionary): LookUpSkill {
  return (name) => {
    const words = spellingWords(name);
    for (const language of vocabularyLanguages) {
      let nodes = [root];
      for (const { folded } of words) {
        const numbers = [
          dictionary.asWritten(folded),
          dictionary.asStem(stem(folded, language), language),
          dictionary.asStem(stem(folded, 'en'), 'en'),
        ];
        nodes = nodes.flatMap((node) =>
          numbers.filter((number) => number !== -1).map((number) => dictionary.next(node, number)),
        );
        nodes = nodes.filter((node) => node !== -1);
      }
      const entries = nodes.filter((node) => node !== root).flatMap((node) => dictionary.entriesAt(node));
      const entry = entries.find(({ spelling }) => spelling.text === name) ?? entries[0];
      const concept = entry === undefined ? undefined : dictionary.concepts[entry.concept];
      if (concept !== undefined) return concept;
    }
    return null;
  };
}
