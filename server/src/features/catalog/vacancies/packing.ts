import type { Fingerprint } from './fingerprint.ts';
import type { Language } from './text-words.ts';
import type { Sentence } from './texts.ts';

/** A fingerprint as it is stored: its text as numbers of 32 bits, since that is most of it. */
export interface PackedFingerprint {
  readonly facts: PackedFacts;
  readonly sentences: Uint8Array;
}

/** All of a fingerprint but the sentences of its text. */
export interface PackedFacts extends Omit<Fingerprint, 'text'> {
  readonly sketch: readonly number[];
}

const languages: readonly Language[] = ['', 'en', 'de', 'fr', 'es'];
const languageBits = 16;
const generalBit = 1 << 20;
const mostWords = 0xffff;

/** Each sentence is the number of its words with its marks, its hash, and its words. */
export function packFingerprint({ text, ...facts }: Fingerprint): PackedFingerprint {
  const numbers: number[] = [];
  for (const { hash, words, language, isGeneral } of text.sentences) {
    const kept = words.slice(0, mostWords);
    const marks = (languages.indexOf(language) << languageBits) | (isGeneral ? generalBit : 0);
    numbers.push(kept.length | marks, hash, ...kept);
  }
  const view = new DataView(new ArrayBuffer(numbers.length * 4));
  for (const [index, number] of numbers.entries()) view.setUint32(index * 4, number, true);
  return { facts: { ...facts, sketch: text.sketch }, sentences: new Uint8Array(view.buffer) };
}

/** Its sentences are unpacked when they are asked for: most postings are told apart without them. */
export function unpackFingerprint({ facts, sentences }: PackedFingerprint): Fingerprint {
  const { sketch, ...rest } = facts;
  let unpacked: readonly Sentence[] | undefined;
  return {
    ...rest,
    text: {
      sketch,
      get sentences() {
        unpacked ??= unpackSentences(sentences);
        return unpacked;
      },
    },
  };
}

function unpackSentences(bytes: Uint8Array): Sentence[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = (at: number): number => view.getUint32(at * 4, true);
  const sentences: Sentence[] = [];
  for (let at = 0; at + 1 < bytes.byteLength / 4; ) {
    const header = read(at);
    const length = header & mostWords;
    const words: number[] = [];
    for (let index = 0; index < length; index += 1) words.push(read(at + 2 + index));
    const language = languages[(header >>> languageBits) & 0xf] ?? '';
    sentences.push({ hash: read(at + 1), words, language, isGeneral: (header & generalBit) !== 0 });
    at += 2 + length;
  }
  return sentences;
}
