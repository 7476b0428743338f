import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { type Config, loadConfig } from '../platform/config/index.ts';
import { FolderInUseError } from '../platform/db/index.ts';
import { onceFolderIsFree, withFreePort } from './take-over.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(
  answer: RequestListener,
): Promise<{ readonly server: Server; readonly config: Config }> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return {
    server,
    config: loadConfig([], {
      ROLECALL_ENVIRONMENT: 'test',
      PORT: String(address.port),
      HOST: '127.0.0.1',
    }),
  };
}

describe('a port', () => {
  it('of a process that says it is stopping is waited for, which is said once', async () => {
    const said: string[] = [];
    let asked = 0;
    const { server, config } = await listen((_request, response) => {
      asked += 1;
      response.end(JSON.stringify({ status: 'unavailable', checks: {}, draining: true }));
      if (asked === 2) {
        response.once('finish', () => server.closeAllConnections());
        server.close();
      }
    });
    expect(await withFreePort(config, (text) => said.push(text))).toBe(config);
    expect(said).toEqual([expect.stringContaining(`port ${config.http.port}`)]);
  });

  it.each<[string, RequestListener]>([
    ['a process that goes on working', (_request, response) => response.end('{"draining":false}')],
    ['something else', (_request, response) => response.end('<p>Hello</p>')],
    [
      'something that leads elsewhere',
      (_request, response) => response.writeHead(302, { location: '/' }).end(),
    ],
    ['something that says nothing', () => {}],
  ])('of %s is taken', async (_whom, answer) => {
    const { config } = await listen(answer);
    const said: string[] = [];
    await expect(withFreePort(config, (text) => said.push(text))).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});

describe('a data folder', () => {
  it('that somebody holds who ends is opened then', async () => {
    const said: string[] = [];
    let tries = 0;
    const opened = await onceFolderIsFree(
      (text) => said.push(text),
      async () => {
        tries += 1;
        if (tries < 3) throw new FolderInUseError('The data folder /x is in use by process 7.');
        return 'opened';
      },
    );
    expect(opened).toBe('opened');
    expect(said).toEqual([expect.stringContaining('process 7')]);
  });

  it('that cannot be opened for another reason is not waited for', async () => {
    let tries = 0;
    const open = async () => {
      tries += 1;
      throw new Error('no space left');
    };
    await expect(onceFolderIsFree(() => {}, open)).rejects.toThrow('no space left');
    expect(tries).toBe(1);
  });
});
