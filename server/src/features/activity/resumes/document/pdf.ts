import { registerHooks } from 'node:module';
import { type Band, bandsOf, type MarginOf, type Row, rowsOf, type Segment } from './columns.ts';
import {
  type Line,
  mostLines,
  mostPages,
  mostText,
  type ReadDocument,
  RefusedDocument,
  splitBullet,
  tidy,
} from './line.ts';

type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
type Page = Awaited<ReturnType<Awaited<ReturnType<Library['getDocument']>['promise']>['getPage']>>;

let loaded: Promise<Library> | undefined;

/** The library would load compiled code for drawing, which nothing here does: it is given an empty one. */
async function loadLibrary(): Promise<Library> {
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier === '@napi-rs/canvas'
        ? { url: 'rolecall:no-drawing', shortCircuit: true }
        : next(specifier, context),
    load: (url, context, next) =>
      url === 'rolecall:no-drawing'
        ? {
            format: 'commonjs',
            source: 'exports.DOMMatrix = class {}; exports.Path2D = class {};',
            shortCircuit: true,
          }
        : next(url, context),
  });
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    hooks.deregister();
  }
}

/** Programs in a document, as its objects name them. */
const scripts = /\/S\s{0,9}\/(?:JavaScript|Launch)\b|\/JS\s{0,9}[(<]/;

/** @throws {RefusedDocument} */
export async function readPdf(bytes: Uint8Array, marginOf: MarginOf): Promise<ReadDocument> {
  if (scripts.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))) {
    throw new RefusedDocument('has_scripts');
  }
  loaded ??= loadLibrary();
  const library = await loaded;
  const task = library.getDocument({
    data: new Uint8Array(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    verbosity: 0,
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > mostPages) throw new RefusedDocument('too_many_pages');
    if ((await pdf.getPermissions()) !== null) throw new RefusedDocument('encrypted');
    if ((await pdf.getJSActions()) !== null || (await pdf.hasJSActions()))
      throw new RefusedDocument('has_scripts');
    const pages: Segment[][] = [];
    let letters = 0;
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const segments = await segmentsOf(page);
      letters += segments.reduce((sum, { text }) => sum + text.length, 0);
      if (letters > mostText) throw new RefusedDocument('too_large');
      pages.push(segments);
      page.cleanup();
    }
    return toDocument(pages, marginOf);
  } catch (error) {
    if (error instanceof RefusedDocument) throw error;
    const name = error instanceof Error ? error.name : '';
    throw new RefusedDocument(name === 'PasswordException' ? 'encrypted' : 'damaged');
  } finally {
    await task.destroy();
  }
}

interface Glyphs {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
}

