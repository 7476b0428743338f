import { type Line, mostLines, mostText, plainLine, type ReadDocument, RefusedDocument } from './line.ts';

/** Plain text, or Markdown: its headings, bullets and links are marks that a plain text has as well. */
export function readPlainText(bytes: Uint8Array): ReadDocument {
  const text = new TextDecoder().decode(bytes).replace(/^\ufeff/, '');
  if (text.length > mostText) throw new RefusedDocument('too_large');
  const lines: Line[] = [];
  let gap = 1;
  for (const raw of text
    .split(/\r\n|[\n\r\f]/)
    .flatMap(pieces)
    .slice(0, mostLines)) {
    const previous = lines.at(-1);
    if (raw.trim() === '') gap += 1;
    else if (/^\s*(?:={3,}|-{3,}|_{3,}|\*{3,}|#{3,}|[─━═]{3,})\s*$/.test(raw)) {
      if (previous !== undefined && gap === 1 && previous.text.length < 60 && !/^[*_]/.test(raw.trim())) {
        lines[lines.length - 1] = { ...previous, isHeading: true };
      }
    } else {
      lines.push(lineOf(raw, gap));
      gap = 1;
    }
  }
  return { lines, pages: 1, columns: 1, hasPictures: false, hasTables: false, isUnreadable: false };
}

const longestLine = 2_000;

/** A line that is longer than any paragraph, in pieces. */
function pieces(line: string): string[] {
  if (line.length <= longestLine) return [line];
  const count = Math.ceil(line.length / longestLine);
  return Array.from({ length: count }, (_, at) => line.slice(at * longestLine, (at + 1) * longestLine));
}

function lineOf(raw: string, gap: number): Line {
  const heading = /^\s{0,3}(#{1,6})\s+/.exec(raw);
  const links: string[] = [];
  const withoutMarks = raw
    .slice(heading?.[0].length ?? 0)
    .replace(
      /!?\[([^\][\n]{0,300})\]\(([^()\s]{1,500})(?:\s"[^"\n]{0,200}")?\)/g,
      (_whole, label: string, url: string) => {
        links.push(url);
        return label;
      },
    )
    .replace(/<((?:https?:\/\/|mailto:)[^<>\s]{1,500})>/g, '$1');
  const isAccented = /^\s*(?:[-*+]\s+)?(?:\*\*|__)/.test(withoutMarks);
  const text = withoutMarks.replace(/\*\*|__|(?<=^|\s)[*_](?=\S)|(?<=\S)[*_](?=\s|$|[,.;:])|`/g, '');
  return plainLine(text.replace(/ {3,}|\s?\|\s?/g, '\t'), {
    gap,
    links,
    isHeading: heading !== null,
    isAccented,
    // The size of the headings of Markdown, so that they compare as those of other formats do.
    size: heading === null ? 10 : 22 - 2 * (heading[1]?.length ?? 6),
    x: (/^\s*/.exec(raw)?.[0] ?? '').length,
  });
}
