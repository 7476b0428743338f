import type { Archive } from './archive.ts';
import { DocumentBuilder } from './builder.ts';
import type { ReadDocument } from './line.ts';
import { attributeOf, scanXml } from './xml-scan.ts';

interface Style {
  basedOn: string | undefined;
  isHeading: boolean;
  isBold: boolean | undefined;
  size: number | undefined;
}

/** A document of Word (ECMA-376): its text with headers, footers and text boxes, where contact data hide. */
export function readDocx(archive: Archive): ReadDocument {
  const styles = readStyles(archive.text('word/styles.xml') ?? '');
  const builder = new DocumentBuilder();
  const parts = archive.names.filter((name) => /^word\/(?:header|footer)\d{0,4}\.xml$/.test(name)).toSorted();
  for (const name of parts.filter((one) => one.includes('header')).slice(0, 6)) {
    builder.zone = 'header';
    readPart(archive, name, styles, builder);
  }
  builder.zone = 'body';
  const main = archive.names.find((name) => /^word\/document\d{0,3}\.xml$/.test(name)) ?? 'word/document.xml';
  readPart(archive, main, styles, builder);
  for (const name of parts.filter((one) => one.includes('footer')).slice(0, 6)) {
    builder.zone = 'footer';
    readPart(archive, name, styles, builder);
  }
  builder.hasPictures = archive.names.some((name) => name.startsWith('word/media/'));
  return builder.finish();
}

function readStyles(xml: string): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>();
  let current: Style | undefined;
  scanXml(xml, {
    open(name, attributes) {
      if (name === 'w:style') {
        current = { basedOn: undefined, isHeading: false, isBold: undefined, size: undefined };
        styles.set(attributeOf(attributes, 'w:styleId') ?? '', current);
      } else if (name === 'w:docDefaults') {
        current = { basedOn: undefined, isHeading: false, isBold: undefined, size: undefined };
        styles.set('', current);
      } else if (current !== undefined) {
        const value = attributeOf(attributes, 'w:val');
        if (name === 'w:basedOn') current.basedOn = value;
        else if (name === 'w:outlineLvl') current.isHeading = value !== '9';
        else if (name === 'w:name') current.isHeading ||= /^heading \d/i.test(value ?? '');
        else if (name === 'w:b') current.isBold = isOn(value);
        else if (name === 'w:sz') current.size = Number(value) / 2 || undefined;
      }
    },
    close(name) {
      if (name === 'w:style' || name === 'w:docDefaults') current = undefined;
    },
    text: () => {},
  });
  return styles;
}

const isOn = (value: string | undefined): boolean => value !== '0' && value !== 'false' && value !== 'none';

interface ResolvedStyle {
  readonly isHeading: boolean;
  readonly isBold: boolean;
  readonly size: number;
}

function resolve(styles: ReadonlyMap<string, Style>, id: string | undefined): ResolvedStyle {
  let [isHeading, isBold, size]: [boolean, boolean | undefined, number | undefined] = [
    false,
    undefined,
    undefined,
  ];
  let at = id;
  for (let depth = 0; at !== undefined && depth < 12; depth += 1) {
    const style = styles.get(at);
    isHeading ||= style?.isHeading === true;
    isBold ??= style?.isBold;
    size ??= style?.size;
    at = style?.basedOn;
  }
  return { isHeading, isBold: isBold === true, size: size ?? styles.get('')?.size ?? 11 };
}

function readRelations(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  scanXml(xml, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributeOf(attributes, 'TargetMode') !== 'External') return;
      targets.set(attributeOf(attributes, 'Id') ?? '', attributeOf(attributes, 'Target') ?? '');
    },
    close: () => {},
    text: () => {},
  });
  return targets;
}

function readPart(
  archive: Archive,
  name: string,
  styles: ReadonlyMap<string, Style>,
  builder: DocumentBuilder,
): void {
  const relations = readRelations(archive.text(name.replace(/^word\//, 'word/_rels/').concat('.rels')) ?? '');
  let paragraph = resolve(styles, undefined);
  let [isBold, size]: [boolean | undefined, number | undefined] = [undefined, undefined];
  const inside = { run: 0, text: 0, runProperties: 0, paragraphProperties: 0, fallback: 0 };
  scanXml(archive.text(name) ?? '', {
    open(element, attributes) {
      if (element === 'mc:Fallback') inside.fallback += 1;
      if (inside.fallback > 0) return;
      const value = attributeOf(attributes, 'w:val');
      switch (element) {
        case 'w:p':
          paragraph = resolve(styles, undefined);
          builder.openParagraph();
          break;
        case 'w:pPr':
          inside.paragraphProperties += 1;
          break;
        case 'w:pStyle':
          paragraph = resolve(styles, value);
          builder.mark({ isHeading: paragraph.isHeading });
          break;
        case 'w:numPr':
          builder.mark({ isItem: !paragraph.isHeading });
          break;
        case 'w:ind':
          builder.mark({ indent: Number(attributeOf(attributes, 'w:left') ?? 0) / 20 || 0 });
          break;
        case 'w:r':
          inside.run += 1;
          [isBold, size] = [undefined, undefined];
          break;
        case 'w:rPr':
          inside.runProperties += 1;
          break;
        case 'w:b':
          if (inside.paragraphProperties === 0) isBold = isOn(value);
          break;
        case 'w:sz':
          if (inside.paragraphProperties === 0) size = Number(value) / 2 || undefined;
          break;
        case 'w:t':
          inside.text += 1;
          break;
        case 'w:tab':
          if (inside.paragraphProperties === 0) builder.text('\t', { size: 0, isBold: false });
          break;
        case 'w:br':
        case 'w:cr':
          builder.breakLine();
          break;
        case 'w:noBreakHyphen':
          builder.text('-', { size: 0, isBold: false });
          break;
        case 'w:hyperlink': {
          const target = relations.get(attributeOf(attributes, 'r:id') ?? '');
          if (target !== undefined) builder.link(target);
          break;
        }
        case 'w:tbl':
          builder.openTable();
          break;
        case 'w:tr':
          builder.openRow();
          break;
        case 'w:tc':
          builder.openCell();
          break;
      }
    },
    close(element) {
      if (element === 'mc:Fallback') inside.fallback -= 1;
      if (inside.fallback > 0 || element === 'mc:Fallback') return;
      if (element === 'w:p') builder.closeParagraph();
      else if (element === 'w:pPr') inside.paragraphProperties -= 1;
      else if (element === 'w:rPr') inside.runProperties -= 1;
      else if (element === 'w:r') inside.run -= 1;
      else if (element === 'w:t') inside.text -= 1;
      else if (element === 'w:tc') builder.closeCell();
      else if (element === 'w:tbl') builder.closeTable();
    },
    text(text) {
      if (inside.text <= 0 || inside.fallback > 0) return;
      builder.text(text, { size: size ?? paragraph.size, isBold: isBold ?? paragraph.isBold });
    },
  });
}
