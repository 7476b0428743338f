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

/** Whether a posting says again what another has said, whatever it is called and however it is set. */
export function isRepeat(one: PostedText, other: PostedText): boolean {
  const [words, otherWords] = [wordsOf(one.text), wordsOf(other.text)];
  const [runs, otherRuns] = [runsOf(words), runsOf(otherWords)];
  if (Math.min(runs.size, otherRuns.size) < fewestRuns) {
    return wordsOf(`${one.title} ${one.text}`).join() === wordsOf(`${other.title} ${other.text}`).join();
  }
  const shared = [...runs].filter((words) => otherRuns.has(words)).length;
  return shared >= shareOfRepeat * (runs.size + otherRuns.size - shared);
}

/** The reason to look at a posting that repeats one of its company that an operator has hidden; none where it does not. */
export async function flagRepeats(
  tx: Tx,
  companyId: string,
  posting: PostedText,
  exceptJob: string | null,
): Promise<JobFlag[]> {
  const hidden = await selectHiddenTexts(tx, companyId, mostHidden, mostCompared);
  const repeated = hidden.find(
    ({ id, title, text }) => id !== exceptJob && isRepeat(posting, { title, text }),
  );
  return repeated === undefined ? [] : [{ code: 'hidden_before', found: [repeated.title] }];
}
