import type { VacancyReason as Reason } from '@rolecall/contract';
import { compareRequisitions, isPayApart } from './amounts.ts';
import type { Fingerprint } from './fingerprint.ts';
import { type CompanyRelation, compareCompanies } from './names.ts';
import { comparePlaces, type PlaceRelation } from './places.ts';
import { type Core, compareTexts, partsOf, type TextRelation } from './texts.ts';
import { isUnusual } from './title-words.ts';
import { compareTitles, extraWords, type TitleRelation } from './titles.ts';

/**
 * `different`: something tells that they are two vacancies, so that no third posting may make them one.
 * `unclear`: nothing tells that they are one.
 */
export interface Decision {
  readonly same: boolean;
  readonly isVeto: boolean;
  /** How sure it is that they are one, to choose between clusters: 0 to 1. */
  readonly strength: number;
  readonly reasons: readonly Reason[];
}

/** Whether it is their texts by which they are one or are not. */
export const isByText = ({ reasons: [first] }: Decision): boolean =>
  first === 'same_text' ||
  first === 'cut_text' ||
  first === 'same_text_but_for_the_place' ||
  first === 'another_text';

/** A posting with the part of its text that is its own. */
export interface Candidate {
  readonly fingerprint: Fingerprint;
  readonly core: Core;
}

const same = (strength: number, ...reasons: readonly Reason[]): Decision => ({
  same: true,
  isVeto: false,
  strength,
  reasons,
});
const different = (...reasons: readonly Reason[]): Decision => ({
  same: false,
  isVeto: true,
  strength: 0,
  reasons,
});
const unclear = (...reasons: readonly Reason[]): Decision => ({
  same: false,
  isVeto: false,
  strength: 0,
  reasons,
});

/** Fewer words than these prove nothing. */
const leastText = 14;
/** How much of two texts must be shared where title and place are the same, where the place differs, and where names do. */
const sharedHere = 0.6;
const sharedElsewhere = 0.72;
const sharedOfStrangers = 0.8;
const sharedOfUnnamed = 0.9;
/** A text that was cut is contained in the whole. */
const containedWhenCut = 0.88;
const leastCutText = 10;
/** Of less than this nobody writes a second time about one vacancy. */
const sharedByOthers = 0.45;
const repostGap = 2 * 86_400_000;

/** Decides whether two postings are one vacancy. It gives the same for both orders. */
export function decide(a: Candidate, b: Candidate): Decision {
  const [one, other] = [a.fingerprint, b.fingerprint];
  if (one.posting !== null && one.posting === other.posting) return same(1, 'same_posting');
  const company = compareCompanies(one.company, other.company);
  if (company === 'different') return different('another_employer');
  const isOneEmployer = company === 'same' || company === 'nearly';
  const requisition = compareRequisitions(one.requisitions, other.requisitions);
  if (requisition === 'same' && isOneEmployer) return same(0.98, 'same_requisition');
  const veto = vetoOf(one, other, requisition === 'other' && company !== 'unknown');
  if (veto !== null) return different(veto);
  const title = compareTitles(one.title, other.title);
  if (title === 'other') return different('another_title');
  const place = comparePlaces(one.places, other.places);
  if (place === 'other_country') return different('another_country');
  if (place === 'other_city' && isCountryUnsure(one, other)) return different('another_country');
  const text = compareTexts(a.core, b.core);
  const isReadable =
    text.weight >= leastText || (text.weight >= leastCutText && text.contained >= containedWhenCut);
  if (!isReadable) return decideWithoutTexts(one, other, { company, title, place });
  return decideByTexts(one, other, { company, title, place, text });
}

/** What makes two vacancies of two postings, however alike they are. */
function vetoOf(a: Fingerprint, b: Fingerprint, isOtherRequisition: boolean): Reason | null {
  if (isOtherRequisition) return 'another_requisition';
  if (a.title.levels.join() !== b.title.levels.join()) return 'another_level';
  if (isHoursApart(a.title.hours, b.title.hours)) return 'other_hours';
  return isPayApart(a.pay, b.pay) ? 'pay_apart' : null;
}

/** Whether they have nothing in common of what either says about time, shift or term. */
function isHoursApart(a: readonly string[], b: readonly string[]): boolean {
  return ['time:', 'shift:', 'term:'].some((kind) => {
    const one = a.filter((hour) => hour.startsWith(kind));
    const other = b.filter((hour) => hour.startsWith(kind));
    if (one.length > 0 && other.length > 0) return !one.some((hour) => other.includes(hour));
    const told = [...one, ...other];
    return told.length > 0 && told.every(isUnusual);
  });
}

