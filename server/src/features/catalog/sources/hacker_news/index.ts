import type { Adapter, FeedRow } from '../adapter.ts';
import { decodeEntities } from '../reading/entities.ts';
import { readRows, toRow } from '../reading/rows.ts';
import { type Fields, fieldsOf, lineOf, listOf, parseJson, textOf, unreadable } from '../reading/values.ts';

const address = 'whoishiring';
const host = 'https://hn.algolia.com';
const threadTitle = /^Ask HN: Who is hiring\?/i;

/**
 * 'Who is hiring?' of Hacker News by the search of Algolia (https://hn.algolia.com/api): the newest thread of the month, and its
 * comments. Each comment is a posting, by custom with a first line such as 'Acme | Cook | Berlin or remote | Full-time'; an answer
 * to a comment is none.
 */
export const hackerNews: Adapter = {
  kind: 'hacker_news',
  coverage: 'increment',
  accept: 'application/json',
  isAddress: (given) => given === address,
  url: () => `${host}/api/v1/search_by_date?tags=story,author_whoishiring`,
  isBoard: false,
  isSite: false,

  recognize(link) {
    const isThread =
      link.hostname === 'news.ycombinator.com' && /^\/(?:item|submitted|jobs)$/.test(link.pathname);
    return isThread || link.hostname === 'hn.algolia.com' ? address : null;
  },

  identify: () => ({ address, name: 'Hacker News' }),

  read(document) {
    const root = fieldsOf(parseJson(document));
    if (Array.isArray(root['hits'])) return { rows: [], incomplete: null, more: threadsOf(root['hits']) };
    if (!Array.isArray(root['children'])) {
      throw unreadable('The document is neither a search of Hacker News nor a thread of it.');
    }
    return {
      rows: readRows(root['children'], (comment) => readComment(fieldsOf(comment))),
      incomplete: null,
    };
  },
};

/** The newest thread; hits come in the order of time. */
function threadsOf(hits: readonly unknown[]): string[] {
  const thread = hits.map(fieldsOf).find((hit) => threadTitle.test(textOf(hit['title'])));
  const id = textOf(thread?.['objectID']);
  if (!/^\d{1,12}$/.test(id)) throw unreadable('The search has no thread `Ask HN: Who is hiring?`.');
  return [`${host}/api/v1/items/${id}`];
}

const employment = /\b(?:full[ -]?time|part[ -]?time|contract(?:or)?|intern(?:ship)?s?|freelance)\b/i;
/** Parts of a first line that are neither a role nor a place. */
const otherPart = /https?:|www\.|\$|€|£|\b\d{2,3}k\b|\b(?:visa|equity|salary)\b/i;
const roleWord =
  /\b(?:engineers?|developers?|designers?|managers?|scientists?|analysts?|architects?|lead|head|director|founding|researchers?|devops|sre|sales|marketing|recruiter|operations|product|support|writer|consultants?|administrators?|specialists?|technicians?|roles?|positions?|multiple|various|cto|vp|programmers?|full[ -]?stack|backend|frontend|counsel|accountants?)\b/i;

function readComment(comment: Fields): FeedRow {
  const html = textOf(comment['text']);
  const id = textOf(comment['id']);
  const known = id === '' ? {} : { externalId: id };
  if (html === '') return { skip: 'no_title', detail: 'the comment was deleted, or has no text', ...known };
  const [first = ''] = html.split(/<p>|\n/i, 1);
  const line = lineOf(decodeEntities(first.replace(/<[^<>]{0,2000}>/g, ' ')), 600);
  const [company = '', ...parts] = line.split('|').map((part) => part.trim());
  if (company === '' || parts.length === 0) {
    return {
      skip: 'no_title',
      detail: `its first line names no company and role: ${line.slice(0, 120)}`,
      ...known,
    };
  }
  const open = parts.filter((part) => !otherPart.test(part));
  const title = open.find((part) => roleWord.test(part)) ?? open[0] ?? '';
  const places = open.filter((part) => part !== title && !employment.test(part) && part.length <= 80);
  return toRow({
    externalId: id,
    title,
    companyName: company.replace(/\((?:YC|https?:)[^()]*\)$/i, ''),
    links: [id === '' ? null : `https://news.ycombinator.com/item?id=${id}`],
    description: { format: 'html', content: html },
    places,
    workplace: null,
    employmentType: listOf(parts.map((part) => employment.exec(part)?.[0] ?? null)),
    department: null,
    pay: null,
    publishedAt: textOf(comment['created_at']) || comment['created_at_i'],
    deadlineAt: null,
  });
}
