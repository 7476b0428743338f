import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { SampleMail } from './actions.ts';

const indexName = 'index.html';
/** Names the files of the folder that are ours, and may be written over. */
const manifestName = 'rolecall-preview.json';
const manifestSchema = z.object({ files: z.array(z.string()) });

/** There is a file in the way that this command has not written. */
export class ForeignFileError extends Error {
  override readonly name = 'ForeignFileError';

  constructor(file: string) {
    super(`${file} is there already and is no preview: choose another folder with --out`);
  }
}

/**
 * Writes mails as pages and texts, with a page that lists them. Files of an earlier preview are replaced, others are
 * never touched.
 * @returns the path of the page that lists them
 * @throws {ForeignFileError} before anything is written
 */
export async function writePreviewFolder(folder: string, mails: readonly SampleMail[]): Promise<string> {
  await mkdir(folder, { recursive: true });
  const files = new Map<string, string>([
    ...mails.flatMap((mail): [string, string][] => [
      [`${nameOf(mail)}.html`, mail.html],
      [`${nameOf(mail)}.txt`, mail.text],
    ]),
    [indexName, indexPage(mails)],
  ]);
  const own = await ownFiles(folder);
  for (const name of files.keys()) {
    if (!own.has(name) && (await isThere(path.join(folder, name)))) {
      throw new ForeignFileError(path.join(folder, name));
    }
  }
  // Before the files: what is written by a run that is killed is still known as ours.
  await replace(
    path.join(folder, manifestName),
    JSON.stringify({ files: [...new Set([...own, ...files.keys()])].sort() }),
  );
  for (const [name, content] of files) await replace(path.join(folder, name), content);
  return path.join(folder, indexName);
}

const nameOf = ({ kind, sample, locale }: SampleMail) =>
  [kind, ...(sample === 'typical' ? [] : [sample.replaceAll(/[^a-z0-9]+/gi, '-')]), locale].join('.');

async function ownFiles(folder: string): Promise<ReadonlySet<string>> {
  const file = path.join(folder, manifestName);
  if (!(await isThere(file))) return new Set();
  try {
    return new Set(manifestSchema.parse(JSON.parse(await readFile(file, 'utf8'))).files);
  } catch {
    throw new ForeignFileError(file);
  }
}

async function isThere(file: string): Promise<boolean> {
  try {
    await readFile(file);
    return true;
  } catch (error) {
    // A folder or a file that may not be read is in the way, too.
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
  }
}

/** Puts a whole file in the place of an old one; a link is replaced, not followed. */
async function replace(file: string, content: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, content, { flag: 'wx' });
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}

/** Lists the mails; what they say is shown as text only. */
function indexPage(mails: readonly SampleMail[]): string {
  const rows = mails.map((mail) => {
    const name = nameOf(mail);
    const kilobytes = (Buffer.byteLength(mail.html) / 1_000).toFixed(1);
    return `<tr><th scope="row">${mail.kind}</th><td>${escapeHtml(mail.sample)}</td><td>${mail.locale}</td><td lang="${mail.locale}">${escapeHtml(mail.subject)}<br><small>${escapeHtml(mail.preheader)}</small></td><td>${kilobytes} KB</td><td><a href="${name}.html">HTML</a> <a href="${name}.txt">text</a></td></tr>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mails of this instance</title>
<style>
:root { color-scheme: light dark }
body { font: 16px/1.5 system-ui, sans-serif; margin: 24px auto; max-width: 1100px; padding: 0 16px }
table { border-collapse: collapse; width: 100% }
th, td { border-bottom: 1px solid #8884; padding: 8px 12px 8px 0; text-align: left; vertical-align: top; overflow-wrap: anywhere }
small { opacity: 0.75 }
</style>
</head>
<body>
<h1>Mails of this instance</h1>
<table>
<thead><tr><th>Template</th><th>Sample</th><th>Language</th><th>Subject and preheader</th><th>Size</th><th>Look at it</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</body>
</html>
`;
}

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => entities.get(character) ?? character);
}
