import { deflateRawSync, gzipSync } from 'node:zlib';
import type { Answer } from '../../../server/src/testing/hostile-requests/index.ts';
import type { AttackedServer } from '../support/attacked-server.ts';
import { type Attack, fill } from './attack.ts';

async function upload(
  { send, bearers }: AttackedServer,
  content: string | Uint8Array,
  fileName = 'cv.pdf',
  type = 'application/pdf',
): Promise<Answer> {
  const head = `--x\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: ${type}\r\n\r\n`;
  return form(
    { send, bearers },
    Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from('\r\n--x--\r\n')]),
  );
}

async function form(
  { send, bearers }: Pick<AttackedServer, 'send' | 'bearers'>,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return send({
    method: 'POST',
    url: '/api/v1/resumes',
    headers: {
      authorization: `Bearer ${await bearers.of('job_seeker')}`,
      'content-type': 'multipart/form-data; boundary=x',
      ...headers,
    },
    body,
  });
}

const fileNames: readonly Attack[] = (
  [
    ['letters', 'a'],
    ['combining marks', '\u0301'],
    ['letters with marks', 'e\u0301'],
    ['ligatures that become 18 letters', 'ﷺ'],
    ['dots', '.'],
    ['slashes', '/'],
    ['backslashes', '\\\\'],
    ['spaces', ' '],
    ['turns of direction', '\u202e'],
    ['quotes', '\\"'],
    ['percent signs', '%41'],
    ['semicolons', '; filename=a'],
    ['extensions', '.pdf'],
    ['dashes', ' - '],
  ] as const
).map(([name, text]) => ({
  name: `a file name of 60,000 characters of ${name}`,
  run: async (attacked) => [
    await upload(attacked, '%PDF-1.7\nhello', fill(text, 14_000)),
    await upload(attacked, '%PDF-1.7\nhello', fill(text, 60_000)),
  ],
}));

const forms: readonly Attack[] = (
  [
    ['10,000 fields', fill('--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n', 900_000)],
    [
      '10,000 files',
      fill('--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nb\r\n', 900_000),
    ],
    ['a part with 50,000 headers', `--x\r\n${fill('a: b\r\n', 300_000)}\r\nb\r\n--x--\r\n`],
    ['a part with a header of 900 KB', `--x\r\na: ${fill('b', 900_000)}\r\n\r\nb\r\n--x--\r\n`],
    [
      'things that are nearly the boundary',
      `--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n${fill('\r\n--', 900_000)}\r\n--x--\r\n`,
    ],
    [
      'parameters without an end',
      `--x\r\ncontent-disposition: form-data; ${fill('a="b;', 60_000)}\r\n\r\nb\r\n--x--\r\n`,
    ],
    ['no end', '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nb'],
  ] as const
).map(([name, body]) => ({
  name: `a form of ${name}`,
  run: async (attacked) => [await form(attacked, body)],
}));

const boundaries: Attack = {
  name: 'boundaries that are long, empty, or name many parameters',
  run: (attacked) =>
    Promise.all(
      ['', fill('a', 9_000), `"${fill('\\"', 9_000)}`, fill('x; boundary=', 9_000), fill('-', 70)].map(
        (boundary) =>
          form(attacked, '--x--', { 'content-type': `multipart/form-data; boundary=${boundary}` }),
      ),
    ),
};

