import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { build } from 'vite';
import { temporaryFolder } from './server.ts';

const repository = path.resolve(import.meta.dirname, '../..');

/** Takes what it needs from the address, so that one build serves all tests. */
const program = `
import { createNotificationFeed } from '@rolecall/client/notifications';

const { baseUrl, userId, token, worker } = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
const feed = createNotificationFeed({
  baseUrl,
  accessToken: async () => ({ token, expiresAt: Date.now() + 600_000 }),
  refresh: async () => {},
  shareAcrossTabs: {
    userId,
    worker: worker === 'yes'
      ? () => new SharedWorker(new URL('./worker.ts', import.meta.url), { type: 'module' })
      : undefined,
  },
});
const applied = [];
feed.on('notification', ({ seq }) => applied.push(seq));
Object.assign(globalThis, { feed, applied });
`;

/** A page that follows the notifications of a person in a tab, on an origin of its own. */
export interface SharingPage {
  readonly origin: string;
  close(): Promise<void>;
}

export async function serveSharingPage(): Promise<SharingPage> {
  const folder = temporaryFolder();
  const output = path.join(folder, 'built');
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  symlinkSync(path.join(repository, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  writeFileSync(
    path.join(folder, 'index.html'),
    '<!doctype html><script type="module" src="/page.ts"></script>',
  );
  writeFileSync(path.join(folder, 'page.ts'), program);
  writeFileSync(path.join(folder, 'worker.ts'), `import '@rolecall/client/shared-worker';\n`);
  await build({ root: folder, configFile: false, logLevel: 'warn', build: { outDir: output } });

  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const file = path.join(output, pathname === '/' ? 'index.html' : pathname);
    const type = file.endsWith('.js') ? 'text/javascript' : 'text/html';
    if (existsSync(file)) response.writeHead(200, { 'content-type': type }).end(readFileSync(file));
    else response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
