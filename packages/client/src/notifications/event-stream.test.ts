import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventStreamParser } from './event-stream.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const message = (data: string) => ({ name: 'message', data });
const parse = (text: string) => new EventStreamParser().push(bytesOf(text));

describe('a stream of server-sent events', () => {
  it.each([
    ['one line', 'data: a\n\n', [message('a')]],
    ['several lines of data', 'data: a\ndata: b\ndata\n\n', [message('a\nb\n')]],
    ['a name', 'event: close\ndata: a\n\n', [{ name: 'close', data: 'a' }]],
    ['a name that is good for one event', 'event: close\n\ndata: a\n\n', [message('a')]],
    ['comments', ': hello\ndata: a\n:\n\n', [message('a')]],
    ['one space less, and no more', 'data:a\ndata:  b\n\n', [message('a\n b')]],
    ['fields that it does not use', 'id: 7\nretry: 10\ncolour: red\ndata: a\n\n', [message('a')]],
    ['a colon in the data', 'data: {"a":1}\n\n', [message('{"a":1}')]],
    ['no data at all', 'event: close\n\n\n\n', []],
    ['empty data', 'data\n\n', [message('')]],
    ['an end before the blank line', 'data: a\n\ndata: b\n', [message('a')]],
    ['a byte order mark', '\uFEFFdata: a\n\n', [message('a')]],
    ['returns', 'data: a\rdata: b\r\rdata: c\r\r', [message('a\nb'), message('c')]],
    ['returns with line feeds', 'data: a\r\n\r\ndata: b\r\n\r\n', [message('a'), message('b')]],
    ['a mixture', 'data: a\r\ndata: b\n\rdata: c\n\n', [message('a\nb'), message('c')]],
  ])('has %s', (_name, text, events) => {
    expect(parse(text)).toEqual(events);
  });

  it('is the same wherever its pieces end, also within a character or an end of line', () => {
    const ending = fc.constantFrom('\n', '\r', '\r\n');
    const field = fc.constantFrom('data: ', 'data:', 'event: ', ': ', 'id: ', '');
    const value = fc.string({ unit: 'grapheme', maxLength: 8 }).filter((text) => !/[\r\n\uFEFF]/.test(text));
    const line = fc.tuple(field, value, ending).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(fc.oneof(line, ending)), fc.array(fc.nat(200)), (lines, cuts) => {
        const bytes = bytesOf(lines.join(''));
        const places = [
          0,
          ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b),
          bytes.length,
        ];
        const parser = new EventStreamParser();
        const pieces = places.flatMap((end, index) =>
          parser.push(bytes.subarray(places[index - 1] ?? 0, end)),
        );
        expect(pieces).toEqual(new EventStreamParser().push(bytes));
      }),
    );
  });

  it('gives back the data that went in', () => {
    fc.assert(
      fc.property(fc.array(fc.json()), (texts) => {
        const events = parse(texts.map((text) => `data: ${text}\n\n`).join(''));
        expect(events).toEqual(texts.map(message));
      }),
    );
  });

  it('is not taken when an event has no end', () => {
    const endless = (text: string) => () => {
      const parser = new EventStreamParser();
      for (let count = 0; count < 2_000; count += 1) parser.push(bytesOf(text));
    };
    expect(endless('x'.repeat(1_000))).toThrow(RangeError);
    expect(endless(`data: ${'x'.repeat(1_000)}\n`)).toThrow(RangeError);
    expect(endless(`data: ${'x'.repeat(1_000)}\n\n`)).not.toThrow();
  });
});
