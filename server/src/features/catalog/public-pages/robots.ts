import type { PublicAddresses } from './addresses.ts';

/**
 * `robots.txt` (RFC 9309). What is public is named, and all else is disallowed, so that a new private area is private without
 * anybody thinking of it. A crawler that runs the app needs its files and what it reads first.
 */
export function writeRobots(searchEngines: boolean, addresses: PublicAddresses): string {
  if (!searchEngines) return 'User-agent: *\nDisallow: /\n';
  const allowed = [
    ...['/$', '/?lang=', '/jobs', '/companies/', '/sitemap.xml', '/sitemaps/', '/robots.txt'],
    ...['/assets/', '/pictures/', '/icons/', '/favicon.svg', '/theme.js', '/manifest.webmanifest'],
    ...['/api/v1/jobs', '/api/v1/instance'],
  ];
  return [
    'User-agent: *',
    ...allowed.map((path) => `Allow: ${path}`),
    'Disallow: /',
    '',
    `Sitemap: ${addresses.of('/sitemap.xml')}`,
    '',
  ].join('\n');
}
