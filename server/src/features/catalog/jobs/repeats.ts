import type { JobFlag } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { normalizeUnicode } from '../../../platform/text/index.ts';
import { selectHiddenTexts } from './holds.store.ts';

/** The text of a posting. */
interface PostedText {
  readonly title: string;
  /** Without markup. */
  readonly text: string;
}

/** Hidden postings of one company that a new one is held against, the newest. */
const mostHidden = 20;
/** Characters of a text that are compared: enough to know it again, and little beside a transaction. */
const mostCompared = 8_000;
/** Words that follow each other and are compared as one. */
const run = 3;
/** Texts with fewer runs are the same only where they are equal. */
const fewestRuns = 8;
/** How much two texts share, of all that either has, when one is the other reworded here and there. */
const shareOfRepeat = 0.6;

/** The words in lower case, without accents and signs. */
function wordsOf(text: string): string[] {
  const plain = normalizeUnicode(text.slice(0, mostCompared), 'NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function runsOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(
    words.slice(0, Math.max(0, words.length - run + 1)).map((_, at) => words.slice(at, at + run).join(' ')),
  );
}

/**
 * Tells whether other postings say again what this one says, whatever they are called and however they are set. This one is read
 * once, however many it is held against.
 */
export function repeatsOf(one: PostedText): (other: PostedText) => boolean {
  const runs = runsOf(wordsOf(one.text));
  const whole = wordsOf(`${one.title} ${one.text}`).join();
  return (other) => {
    const otherRuns = runsOf(wordsOf(other.text));
    if (Math.min(runs.size, otherRuns.size) < fewestRuns) {
      return whole === wordsOf(`${other.title} ${other.text}`).join();
    }
    const shared = [...otherRuns].filter((words) => runs.has(words)).length;
    return shared >= shareOfRepeat * (runs.size + otherRuns.size - shared);
  };
}

/** The reason to look at a posting that repeats one of its company that an operator has hidden; none where it does not. */
export async function flagRepeats(
  tx: Tx,
  companyId: string,
  posting: PostedText,
  exceptJob: string | null,
): Promise<JobFlag[]> {
  const hidden = await selectHiddenTexts(tx, companyId, mostHidden, mostCompared);
  const others = hidden.filter(({ id }) => id !== exceptJob);
  if (others.length === 0) return [];
  const repeated = others.find(repeatsOf(posting));
  return repeated === undefined ? [] : [{ code: 'hidden_before', found: [repeated.title] }];
}
