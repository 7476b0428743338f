import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { renderRoutes } from '@rolecall/contract/generated-routes';
import { openApiDocument } from '@rolecall/contract/openapi';
import { kindTexts } from '../server/src/composition/kinds.ts';
import { reasonsOfChannels } from '../server/src/composition/reasons.ts';
import { allSettings } from '../server/src/composition/settings.ts';
import { renderNotificationReference } from '../server/src/features/messaging/notifications/index.ts';
import { renderShippedHtml, renderTemplateReference } from '../server/src/features/messaging/texts/index.ts';
import { renderConfigurationPage, renderEnvironmentExample } from '../server/src/platform/config/index.ts';
import { renderErrorsPage } from '../server/src/platform/errors/index.ts';

/** A file that is made from the code and committed, so that it can be read without running anything. */
interface GeneratedDocument {
  /** From the root of the repository. */
  readonly file: string;
  render(): string | Promise<string>;
}

const documents: readonly GeneratedDocument[] = [
  { file: '.env.example', render: () => renderEnvironmentExample(allSettings) },
  { file: 'docs/configuration.md', render: () => renderConfigurationPage(allSettings) },
  { file: 'docs/errors.md', render: renderErrorsPage },
  { file: 'docs/kinds.md', render: () => renderNotificationReference(reasonsOfChannels) },
  { file: 'docs/openapi.json', render: renderOpenApi },
  { file: 'docs/template-variables.md', render: () => renderTemplateReference(kindTexts) },
  { file: 'packages/contract/src/routes.ts', render: renderRoutes },
  {
    file: 'server/src/features/messaging/texts/layout/shipped.json',
    render: () => renderShippedHtml(kindTexts),
  },
];

async function renderOpenApi(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(path.join(root, 'server/package.json'), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : '';
  return `${JSON.stringify(openApiDocument(String(version)), undefined, 1)}\n`;
}

const root = path.resolve(import.meta.dirname, '..');

/** The files that differ from what the code would make now. */
export async function findStaleDocuments(): Promise<string[]> {
  const stale: string[] = [];
  for (const { file, render } of documents) {
    if ((await readIfThere(file)) !== (await render())) stale.push(file);
  }
  return stale;
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(path.join(root, file), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

if (import.meta.main) {
  const stale = await findStaleDocuments();
  if (process.argv.includes('--check')) {
    for (const file of stale) console.error(`${file} is out of date; run "npm run docs".`);
    if (stale.length > 0) process.exitCode = 1;
  } else {
    for (const { file, render } of documents) {
      if (!stale.includes(file)) continue;
      await writeFile(path.join(root, file), await render());
      console.log(`${file} written`);
    }
  }
}
