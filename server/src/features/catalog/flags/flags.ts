import type { JobFlag, JobFlagCode } from '@rolecall/contract';
import type { Concept } from './concepts.ts';
import { findDisguises, mayBeDisguised } from './disguises.ts';
import { createFindConcepts, type FindConcepts, type Finding, type Vocabulary } from './matching.ts';
import { findMessengers } from './messengers.ts';
import { findNumbers } from './numbers.ts';
import { readSentences, type Sentence } from './reading.ts';
import { enoughTogether, type Rule, rules, strong } from './rules/index.ts';
import { anyWords } from './words/any.ts';
import { germanWords } from './words/de.ts';
import { englishWords } from './words/en.ts';
import { spanishWords } from './words/es.ts';
import { frenchWords } from './words/fr.ts';

/** What of a posting is read. */
export interface FlaggablePosting {
  readonly title: string;
  /** Without markup. */
  readonly text: string;
}

export type FlagPosting = (posting: FlaggablePosting) => JobFlag[];

const languages: readonly { readonly words: Vocabulary; readonly usual: string }[] = [
  { words: englishWords, usual: 'the and of to for with you your is are we our on from at this will be' },
  {
    words: germanWords,
    usual: 'der die das und fur mit sie du wir ist sind ein eine einen auf zu von dem den im bei nicht',
  },
  {
    words: frenchWords,
    usual: 'le les des et pour avec vous est sont une du dans sur votre vos nous au aux par qui ne',
  },
  {
    words: spanishWords,
    usual: 'el los las y para con tu su es son una del en por se que al lo nos no si te',
  },
];
const usualWords = languages.map(({ usual }) => new Set(usual.split(' ')));
/** A language counts that has so large a part of the usual words of the strongest one. */
const shareOfStrongest = 0.3;
const mostWordsFound = 6;
const longestFound = 60;

/**
 * Makes what finds postings that ask applicants for money, data or services that no employer asks for. Nothing is ever
 * flagged for one word: rules combine what stands near each other, and who pays whom.
 */
export function createFlagPosting(): FlagPosting {
  const finders = new Map<string, FindConcepts>();
  const finderOf = (spoken: readonly number[]) => {
    const key = spoken.join();
    let finder = finders.get(key);
    if (finder === undefined) {
      finder = createFindConcepts([
        anyWords,
        ...languages.filter((_, place) => spoken.includes(place)).map(({ words }) => words),
      ]);
      finders.set(key, finder);
    }
    return finder;
  };

  return ({ title, text }) => {
    const whole = `${title}\n${text}`;
    const sentences = readSentences(whole);
    const isSuspect = mayBeDisguised(whole);
    const spoken = languagesOf(sentences);
    const findings = sentences.map((sentence) =>
      settleAmounts(
        [
          ...finderOf(languagesWithin(sentence, spoken))(sentence),
          ...findMessengers(sentence, whole),
          ...(isSuspect ? findDisguises(sentence, whole) : []),
          ...findNumbers(sentence),
        ].filter(({ concept, first }) => !isRefused(sentence, first, refusedWithin.get(concept) ?? 0)),
      ),
    );
    const inTitle = findings.slice(0, readSentences(title).length).flat();
    return judge(whole, sentences, findings, inTitle);
  };
}

/** The languages that a text is written in, by their places in the list; all of them when it has few usual words. */
function languagesOf(sentences: readonly Sentence[]): number[] {
  const counts = usualWords.map(() => 0);
  for (const sentence of sentences)
    for (const { text } of sentence)
      for (const [place, usual] of usualWords.entries())
        if (usual.has(text)) counts[place] = (counts[place] ?? 0) + 1;
  const strongest = Math.max(...counts);
  return [...counts.keys()].filter((place) => (counts[place] ?? 0) >= strongest * shareOfStrongest);
}

/** Sentences with fewer words are often without any usual word of their language. */
const fewestWords = 8;

/** The languages of a text, or more in a sentence that has none of their usual words: it may be in another one. */
function languagesWithin(sentence: Sentence, spoken: readonly number[]): readonly number[] {
  if (sentence.length < fewestWords) return spoken;
  if (sentence.some(({ text }) => spoken.some((place) => usualWords[place]?.has(text)))) return spoken;
  return [...new Set([...spoken, ...languagesOf([sentence])])].toSorted();
}

const refusals: ReadonlySet<string> = new Set(
  (
    'not never no don doesn won without cannot nobody neither nicht nie niemals kein keine keinen keinem keiner keinerlei ohne weder ' +
    'ne jamais aucun aucune sans ni pas nunca jamas sin nadie tampoco'
  ).split(' '),
);
/** How many words before it a 'no' makes that nothing is asked for. */
const refusedWithin: ReadonlyMap<Concept, number> = new Map([
  ['messenger', 2],
  ['bank', 4],
  ['secret', 4],
  ['paper', 4],
  ['selfie', 4],
  ['cheque', 4],
  ['advance', 3],
  ['borne', 2],
  ['giftcard', 4],
  ['cvv', 4],
  ['paper2', 4],
  ['selfshot', 4],
  ['password', 4],
  ['textedcode', 4],
]);

/** 'No messages by WhatsApp' asks for none. */
function isRefused(sentence: Sentence, at: number, within: number): boolean {
  for (let back = 1; back <= within; back++) if (refusals.has(sentence[at - back]?.text ?? '')) return true;
  return false;
}

