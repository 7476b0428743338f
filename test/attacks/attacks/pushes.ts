import { createTestBrowser } from '../../../server/src/testing/push-service/browser.ts';
import type { AttackedServer } from '../support/attacked-server.ts';
import { type Attack, call, fill } from './attack.ts';

type Reply = Parameters<AttackedServer['sites']['answer']>[1];

/** What a push service of the attacker's own may answer. */
const replies: Readonly<Record<string, Reply>> = {
  'leads on to itself': (request, response) =>
    response.writeHead(307, { location: request.url ?? '/' }).end(),
  'leads on to a private network': (_request, response) =>
    response.writeHead(307, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
  'answers without an end': (_request, response) => {
    response.writeHead(500);
    const timer = setInterval(() => response.write(fill('a', 100_000)), 5);
    response.on('close', () => clearInterval(timer));
  },
  'asks for a pause of a thousand years': (_request, response) =>
    response.writeHead(429, { 'retry-after': fill('9', 4_000) }).end(),
  'never answers': () => {},
  'hangs up': (request) => request.socket.destroy(),
};

export const pushAttacks: readonly Attack[] = Object.entries(replies).map(([name, reply], n) => ({
  name: `a push service that ${name}`,
  async run(attacked) {
    const { sites } = attacked;
    const path = `/push-${n}`;
    sites.answer(path, reply);
    const key = await call(attacked, 'job_seeker', 'GET', '/web-push/key');
    const { keys } = await createTestBrowser();
    const subscribed = await call(attacked, 'job_seeker', 'PUT', '/web-push/subscription', {
      endpoint: `${sites.origin}${path}`,
      keys,
      public_key: JSON.parse(key.body).public_key,
    });
    const { id } = JSON.parse(subscribed.body);
    const tested = await call(attacked, 'job_seeker', 'POST', `/web-push/devices/${id}/test`);
    return [subscribed, tested, await call(attacked, 'job_seeker', 'DELETE', `/web-push/devices/${id}`)];
  },
}));
