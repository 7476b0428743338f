import type { SearchDocument } from './document.ts';
import { allFieldBits, type Field, fieldBits, headlineBits, impactFor, occurrenceWeight } from './fields.ts';
import { bytes, floats, grown, words32 } from './growing.ts';
import { languageOf, languages } from './languages.ts';
import { placeOf, unknownPlace } from './places-of-words.ts';
import { fieldsOf, type Postings } from './postings.ts';
import { extrasTerm, firstTerm, gapTerm, type Streams, textTerm } from './streams.ts';
import { mostCharacters } from './strict.ts';
import type { Vocabulary } from './vocabulary.ts';
import { detached, fold, readWords } from './words.ts';

/** Spellings that were seen are looked up by themselves; there are many more of them than of words. */
const mostRemembered = 400_000;

/** Beside the bits of fields: the place of the term has been noted. */
const isLocated = 16;

/** Takes documents apart, and counts what they have. Its memory is used again for the next one. */
export function createReader(vocabulary: Vocabulary) {
  const remembered = new Map<string, number>();
  let stream = new Uint32Array(4_096);
  let length = 0;
  let weights = new Float32Array(0);
  let fields = new Uint8Array(0);
  /** Where the terms that are counted stand. */
  let places = new Uint8Array(0);
  let touched: number[] = [];
  let joined: number[] = [];
  const evidence = new Int32Array(languages.length);

  function termOf(raw: string): number | undefined {
    const known = remembered.get(raw);
    if (known !== undefined) return known;
    const folded = fold(raw);
    if (folded === '') return undefined;
    const term = vocabulary.intern(folded);
    if (term === undefined) return undefined;
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(detached(raw), term);
    return term;
  }

  function push(term: number): void {
    stream = grown(stream, length + 1, words32);
    stream[length] = term;
    length += 1;
  }

  function weigh(term: number, weight: number, bit: number): void {
    if (term >= weights.length) {
      weights = grown(weights, term + 1, floats);
      fields = grown(fields, term + 1, bytes);
      places = grown(places, term + 1, bytes);
    }
    if (fields[term] === 0) touched.push(term);
    weights[term] = (weights[term] ?? 0) + weight;
    fields[term] = (fields[term] ?? 0) | bit;
  }

  function read(field: Field, texts: readonly string[]): void {
    const begin = length;
    const bit = fieldBits[field];
    const own: number[] = [];
    const counted: number[] = [];
    let left: number = mostCharacters[field];
    for (const text of texts) {
      const part = text.slice(0, left);
      left -= part.length;
      readWords(part, {
        word(raw) {
          const term = termOf(raw);
          if (term === undefined) return;
          push(term);
          const stops = field === 'text' ? vocabulary.stopBits(term) : 0;
          if (stops !== 0) {
            for (let place = 0; place < languages.length; place += 1) {
              if ((stops & (1 << place)) !== 0) evidence[place] = (evidence[place] ?? 0) + 1;
            }
            // In a text only a name in capitals counts: 'IT'.
            if (raw.length < 2 || raw !== raw.toUpperCase()) return;
          }
          counted.push(term);
        },
        joined(raw) {
          const term = termOf(raw);
          if (term !== undefined) own.push(term);
        },
      });
      push(gapTerm);
    }
    const weight = occurrenceWeight(field, length - begin - texts.length);
    for (const term of counted) weigh(term, weight, bit);
    for (const term of own) {
      weigh(term, weight, bit);
      joined.push(term);
    }
  }

  /** Notes where the words that are counted stand; those that stand in several places, or only bound together, have none. */
  function locate(): void {
    for (let position = 0; position < length; position += 1) {
      const term = stream[position] ?? 0;
      const bits = fields[term] ?? 0;
      if (bits === 0) continue;
      places[term] = (bits & isLocated) === 0 ? placeOf(position) : unknownPlace;
      fields[term] = bits | isLocated;
    }
    // Bound together it stands in a field where its place is none.
    for (const term of joined) places[term] = unknownPlace;
  }

  return {
    /** @returns the place of its language */
    add(postings: Postings, streams: Streams, number: number, document: SearchDocument): number {
      length = 0;
      joined = [];
      evidence.fill(0);
      read('title', [document.title]);
      read('company', [document.company]);
      read('skills', document.skills);
      push(textTerm);
      read('text', [document.text]);
      locate();
      push(extrasTerm);
      for (const term of joined) push(term);
      const language = languageOf(evidence);
      for (const term of touched) {
        const weight = weights[term] ?? 0;
        const bits = (fields[term] ?? 0) & allFieldBits;
        postings.add(term, number, bits, impactFor(weight), places[term] ?? unknownPlace);
        vocabulary.count(term, 1, language, (bits & headlineBits) !== 0);
        weights[term] = 0;
        fields[term] = 0;
        places[term] = unknownPlace;
      }
      touched = [];
      streams.add(number, stream, length);
      return language;
    },

    /** Takes a document out of the counts. */
    forget(postings: Postings, streams: Streams, number: number, language: number): void {
      const terms = new Set<number>();
      streams.each(number, (term) => {
        if (term >= firstTerm) terms.add(term);
        return true;
      });
      for (const term of terms) {
        const posting = postings.cursor(term).seek(number);
        if (posting !== 0) vocabulary.count(term, -1, language, (fieldsOf(posting) & headlineBits) !== 0);
      }
    },
  };
}
