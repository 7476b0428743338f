import { type Line, mostLines, mostText, plainLine, type ReadDocument, RefusedDocument } from './line.ts';

/** How a run of letters is set. */
export interface Look {
  readonly size: number;
  readonly isBold: boolean;
}

interface Paragraph {
  text: string;
  letters: number;
  boldLetters: number;
  size: number;
  isItem: boolean;
  isHeading: boolean;
  indent: number;
  links: string[];
}

interface Row {
  readonly cells: Line[][];
}

interface Table {
  readonly rows: Row[];
}

const deepestTable = 12;

/** Builds a document out of paragraphs and tables, as the XML of Word and OpenDocument files brings them. */
export class DocumentBuilder {
  #containers: Line[][] = [[]];
  #tables: Table[] = [];
  #paragraphs: Paragraph[] = [];
  #zone: Line['zone'] = 'body';
  #column = 0;
  #letters = 0;
  #hasTables = false;
  #columns = 1;
  hasPictures = false;

  set zone(zone: Line['zone']) {
    this.#zone = zone;
    this.#column += 1;
  }

  openParagraph(isHeading = false, isItem = false, indent = 0): void {
    this.#paragraphs.push({
      text: '',
      letters: 0,
      boldLetters: 0,
      size: 0,
      isItem,
      isHeading,
      indent,
      links: [],
    });
  }

  /** The paragraph turns out to be one of a list, or a heading. */
  mark(marks: Partial<Pick<Paragraph, 'isItem' | 'isHeading' | 'indent'>>): void {
    Object.assign(this.#paragraphs.at(-1) ?? {}, marks);
  }

  text(text: string, look: Look): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined) return;
    this.#letters += text.length;
    if (this.#letters > mostText) throw new RefusedDocument('too_large');
    paragraph.text += text;
    const letters = text.trim().length;
    paragraph.letters += letters;
    if (look.isBold) paragraph.boldLetters += letters;
    if (letters > 0) paragraph.size = Math.max(paragraph.size, look.size);
  }

  link(url: string): void {
    this.#paragraphs.at(-1)?.links.push(url.slice(0, 500));
  }

  /** Ends the line but not the paragraph. */
  breakLine(): void {
    const paragraph = this.#paragraphs.pop();
    if (paragraph === undefined) return;
    this.#add(paragraph);
    this.#paragraphs.push({ ...paragraph, text: '', letters: 0, boldLetters: 0, isItem: false, links: [] });
  }

  closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (paragraph !== undefined) this.#add(paragraph);
  }

  #add(paragraph: Paragraph): void {
    const line = plainLine(paragraph.text, {
      x: paragraph.indent,
      size: paragraph.size,
      isAccented: paragraph.boldLetters > paragraph.letters / 2,
      isHeading: paragraph.isHeading,
      isItem: paragraph.isItem,
      column: this.#column,
      zone: this.#zone,
      links: paragraph.links,
    });
    if (line.text === '') return;
    const lines = this.#containers.at(-1) ?? [];
    lines.push(line);
    if (lines.length > mostLines) throw new RefusedDocument('too_large');
  }

  openTable(): void {
    if (this.#tables.length >= deepestTable) throw new RefusedDocument('damaged');
    this.#tables.push({ rows: [] });
    this.#hasTables = true;
  }

  openRow(): void {
    this.#tables.at(-1)?.rows.push({ cells: [] });
  }

  openCell(): void {
    this.#containers.push([]);
  }

  closeCell(): void {
    if (this.#containers.length < 2) return;
    const lines = this.#containers.pop() ?? [];
    this.#tables.at(-1)?.rows.at(-1)?.cells.push(lines);
  }

  closeTable(): void {
    const table = this.#tables.pop();
    if (table === undefined) return;
    this.#containers.at(-1)?.push(...this.#linesOf(table));
  }

  /** A table that sets dates beside entries is read by rows, one that is the layout of the page by columns. */
  #linesOf({ rows }: Table): Line[] {
    const tall = rows.filter(({ cells }) => cells.filter((lines) => lines.length > 3).length > 1);
    if (tall.length === 0) return rows.flatMap(({ cells }) => besideEachOther(cells));
    const most = Math.max(...rows.map(({ cells }) => cells.length));
    this.#columns = Math.max(this.#columns, Math.min(most, 2));
    const lines: Line[] = [];
    for (let place = 0; place < most; place += 1) {
      this.#column += 1;
      for (const { cells } of rows) {
        lines.push(
          ...(cells[place] ?? []).map((line) => ({ ...line, column: this.#column * 100 + line.column })),
        );
      }
    }
    this.#column += 1;
    return lines;
  }

  finish(): ReadDocument {
    while (this.#paragraphs.length > 0) this.closeParagraph();
    const lines = this.#containers.flat();
    return {
      lines: lines.slice(0, mostLines),
      pages: 1,
      columns: this.#columns,
      hasPictures: this.hasPictures,
      hasTables: this.#hasTables,
      isUnreadable: false,
    };
  }
}

/** The cells of a row: their first lines are one line, with what is further down of each behind it. */
function besideEachOther(cells: readonly (readonly Line[])[]): Line[] {
  const filled = cells.filter((lines) => lines.length > 0);
  const heads = filled.map((lines) => lines[0]).filter((line) => line !== undefined);
  const [head] = heads;
  if (head === undefined) return [];
  const isOneLine = heads.length > 1 && heads.every(({ text }) => text.length < 120);
  if (!isOneLine) return filled.flat();
  const joined: Line = {
    ...head,
    text: heads.map(({ text }) => text).join('\t'),
    size: Math.max(...heads.map(({ size }) => size)),
    isAccented: heads.some(({ isAccented }) => isAccented),
    links: heads.flatMap(({ links }) => links),
  };
  return [joined, ...filled.flatMap((lines) => lines.slice(1))];
}
