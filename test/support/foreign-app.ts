import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { build } from 'vite';
import { temporaryFolder } from './server.ts';

const repository = path.resolve(import.meta.dirname, '../..');

/** A page that is no part of Rolecall, at an address of its own. */
export interface ForeignApp {
  readonly origin: string;
  /** Builds and shows this program from now on. */
  show(program: string): Promise<void>;
  /** What `/rolecall-token` answers with; null for nobody. */
  token: () => Promise<string | null>;
  close(): Promise<void>;
}

/** As a page of another maker may look: its own font, a bar in its own colour, both themes. */
const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Acme Careers</title>
    <style>
      :root { color-scheme: light dark; font-family: Georgia, serif; }
      body { margin: 0; background: light-dark(#f3f4f8, #101216); color: light-dark(#16181d, #e8e9ee); }
      header { display: flex; align-items: center; justify-content: space-between; padding: 0.25rem 1rem;
        background: #1b2a57; color: #ffffff; overflow: hidden; }
      main { max-width: 44rem; margin: 0 auto; padding: 1rem; }
      button { text-transform: uppercase; }
      a { color: hotpink; }
    </style>
    <script type="module" src="/app.js"></script>
    <link rel="stylesheet" href="/app.css" />
  </head>
  <body><div id="root"></div></body>
</html>`;

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

export async function serveForeignApp(): Promise<ForeignApp> {
  const folder = temporaryFolder();
  const output = path.join(folder, 'built');
  mkdirSync(output);
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  symlinkSync(path.join(repository, 'node_modules'), path.join(folder, 'node_modules'), 'junction');

  const app: ForeignApp = {
    origin: '',
    token: async () => null,
    async show(program) {
      writeFileSync(path.join(folder, 'app.tsx'), program);
      await build({
        root: folder,
        configFile: false,
        logLevel: 'warn',
        oxc: { jsx: { runtime: 'automatic' } },
        build: {
          outDir: output,
          // For `npm run coverage`.
          sourcemap: process.env['ROLECALL_BROWSER_COVERAGE'] === undefined ? false : 'inline',
          rolldownOptions: {
            input: path.join(folder, 'app.tsx'),
            output: {
              entryFileNames: 'app.js',
              assetFileNames: 'app[extname]',
              sourcemapPathTransform: (source, map) => path.resolve(path.dirname(map), source),
            },
          },
        },
      });
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
      rmSync(folder, { recursive: true, force: true });
    },
  };
  const server = createServer(async ({ url = '/' }, response) => {
    if (url === '/rolecall-token') {
      const token = await app.token();
      response.writeHead(token === null ? 401 : 200, { 'content-type': 'text/plain' }).end(token);
      return;
    }
    const type = types[path.extname(url)];
    if (type === undefined) response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    else
      response
        .writeHead(200, { 'content-type': type })
        .end(readFileSync(path.join(output, path.basename(url))));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given');
  return Object.assign(app, { origin: `http://127.0.0.1:${address.port}` });
}
