import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { confirmAddress, type Person, signUpSeeker } from '../support/people.ts';
import { type ServerProcess, startServer } from '../support/server.ts';

describe('the stream of a whole server', () => {
  let server: ServerProcess;
  let person: Person;

  beforeAll(async () => {
    server = await startServer();
    person = await signUpSeeker(server.url, 'Stella Stream');
    await confirmAddress(person);
  });
  afterAll(() => server?.stop());

  async function open(headers: Record<string, string>, query = '') {
    return fetch(`${server.url}/api/v1/notifications/stream${query}`, { headers });
  }

  test('is refused without a proof, and to a key that was revoked', async () => {
    expect((await open({})).status).toBe(401);
    const { id, key } = await person.client.me.createApiKey({ body: { name: 'A key' } });
    const authorization = `Bearer ${key}`;
    const opened = await open({ authorization });
    expect(opened.status).toBe(200);
    await opened.body?.cancel();
    await person.client.me.revokeApiKey({ params: { api_key_id: id } });
    expect((await open({ authorization })).status).toBe(401);
  });

  test('goes on after a cursor, and ends with the server, which does not wait for it', async () => {
    const { key } = await person.client.me.createApiKey({ body: { name: 'Another key' } });
    const headers = { authorization: `Bearer ${key}` };
    const first = (await open(headers)).body?.pipeThrough(new TextDecoderStream()).getReader();
    const greeting = await first?.read();
    const [, epoch, head] = /^id: ([\w-]+):(\d+)\ndata: /.exec(greeting?.value ?? '') ?? [];
    expect(Number(head)).toBeGreaterThan(0);
    await first?.cancel();

    const again = await open({ ...headers, 'last-event-id': `${epoch}:0` });
    const reader = again.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const readUntil = async (end: (text: string) => boolean) => {
      for (let piece = await reader?.read(); piece?.value !== undefined; piece = await reader?.read()) {
        text += piece.value;
        if (end(text)) return;
      }
    };
    await readUntil((read) => read.includes('"type":"resumed","complete":true'));
    expect(await server.stop()).toBe(0);
    await readUntil(() => false);
    const events = text.split('\n\n').filter((event) => event !== '');
    expect(events.flatMap((event) => /^id: [\w-]+:(\d+)/.exec(event)?.[1] ?? []).map(Number)).toEqual(
      Array.from({ length: Number(head) }, (_, index) => index + 1),
    );
    expect(events.at(-1)).toMatch(/^event: close\ndata: \{"code":1012,/);
  });
});