/** How near to an amount stands who pays it, or what makes it something that is given. */
const nearAmount: ReadonlyMap<Concept, number> = new Map([
  ['free', 9],
  ['others', 10],
  ['benefit', 3],
]);

/** Amounts that somebody else pays, as those beside them say, are none that are asked for. */
function settleAmounts(findings: readonly Finding[]): Finding[] {
  const has = (...concepts: readonly Concept[]) => findings.some(({ concept }) => concepts.includes(concept));
  // Nobody is given anything by a card that is to be bought.
  const giftCards = findings.filter(({ concept }) => concept === 'giftcard');
  const isOfGiftCard = ({ concept, first, last }: Finding) =>
    concept === 'benefit' && giftCards.some((card) => card.first <= first && last <= card.last);
  const isDue = has('prepay', 'rail', 'vendor');
  const goesToAuthority = !isDue && has('authority');
  const isCovered = !isDue && has('later') && has('refund');
  return findings.map((finding) => {
    if (finding.concept !== 'amount') return finding;
    if (goesToAuthority) return { ...finding, concept: 'dues' };
    const isPaid =
      isCovered ||
      findings.some((other) => {
        const { concept, first, last } = other;
        if (isOfGiftCard(other)) return false;
        const near = nearAmount.get(concept);
        return near !== undefined && first - finding.last <= near && finding.first - last <= near;
      });
    return isPaid ? { ...finding, concept: 'paid' } : finding;
  });
}

const mostAboutOthers = 1;

interface Evidence {
  readonly points: number;
  readonly found: readonly { readonly start: number; readonly end: number }[];
}

function judge(
  whole: string,
  sentences: readonly Sentence[],
  findings: readonly (readonly Finding[])[],
  inTitle: readonly Finding[],
): JobFlag[] {
  const present = findings.map((list) => new Set(list.map(({ concept }) => concept)));
  const everywhere = new Set(present.flatMap((set) => [...set]));
  const evidence = new Map<JobFlagCode, Evidence>();
  for (const rule of rules) {
    if (!mayApply(rule, everywhere)) continue;
    for (let first = 0; first < sentences.length; first++) {
      const has = (concept: Concept) => isWithin(present, first, rule.within, concept);
      if (!rule.all.every((group) => group.some(has)) || rule.unless.some(has)) continue;
      const isNear = (concept: Concept) =>
        has(concept) ||
        present[first - 1]?.has(concept) === true ||
        present[first + rule.within]?.has(concept) === true;
      if (rule.unlessNear?.some(isNear) === true) continue;
      const wanted = new Set(rule.all.flat());
      const spans = sentences
        .slice(first, first + rule.within)
        .flatMap((sentence, place) =>
          (findings[first + place] ?? [])
            .filter(({ concept }) => wanted.has(concept))
            .map((finding) => spanOf(sentence, finding)),
        );
      const before = evidence.get(rule.code);
      evidence.set(rule.code, {
        points: Math.max(before?.points ?? 0, rule.points),
        found: [...(before?.found ?? []), ...spans].slice(0, 4 * mostWordsFound),
      });
      break;
    }
  }
  const total = [...evidence.values()].reduce((sum, { points }) => sum + points, 0);
  // Whoever writes of what happens to customers or of fraud writes about the work.
  const aboutOthers = findings
    .flat()
    .filter(({ concept }) => concept === 'others' || concept === 'warn').length;
  const isAddressed = aboutOthers <= mostAboutOthers;
  const sure = [...evidence].filter(([, { points }]) => points >= strong);
  // Where the work itself is about fraud, one thing that frauds ask for may be what it is about.
  const isAboutFraud = inTitle.some(({ concept }) => concept === 'warn');
  const alone = isAboutFraud && sure.length < 2 ? [] : sure;
  const together = isAddressed && !isAboutFraud && total >= enoughTogether ? [...evidence] : [];
  const reasons = alone.length > 0 ? alone : together;
  return reasons.map(([code, { found }]) => ({ code, found: wordsOf(whole, found) }));
}

/** Whether some of so many sentences has a concept. It is asked so often that it makes no list of them. */
function isWithin(
  present: readonly ReadonlySet<Concept>[],
  first: number,
  within: number,
  concept: Concept,
): boolean {
  for (let at = first; at < first + within; at++) if (present[at]?.has(concept) === true) return true;
  return false;
}

const mayApply = ({ all, anywhere, nowhere }: Rule, everywhere: ReadonlySet<Concept>) =>
  all.every((group) => group.some((concept) => everywhere.has(concept))) &&
  (anywhere === undefined || anywhere.some((concept) => everywhere.has(concept))) &&
  (nowhere === undefined || !nowhere.some((concept) => everywhere.has(concept)));

const spanOf = (sentence: Sentence, { first, last }: Finding) => ({
  start: sentence[first]?.start ?? 0,
  end: sentence[last]?.end ?? 0,
});

/** What was found, as it is written, the longest first where some of it lies in others. */
function wordsOf(
  whole: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): string[] {
  const sorted = spans.toSorted((one, other) => one.start - other.start || other.end - one.end);
  const words: string[] = [];
  let end = -1;
  for (const span of sorted) {
    if (span.start < end) continue;
    end = span.end;
    const word = whole
      .slice(span.start, Math.min(span.end, span.start + longestFound))
      .replace(/\s+/g, ' ')
      .toWellFormed();
    if (!words.includes(word)) words.push(word);
    if (words.length >= mostWordsFound) break;
  }
  return words;
}
