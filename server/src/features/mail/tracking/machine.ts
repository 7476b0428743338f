import { BlockList, isIP } from 'node:net';

/** What is known of an open or a click. */
export interface HitFacts {
  readonly type: 'open' | 'click';
  readonly method: string;
  readonly userAgent: string;
  /** IP address, which is not stored. */
  readonly address: string;
  readonly sinceSentMs: number;
  /** Another link of the same mail was followed within a second. */
  readonly followedOthers: boolean;
}

/** Why a hit counts as that of a program. */
export type MachineReason = 'method' | 'image_proxy' | 'scanner' | 'at_once' | 'burst';

/** No person opens a mail sooner after it was sent. */
const readingTakesMs = 5_000;

/**
 * Decides by the first sign that applies whether a program opened a mail or followed a link; null: it seems to be a person.
 * Proxies of Apple and Google load images whether or not a person reads the mail.
 */
export function machineReason(facts: HitFacts): MachineReason | null {
  const { type, method, userAgent, address, sinceSentMs, followedOthers } = facts;
  if (method !== 'GET') return 'method';
  if (type === 'open' && (imageProxy.test(userAgent) || isWithin(imageProxies, address)))
    return 'image_proxy';
  if (userAgent.trim() === '' || scanner.test(userAgent) || isWithin(scanners, address)) return 'scanner';
  if (sinceSentMs < readingTakesMs) return 'at_once';
  return followedOthers ? 'burst' : null;
}

/** Apple Mail Privacy Protection is known by its bare name; the others name themselves. */
const imageProxy = /^mozilla\/5\.0$|googleimageproxy|ggpht\.com|yahoomailproxy|outlookimageproxy/i;

const scanner =
  /bot\b|crawl|spider|slurp|scanner|preview|curl\/|wget\/|python|java\/|go-http|okhttp|libwww|aiohttp|headless|phantomjs|barracuda|proofpoint|mimecast|safelinks|symantec|trendmicro|fireeye|forcepoint|cloudmark|existence discovery|urlresolver/i;

/** Apple owns 17.0.0.0/8; Google's image proxy sends from 66.249.80.0/20 and 66.102.0.0/20. */
const imageProxies = blockList(['17.0.0.0/8', '66.249.80.0/20', '66.102.0.0/20']);

/** Google lists its servers under `_netblocks.google.com`; the others are Barracuda's and Proofpoint's. */
const scanners = blockList([
  '64.233.160.0/19',
  '66.102.0.0/20',
  '66.249.64.0/19',
  '72.14.192.0/18',
  '74.125.0.0/16',
  '209.85.128.0/17',
  '64.235.144.0/20',
  '209.222.80.0/21',
  '67.231.144.0/20',
  '148.163.128.0/19',
]);

function blockList(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', prefix = ''] = range.split('/');
    list.addSubnet(address, Number(prefix), 'ipv4');
  }
  return list;
}

function isWithin(list: BlockList, given: string): boolean {
  const address = given.replace(/^::ffff:/i, '');
  return isIP(address) === 4 && list.check(address, 'ipv4');
}
