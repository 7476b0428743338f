export { createDigestWindows, type DigestWindow, type DigestWindows, type FoldRequest } from './windows.ts';
