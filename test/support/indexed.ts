import { expect, vi } from 'vitest';

/** Waits until a server searches by its index. */
export async function indexed(url: string): Promise<void> {
  await vi.waitFor(
    async () => {
      const answer = await fetch(`${url}/api/v1/jobs?q=engineer`);
      expect(await answer.json()).toMatchObject({ total: expect.any(Number) });
    },
    { timeout: 60_000, interval: 200 },
  );
}