/** An archive of these entries, as `unzip` reads it; the sizes that it claims may be others. */
function zip(
  entries: readonly { readonly name: string; readonly content: Buffer; readonly claimed?: number }[],
): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimed } of entries) {
    const packed = deflateRawSync(content, { level: 9 });
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(claimed ?? content.length, 8);
    const title = Buffer.from(name);
    const local = Buffer.concat([
      bytes(0x04034b50, 4),
      bytes(20, 2),
      bytes(0, 2),
      bytes(8, 2),
      bytes(0, 4),
      sizes,
      bytes(title.length, 2),
      bytes(0, 2),
      title,
      packed,
    ]);
    directory.push(
      Buffer.concat([
        bytes(0x02014b50, 4),
        bytes(20, 2),
        bytes(20, 2),
        bytes(0, 2),
        bytes(8, 2),
        bytes(0, 4),
        sizes,
        bytes(title.length, 2),
        bytes(0, 12),
        bytes(offset, 4),
        title,
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const count = Math.min(entries.length, 65_535);
  const end = Buffer.concat([
    bytes(0x06054b50, 4),
    bytes(0, 4),
    bytes(count, 2),
    bytes(count, 2),
    bytes(index.length, 4),
    bytes(offset, 4),
    bytes(0, 2),
  ]);
  return Buffer.concat([...locals, index, end]);
}

function bytes(value: number, length: number): Buffer {
  const written = Buffer.alloc(length);
  written.writeUIntLE(value, 0, Math.min(length, 6));
  return written;
}

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const types = Buffer.from(
  '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
);

const archives: readonly Attack[] = [
  {
    name: 'a document that unpacks to a thousand times its size',
    run: async (attacked) => {
      const content = Buffer.alloc(200_000_000, 0x20);
      return [
        await upload(attacked, zip([{ name: '[Content_Types].xml', content }]), 'cv.docx', docx),
        await upload(
          attacked,
          zip([{ name: '[Content_Types].xml', content, claimed: 100 }]),
          'cv.docx',
          docx,
        ),
        await upload(
          attacked,
          zip([
            { name: '[Content_Types].xml', content: types },
            { name: 'word/document.xml', content },
          ]),
          'cv.docx',
          docx,
        ),
      ];
    },
  },
  {
    name: 'an archive of 40,000 entries',
    run: async (attacked) => {
      const content = Buffer.from('a');
      const entries = Array.from({ length: 40_000 }, (_, n) => ({ name: `a${n}`, content }));
      return [await upload(attacked, zip(entries), 'cv.docx', docx)];
    },
  },
  {
    name: 'an archive whose table of contents is nested, cut off or claims to be enormous',
    run: async (attacked) => {
      const whole = zip([{ name: '[Content_Types].xml', content: Buffer.from(fill('<a>', 900_000)) }]);
      return Promise.all(
        [
          whole,
          whole.subarray(0, whole.length - 30),
          Buffer.concat([whole, fill16('PK\u0005\u0006', 1_000_000)]),
        ].map((content) => upload(attacked, content, 'cv.docx', docx)),
      );
    },
  },
  {
    name: 'files of 5 MB that are nearly a PDF, a text, an RTF or nothing',
    run: (attacked) =>
      Promise.all([
        upload(attacked, fill('%PDF', 5_200_000)),
        upload(attacked, `%PDF-1.7\n${fill('obj<<', 5_000_000)}`),
        upload(attacked, fill('{\\rtf1', 5_000_000), 'cv.rtf', 'application/rtf'),
        upload(attacked, Buffer.alloc(5_000_000), 'cv.txt', 'text/plain'),
        upload(attacked, Buffer.alloc(5_000_000, 0xff), 'cv.txt', 'text/plain'),
        upload(attacked, fill('\u0301', 2_500_000), 'cv.txt', 'text/plain'),
        upload(attacked, Buffer.from(fill('a', 2_400_000), 'utf16le'), 'cv.txt', 'text/plain'),
        upload(attacked, Buffer.alloc(6_000_000), 'cv.txt', 'text/plain'),
      ]),
  },
];

function fill16(text: string, length: number): Buffer {
  return Buffer.from(fill(text, length), 'latin1');
}

const compressed: readonly Attack[] = [
  {
    name: 'a body that says that it is compressed, and unpacks to 100 MB',
    run: async (attacked) => {
      const body = gzipSync(Buffer.alloc(100_000_000, 0x20));
      return Promise.all(
        ['gzip', 'deflate', 'br', 'gzip, gzip'].map((encoding) =>
          attacked.send({
            method: 'POST',
            url: '/api/v1/auth/sign-in',
            headers: { 'content-type': 'application/json', 'content-encoding': encoding },
            body,
          }),
        ),
      );
    },
  },
];

export const fileAttacks = { fileNames, forms: [...forms, boundaries], archives, compressed };
