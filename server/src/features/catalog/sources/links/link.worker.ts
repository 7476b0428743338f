import { load } from 'cheerio';
import { deepestElement } from '../../../../platform/nesting/index.ts';
import { jobPosting } from '../job_posting/index.ts';
import { documentText, type FeedDocument } from '../reading/document-text.ts';
import { findClosedWords, plainWords } from './closed-words.ts';

export interface LinkedPageRequest extends FeedDocument {
  /** Where the page came from, after all redirects. */
  readonly address: string;
  /** Of the job that it should be about. */
  readonly title: string;
}

/** What the page behind the link of a job says. */
export interface LinkedPage {
  /** Whether it names the job. */
  readonly hasTitle: boolean;
  /** Characters that a person sees. A page that scripts fill has hardly any. */
  readonly textLength: number;
  /** Its statement that the job is closed, in plain letters. */
  readonly closedWords: string | null;
  /** Until when its JobPosting of this title is valid, in milliseconds since 1970; null: it does not say. */
  readonly validThrough: number | null;
}

/** Elements in each other; the parser takes the square of their number. */
const deepestPage = 1_000;
const longestText = 200_000;
/** Such a part of the words of a title has to be there. */
const partOfTitle = 0.75;

/** Reads the page behind the link of a job; null where it is no page that can be read. */
export function readLinkedPage(request: LinkedPageRequest): LinkedPage | null {
  const html = documentText(request);
  if (!html.trimStart().startsWith('<') || deepestElement(html) > deepestPage) return null;
  const $ = load(html.toWellFormed());
  const heading = $('title').first().text();
  $('script, style, noscript, template, svg, head').remove();
  // Words of neighbouring blocks must not become one.
  $('br, p, div, li, h1, h2, h3, h4, h5, h6, td, th, section, header, footer, a, button').append(' ');
  const text = $.root().text().slice(0, longestText);
  const plain = plainWords(text);
  const valid = postedUntil(html, request);
  return {
    hasTitle: valid.isPosted || namesTitle(`${plainWords(heading)} ${plain}`, request.title),
    textLength: plain.trim().length,
    closedWords: findClosedWords(plain),
    validThrough: valid.until,
  };
}

/** Of the JobPosting of the page that has this title; of one alone whatever its title. */
function postedUntil(html: string, { title, address }: LinkedPageRequest) {
  const postings: { title: string; until: Date | null }[] = [];
  try {
    for (const row of jobPosting.read(html, { sourceName: '?', address, isFirst: false }).rows) {
      if ('posting' in row) postings.push({ title: row.posting.title, until: row.posting.deadlineAt });
    }
  } catch {
    // A page whose data cannot be read has none.
  }
  const named = postings.filter((posting) => plainWords(posting.title) === plainWords(title));
  const [own] = named.length > 0 ? named : postings.length === 1 ? postings : [];
  return { isPosted: named.length > 0, until: own?.until?.getTime() ?? null };
}

const wordsOf = (plain: string): string[] => plain.match(/[\p{L}\p{N}]+/gu) ?? [];

function namesTitle(plain: string, title: string): boolean {
  const said = plainWords(title);
  if (plain.includes(said)) return true;
  const words = new Set(wordsOf(said).filter((word) => word.length > 2));
  if (words.size === 0) return false;
  const there = new Set(wordsOf(plain));
  const found = [...words].filter((word) => there.has(word)).length;
  return found / words.size >= partOfTitle;
}