interface LinkBox {
  readonly url: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

async function segmentsOf(page: Page): Promise<Segment[]> {
  const viewport = page.getViewport({ scale: 1 });
  const glyphs: Glyphs[] = [];
  for (const item of (await page.getTextContent()).items) {
    if (!('str' in item) || tidy(item.str) === '') continue;
    const [a = 0, b = 0, , , e = 0, f = 0] = item.transform.map(Number);
    // Text that runs upwards is decoration.
    if (Math.abs(b) > Math.abs(a)) continue;
    const [x = 0, y = 0] = viewport.convertToViewportPoint(e, f).map(Number);
    const size = Math.abs(item.height) || Math.abs(a);
    if (size < 1) continue;
    glyphs.push({ text: item.str, x, right: x + item.width, y, size, font: item.fontName });
  }
  return joined(glyphs, await linksOf(page, viewport));
}

async function linksOf(page: Page, viewport: ReturnType<Page['getViewport']>): Promise<LinkBox[]> {
  const boxes: LinkBox[] = [];
  for (const annotation of (await page.getAnnotations()).slice(0, 500)) {
    const { url, rect } = annotation;
    if (typeof url !== 'string' || !Array.isArray(rect)) continue;
    const [left = 0, top = 0] = viewport.convertToViewportPoint(Number(rect[0]), Number(rect[3])).map(Number);
    const [right = 0, bottom = 0] = viewport
      .convertToViewportPoint(Number(rect[2]), Number(rect[1]))
      .map(Number);
    boxes.push({ url: url.slice(0, 500), left, right, top, bottom });
  }
  return boxes;
}

/** Words that stand apart by more than this many times their size are no sentence. */
const wideGap = 1.3;
const wordGap = 0.18;

/** Joins the pieces of each baseline to what is read in one go. */
function joined(glyphs: readonly Glyphs[], links: readonly LinkBox[]): Segment[] {
  const segments: Segment[] = [];
  for (const row of rowsOf(glyphs.map((one) => ({ ...one, links: [] })))) {
    let current: Segment | undefined;
    for (const one of row) {
      const gap: number = current === undefined ? 0 : one.x - current.right;
      const size: number = Math.max(one.size, current?.size ?? 0);
      const isAfterBullet: boolean = current !== undefined && splitBullet(`${current.text} `).text === '';
      if (current !== undefined && gap < (isAfterBullet ? 4 : wideGap) * size) {
        const space: string =
          gap > wordGap * size && !current.text.endsWith(' ') && !one.text.startsWith(' ') ? ' ' : '';
        const isShorter: boolean = one.text.trim().length < current.text.trim().length;
        current = {
          ...current,
          text: current.text + space + one.text,
          right: Math.max(current.right, one.right),
          size,
          font: isShorter ? current.font : one.font,
        };
        segments[segments.length - 1] = current;
      } else {
        current = { ...one, links: [] };
        segments.push(current);
      }
    }
  }
  const linked = segments.map((segment) => ({ segment, links: [] as string[] }));
  for (const link of links) {
    const middle = (link.top + link.bottom) / 2;
    const within = linked.filter(({ segment }) => {
      const height = segment.y - segment.size * 0.3;
      return link.left < segment.right && link.right > segment.x && link.top < height && link.bottom > height;
    });
    // An icon has no letters: its address belongs to what is nearest.
    const nearest = linked.reduce<(typeof linked)[number] | undefined>(
      (best, one) =>
        best === undefined || Math.abs(one.segment.y - middle) < Math.abs(best.segment.y - middle)
          ? one
          : best,
      undefined,
    );
    for (const one of within.length > 0 ? within : [nearest]) one?.links.push(link.url);
  }
  return linked.map(({ segment, links: own }) => ({ ...segment, links: own }));
}

function toDocument(pages: readonly (readonly Segment[])[], marginOf: MarginOf): ReadDocument {
  const all = pages.flat();
  const body = commonest(all);
  const lines: Line[] = [];
  let columns = 1;
  let number = 0;
  for (const flow of flowsOf(pages, marginOf)) {
    const sides = flow.kind === 'rows' ? [flow.rows] : [flow.left, flow.right];
    if (flow.kind === 'columns') columns = 2;
    for (const rows of sides) {
      number += 1;
      lines.push(...linesOf(rows, number, body, marginOf));
    }
  }
  const unknown = all.filter(({ text }) => /[\ufffd\p{Co}]/u.test(text) && text.length > 3).length;
  return {
    lines: lines.slice(0, mostLines),
    pages: pages.length,
    columns,
    hasPictures: false,
    hasTables: false,
    isUnreadable: unknown > all.length / 2,
  };
}

function commonest(segments: readonly Segment[]): string {
  const letters = new Map<string, number>();
  for (const { font, text } of segments) letters.set(font, (letters.get(font) ?? 0) + text.length);
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

interface PagedRow {
  readonly row: Row;
  readonly page: number;
}

type Flow =
  | { readonly kind: 'rows'; readonly rows: PagedRow[] }
  | {
      readonly kind: 'columns';
      readonly gutter: number;
      readonly left: PagedRow[];
      readonly right: PagedRow[];
    };

/** The bands of all pages; columns go on in the columns of the page before. */
function flowsOf(pages: readonly (readonly Segment[])[], marginOf: MarginOf): Flow[] {
  const flows: Flow[] = [];
  for (const [index, segments] of pages.entries()) {
    const page = index + 1;
    const paged = (rows: readonly Row[]): PagedRow[] => rows.map((row) => ({ row, page }));
    const rows = rowsOf(segments).filter((row) => !isPageNumber(row));
    for (const [place, band] of bandsOf(rows, marginOf).entries()) {
      const before = flows.at(-1);
      if (before?.kind === 'rows' && band.kind === 'rows') {
        before.rows.push(...paged(band.rows));
        continue;
      }
      const open = place === 0 && before?.kind === 'columns' ? before : undefined;
      if (open !== undefined && band.kind === 'columns' && Math.abs(open.gutter - band.gutter) < 12) {
        open.left.push(...paged(band.left));
        open.right.push(...paged(band.right));
      } else if (open !== undefined && band.kind === 'rows' && sideIn(band, open.gutter) !== null) {
        (sideIn(band, open.gutter) === 'left' ? open.left : open.right).push(...paged(band.rows));
      } else if (band.kind === 'columns') {
        flows.push({ ...band, left: paged(band.left), right: paged(band.right) });
      } else flows.push({ kind: 'rows', rows: paged(band.rows) });
    }
  }
  return flows;
}

function sideIn(band: Band & { kind: 'rows' }, gutter: number): 'left' | 'right' | null {
  const segments = band.rows.flat();
  if (segments.every(({ x }) => x >= gutter - 3)) return 'right';
  return segments.every(({ right }) => right <= gutter) ? 'left' : null;
}

const isPageNumber = (row: Row): boolean =>
  /^(?:page|seite|p[aá]gina)?\s?\d{1,2}(?:\s?(?:of|von|sur|de|\/)\s?\d{1,2})?$/i.test(
    row.map(({ text }) => text.trim()).join(' '),
  ) && row.length === 1;

function linesOf(rows: readonly PagedRow[], column: number, bodyFont: string, marginOf: MarginOf): Line[] {
  let last: PagedRow | null = null;
  return rows.map(({ row, page }): Line => {
    const main = row.reduce((a, b) => (b.size > a.size ? b : a));
    const previous: PagedRow | null = last;
    last = { row, page };
    const distance =
      previous === null || previous.page !== page
        ? 2
        : (main.y - (previous.row[0]?.y ?? 0)) / Math.max(1, main.size);
    const text = row.map((segment) => segment.text).join('\t');
    const split = splitBullet(text);
    const first = row[0] ?? main;
    return {
      text: tidy(split.text),
      page,
      // A date in the margin says nothing of how far in the line is set.
      x: (row.find((segment) => marginOf(tidy(segment.text)) !== 'date') ?? first).x,
      size: main.size,
      isAccented: first.font !== bodyFont,
      isItem: split.isItem,
      isHeading: false,
      gap: Math.round(distance * 100) / 100,
      column,
      zone: 'body',
      links: row.flatMap(({ links }) => links),
    };
  });
}
