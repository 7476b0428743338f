import type { Page } from 'playwright-core';

/** An answer as it came over the line, its headers included. */
export interface Transfer {
  readonly path: string;
  readonly bytes: number;
}

/** Fills the list with all that the page loads from now on. */
export async function countTransfers(page: Page): Promise<readonly Transfer[]> {
  const transfers: Transfer[] = [];
  const paths = new Map<string, string>();
  const session = await page.context().newCDPSession(page);
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    paths.set(requestId, new URL(request.url).pathname);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    transfers.push({ path: paths.get(requestId) ?? requestId, bytes: encodedDataLength });
  });
  await session.send('Network.enable');
  return transfers;
}
