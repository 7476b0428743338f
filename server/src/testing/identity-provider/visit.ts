import { Agent } from 'undici';
import { localhostCertificate } from '../messaging/localhost-certificate.ts';

/**
 * Goes to the provider as a browser would, and follows where it leads until that is a page of ours.
 * @returns the query of that page
 */
export async function visitProvider(start: string, callbackUrl: string): Promise<string> {
  const agent = new Agent({ connect: { ca: localhostCertificate.cert } });
  const cookies = new Map<string, string>();
  try {
    let url = new URL(start);
    for (let hops = 0; hops < 12; hops++) {
      if (url.href.startsWith(callbackUrl)) return url.search.slice(1);
      const { statusCode, headers, body } = await agent.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: 'GET',
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      });
      const text = await body.text();
      for (const cookie of [headers['set-cookie'] ?? []].flat()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        cookies.set(name, value);
      }
      const location = [headers['location'] ?? []].flat()[0];
      if (location === undefined)
        throw new Error(`the provider answered ${statusCode}: ${text.slice(0, 400)}`);
      url = new URL(location, url);
    }
    throw new Error('the provider leads in a circle');
  } finally {
    await agent.close();
  }
}
