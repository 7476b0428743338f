import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

/**
 * Draws what previews of links show, 1200 × 630 as the sites of previews ask for: one picture of the instance, and one for each
 * tint that companies have. Shapes are told by their distance from a point, which makes their edges smooth; the drawing is that
 * of the favicon.
 */
const size = { width: 1_200, height: 630 } as const;

type Colour = readonly [red: number, green: number, blue: number];

const green: Colour = [15, 92, 77];
const white: Colour = [255, 255, 255];
const peach: Colour = [255, 179, 143];
/** The tints of `Monogram` in the web app, in their order: ground and ink. */
const tints: readonly (readonly [ground: Colour, ink: Colour])[] = [
  [
    [225, 240, 234],
    [12, 81, 67],
  ],
  [
    [228, 236, 247],
    [36, 70, 124],
  ],
  [
    [251, 238, 208],
    [115, 72, 6],
  ],
  [
    [241, 231, 243],
    [106, 51, 118],
  ],
  [
    [251, 231, 228],
    [150, 32, 32],
  ],
];

/** Distance of a point from a shape: below 0 it lies within. */
type Shape = (x: number, y: number) => number;

interface Layer {
  readonly shape: Shape;
  readonly colour: Colour;
  readonly opacity: number;
}

const disc =
  (centreX: number, centreY: number, radius: number): Shape =>
  (x, y) =>
    Math.hypot(x - centreX, y - centreY) - radius;

const roundedSquare =
  (left: number, top: number, side: number, radius: number): Shape =>
  (x, y) => {
    const half = side / 2;
    const dx = Math.abs(x - left - half) - half + radius;
    const dy = Math.abs(y - top - half) - half + radius;
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
  };

/** A line around a centre from the right upwards, with round ends. */
function arc(centreX: number, centreY: number, radius: number, angle: number, width: number): Shape {
  const end = [centreX + radius * Math.cos(angle), centreY - radius * Math.sin(angle)] as const;
  return (x, y) => {
    const [dx, dy] = [x - centreX, centreY - y];
    const at = Math.atan2(dy, dx);
    if (at >= 0 && at <= angle) return Math.abs(Math.hypot(dx, dy) - radius) - width / 2;
    const fromStart = Math.hypot(x - centreX - radius, y - centreY);
    return Math.min(fromStart, Math.hypot(x - end[0], y - end[1])) - width / 2;
  };
}

/** The call that goes out, of a drawing 32 units wide. */
function logo(left: number, top: number, side: number): Layer[] {
  const unit = side / 32;
  const [x, y] = [left + 7.5 * unit, top + 22.5 * unit];
  const line = (radius: number, angle: number, opacity: number): Layer => ({
    shape: arc(x, y, radius * unit, angle, 2.75 * unit),
    colour: white,
    opacity,
  });
  return [
    { shape: roundedSquare(left, top, side, 8 * unit), colour: green, opacity: 1 },
    line(7, Math.PI / 2, 1),
    line(13, Math.PI / 2, 0.75),
    line(18.5, 0.405, 0.45),
    { shape: disc(left + 9 * unit, top + 21.5 * unit, 2.5 * unit), colour: peach, opacity: 1 },
  ];
}

/** The call in large, behind the logo. */
const echo = (colour: Colour): Layer[] =>
  [330, 520, 710, 900, 1_090].map((radius, step) => ({
    shape: arc(150, 560, radius, Math.PI / 2, 54),
    colour,
    opacity: 0.16 - step * 0.025,
  }));

function draw(ground: Colour, layers: readonly Layer[]): Buffer {
  const rows = Buffer.alloc(size.height * (1 + size.width * 3));
  for (let y = 0; y < size.height; y += 1) {
    for (let x = 0; x < size.width; x += 1) {
      const pixel: [number, number, number] = [...ground];
      for (const { shape, colour, opacity } of layers) {
        const covered = opacity * Math.min(1, Math.max(0, 0.5 - shape(x + 0.5, y + 0.5)));
        if (covered === 0) continue;
        for (const part of [0, 1, 2] as const) pixel[part] += (colour[part] - pixel[part]) * covered;
      }
      rows.set(pixel.map(Math.round), y * (1 + size.width * 3) + 1 + x * 3);
    }
  }
  return encodePng(rows);
}

/** PNG (RFC 2083) of rows that each begin with the number of their filter. */
function encodePng(rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size.width, 0);
  header.writeUInt32BE(size.height, 4);
  // Eight bits for each of three colours.
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** Writes the pictures into `pictures` of a folder. */
export function drawPictures(folder: string): void {
  const into = path.join(folder, 'pictures');
  mkdirSync(into, { recursive: true });
  const mark = logo(435, 150, 330);
  writeFileSync(path.join(into, 'rolecall.png'), draw([247, 246, 242], [...echo(green), ...mark]));
  for (const [number, [ground, ink]] of tints.entries()) {
    writeFileSync(path.join(into, `company-${number}.png`), draw(ground, [...echo(ink), ...mark]));
  }
}