/** One names a country where the other has only a city that we do not know: it may be abroad. */
function isCountryUnsure({ places: a }: Fingerprint, { places: b }: Fingerprint): boolean {
  const isKnown = a.countries.length > 0 && b.countries.length > 0;
  return !isKnown && a.statesCountry !== b.statesCountry;
}

interface Relations {
  readonly company: CompanyRelation;
  readonly title: TitleRelation;
  readonly place: PlaceRelation;
}

function decideByTexts(
  a: Fingerprint,
  b: Fingerprint,
  { company, title, place, text }: Relations & { readonly text: TextRelation },
): Decision {
  const isHere = place === 'same' || place === 'open';
  const isStranger = company !== 'same' && company !== 'nearly';
  const isKnown = !isStranger || isOneNamed(a, b);
  const isCut = isKnown && text.contained >= containedWhenCut && text.weight >= leastCutText;
  if (isStranger) {
    // Whoever shows the postings of others shows them where they are, with the name of the employer in the text.
    if (place === 'other_city') return unclear('another_place');
    if (company === 'unknown' && !isEmployerNamed(a, b)) return unclear('unknown_employer');
  }
  const least = isStranger
    ? isKnown
      ? sharedOfStrangers
      : sharedOfUnnamed
    : title !== 'same' || !isHere
      ? sharedElsewhere
      : sharedHere;
  if (text.shared < least && !isCut) {
    return text.shared < sharedByOthers && text.contained < containedWhenCut
      ? different('another_text')
      : title === 'same'
        ? different('another_text')
        : unclear('another_text');
  }
  if (title === 'extended' && (place !== 'same' || !isSaidByBoth(a, b))) return different('title_says_more');
  const strength = 0.5 + 0.4 * Math.max(text.shared, isCut ? 0.9 * text.contained : 0);
  if (!isHere) return same(strength - 0.05, 'same_text_but_for_the_place');
  return same(strength, text.shared >= least ? 'same_text' : 'cut_text');
}

const isOneNamed = (a: Fingerprint, b: Fingerprint): boolean =>
  a.company.poster === 'employer' || b.company.poster === 'employer';

/** Whether the text of a posting that is not by its employer names the employer of the other. */
function isEmployerNamed(a: Fingerprint, b: Fingerprint): boolean {
  if (!isOneNamed(a, b)) return true;
  const [employer, other] = a.company.poster === 'employer' ? [a, b] : [b, a];
  const places = other.places.text.split(/[ |]/);
  const words = employer.company.looseKey
    .split(' ')
    .filter((word) => word.length > 2 && word !== 'and' && !places.includes(word));
  const [first] = words;
  // Texts leave out the end of a long name.
  const told = words.filter((word) => hasWord(other, word));
  return first !== undefined && told[0] === first && told.length * 2 >= words.length;
}

function hasWord({ text }: Fingerprint, word: string): boolean {
  const parts = partsOf(word).map((part) => part >>> 2);
  return text.sentences.some(({ words }) => parts.every((part) => words.some((one) => one >>> 2 === part)));
}

/**
 * Whether what only one title says stands in both texts, so that the other has only left it out. Short words are names of teams
 * ('GTM', 'GRC'), of which texts of one employer have many.
 */
function isSaidByBoth(a: Fingerprint, b: Fingerprint): boolean {
  return extraWords(a.title, b.title).every(
    (word) => word.length > 4 && hasWord(a, word) && hasWord(b, word),
  );
}

/** Lists without texts: two entries are one vacancy when nothing that they show differs. */
function decideWithoutTexts(a: Fingerprint, b: Fingerprint, { company, title, place }: Relations): Decision {
  if (company !== 'same') return unclear('unknown_employer');
  if (title === 'extended') return different('title_says_more');
  if (a.title.hours.join() !== b.title.hours.join()) return unclear('other_hours');
  if (place === 'other_city') return different('another_place');
  if (place !== 'same') return unclear('another_place');
  if (a.board !== null && a.board === b.board && !isPostedAgain(a, b))
    return different('another_posting_of_the_board');
  return same(title === 'same' ? 0.5 : 0.4, 'same_title_and_place', 'too_little_text');
}

/** An employer that posts one vacancy twice on its board does so after a while; two at once are two vacancies. */
function isPostedAgain(a: Fingerprint, b: Fingerprint): boolean {
  return a.postedAt !== null && b.postedAt !== null && Math.abs(a.postedAt - b.postedAt) >= repostGap;
}
