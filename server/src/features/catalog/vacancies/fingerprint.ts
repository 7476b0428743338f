import { readAddress } from './addresses.ts';
import { type PayRange, plainRequisition, readPayRanges, readRequisitions } from './amounts.ts';
import { decodeEntities, fold, foldUmlauts, hashOf } from './folding.ts';
import { wordsOf } from './geography.ts';
import { type CompanyFacts, readCompany } from './names.ts';
import { type Places, readPlaces } from './places.ts';
import { readText, type TextFacts } from './texts.ts';
import { readTitle, type TitleFacts } from './titles.ts';

/** What is read of a posting to tell which vacancy it is. */
export interface Posting {
  readonly title: string;
  readonly company: string;
  readonly places: readonly string[];
  /** Plain text, Markdown or HTML. */
  readonly text: string;
  readonly address: string;
  readonly postedAt: Date | null;
  /** As the source states it, beside what stands in the text. */
  readonly pay: PayRange | null;
}

/** All that decides whether two postings are one vacancy, computed once for each. */
export interface Fingerprint {
  readonly company: CompanyFacts;
  readonly title: TitleFacts;
  readonly places: Places;
  readonly posting: string | null;
  readonly board: string | null;
  readonly requisitions: readonly string[];
  readonly pay: readonly PayRange[];
  readonly text: TextFacts;
  readonly postedAt: number | null;
}

export function fingerprintOf(posting: Posting): Fingerprint {
  const company = readCompany(posting.company);
  const written = posting.places.map((place) => place.slice(0, 500)).slice(0, 60);
  const placeWords = new Set(written.flatMap((place) => wordsOf(place).split(' ')));
  const title = readTitle(posting.title, placeWords, company.key);
  const places = readPlaces([...written, ...title.places]);
  const ownWords = new Set([...placeWords, ...company.key.split(' ').filter((word) => word.length > 2)]);
  for (const word of wordsOf(posting.company).split(' ')) if (word.length > 2) ownWords.add(word);
  for (const word of [...ownWords]) ownWords.add(foldUmlauts(word));
  for (const city of places.cities) for (const word of city.name.split(' ')) ownWords.add(word);
  const address = readAddress(posting.address);
  const plain = decodeEntities(posting.text);
  const requisitions = [...readRequisitions(fold(plain.slice(0, 20_000)))];
  for (const written of [address.requisition, title.requisition]) {
    if (written !== null) requisitions.push(plainRequisition(written));
  }
  return {
    company,
    title,
    places,
    posting: address.posting,
    board: address.board,
    requisitions: [...new Set(requisitions)],
    pay: posting.pay === null ? readPayRanges(plain) : [posting.pay],
    text: readText(posting.text, ownWords),
    postedAt: posting.postedAt?.getTime() ?? null,
  };
}

const longestKey = 200;

/** By what the postings of an employer are found. */
export const companyKeyOf = ({ company }: Fingerprint): string => company.looseKey.slice(0, longestKey);

const prefixLength = 4;

/**
 * The blocks of a posting: only postings that share one are compared. Each is a way in which copies find each other: by
 * what names the posting, by employer and title in whole or by the beginnings of its words, by a part of the text.
 */
export function blocksOf({ company, title, posting, requisitions, text }: Fingerprint): readonly number[] {
  const blocks: string[] = [];
  if (posting !== null) blocks.push(`posting ${posting}`);
  for (const sketch of text.sketch) blocks.push(`text ${sketch}`);
  if (company.poster === 'employer' || company.poster === 'agency') {
    const name = company.looseKey;
    for (const requisition of requisitions) blocks.push(`requisition ${name} ${requisition}`);
    blocks.push(
      `title ${name} ${title.levels.join()} ${title.core.join(' ')}`,
      `joined ${name} ${title.levels.join()} ${title.joined}`,
      `beginnings ${name} ${title.levels.join()} ${title.core.map((word) => word.slice(0, prefixLength)).join(' ')}`,
    );
  }
  return [...new Set(blocks.map(hashOf))];
}
