export { isPublicAddress } from './addresses.ts';
export {
  createHttpClient,
  type HttpClient,
  type HttpClientOptions,
  type HttpPostOptions,
  type HttpRequestOptions,
  type HttpResponse,
} from './client.ts';
export type { ResolveHostname } from './connector.ts';
