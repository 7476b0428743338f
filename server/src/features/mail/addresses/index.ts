export { isDisposable } from './addresses.ts';
