import type { Archive } from './archive.ts';
import { DocumentBuilder, type Look } from './builder.ts';
import type { ReadDocument } from './line.ts';
import { attributeOf, scanXml } from './xml-scan.ts';

interface Style {
  parent: string | undefined;
  isBold: boolean | undefined;
  size: number | undefined;
}

/** An OpenDocument text (ISO/IEC 26300), with the headers and footers of its pages. */
export function readOdt(archive: Archive): ReadDocument {
  const content = archive.text('content.xml') ?? '';
  const shared = archive.text('styles.xml') ?? '';
  const styles = new Map<string, Style>();
  readStyles(shared, styles);
  readStyles(content, styles);
  const builder = new DocumentBuilder();
  readText(
    shared,
    styles,
    builder,
    new Map([
      ['style:header', 'header'],
      ['style:footer', 'footer'],
    ] as const),
  );
  readText(content, styles, builder, new Map([['office:text', 'body']] as const));
  builder.hasPictures = archive.names.some((name) => name.startsWith('Pictures/'));
  return builder.finish();
}

function readStyles(xml: string, styles: Map<string, Style>): void {
  let current: Style | undefined;
  scanXml(xml, {
    open(name, attributes) {
      if (name === 'style:style') {
        current = {
          parent: attributeOf(attributes, 'style:parent-style-name'),
          isBold: undefined,
          size: undefined,
        };
        styles.set(attributeOf(attributes, 'style:name') ?? '', current);
      } else if (name === 'style:text-properties' && current !== undefined) {
        const weight = attributeOf(attributes, 'fo:font-weight');
        if (weight !== undefined) current.isBold = weight === 'bold' || Number(weight) >= 600;
        const size = attributeOf(attributes, 'fo:font-size');
        if (size?.endsWith('pt') === true) current.size = Number.parseFloat(size);
      }
    },
    close(name) {
      if (name === 'style:style') current = undefined;
    },
    text: () => {},
  });
}

function lookOf(styles: ReadonlyMap<string, Style>, names: readonly (string | undefined)[]): Look {
  let [isBold, size]: [boolean | undefined, number | undefined] = [undefined, undefined];
  for (const name of names) {
    let at = name;
    for (let depth = 0; at !== undefined && depth < 12; depth += 1) {
      const style = styles.get(at);
      isBold ??= style?.isBold;
      size ??= style?.size;
      at = style?.parent;
    }
  }
  return { isBold: isBold === true, size: size ?? 12 };
}

function readText(
  xml: string,
  styles: ReadonlyMap<string, Style>,
  builder: DocumentBuilder,
  zones: ReadonlyMap<string, 'header' | 'footer' | 'body'>,
): void {
  let within = 0;
  let annotation = 0;
  let items = 0;
  const paragraphs: (string | undefined)[] = [];
  const spans: (string | undefined)[] = [];
  const look = () => lookOf(styles, [...spans.toReversed(), paragraphs.at(-1)]);
  scanXml(xml, {
    open(name, attributes) {
      const zone = zones.get(name);
      if (zone !== undefined) {
        builder.zone = zone;
        within += 1;
      }
      if (name === 'office:annotation' || name === 'text:tracked-changes') annotation += 1;
      if (within === 0 || annotation > 0) return;
      if (name === 'text:p' || name === 'text:h') {
        paragraphs.push(attributeOf(attributes, 'text:style-name'));
        builder.openParagraph(name === 'text:h', items > 0 && name === 'text:p');
      } else if (name === 'text:span') spans.push(attributeOf(attributes, 'text:style-name'));
      else if (name === 'text:tab') builder.text('\t', look());
      else if (name === 'text:s') {
        builder.text(' '.repeat(Math.min(80, Number(attributeOf(attributes, 'text:c') ?? 1) || 1)), look());
      } else if (name === 'text:line-break') builder.breakLine();
      else if (name === 'text:a') builder.link(attributeOf(attributes, 'xlink:href') ?? '');
      else if (name === 'text:list-item') items += 1;
      else if (name === 'table:table') builder.openTable();
      else if (name === 'table:table-row') builder.openRow();
      else if (name === 'table:table-cell') builder.openCell();
    },
    close(name) {
      if (name === 'office:annotation' || name === 'text:tracked-changes') annotation -= 1;
      if (within > 0 && annotation === 0) {
        if (name === 'text:p' || name === 'text:h') {
          paragraphs.pop();
          builder.closeParagraph();
        } else if (name === 'text:span') spans.pop();
        else if (name === 'text:list-item') items -= 1;
        else if (name === 'table:table-cell') builder.closeCell();
        else if (name === 'table:table') builder.closeTable();
      }
      if (zones.has(name)) within -= 1;
    },
    text(text) {
      if (within > 0 && annotation === 0 && paragraphs.length > 0) {
        builder.text(text.replace(/\s+/g, ' '), look());
      }
    },
  });
}
