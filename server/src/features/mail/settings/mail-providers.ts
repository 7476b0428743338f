import { nearest } from '../../../platform/config/index.ts';

interface Common {
  /** Unique; operators, figures and logs call it by this name. */
  readonly name: string;
  /** Most mails per second; undefined: as many as it takes. */
  readonly rate: number | undefined;
  /** Mails under way at the same time. */
  readonly concurrency: number;
}

/** Services whose mail servers read headers of their own. */
export type SmtpService = 'gmail' | 'sendgrid' | 'ses' | 'postmark' | 'mailgun';

/** A provider that takes the mails of this instance, with its secrets. */
export type MailProviderConfig =
  | (Common & {
      readonly kind: 'smtp';
      /** `smtp:` or `smtps:`, with user and password. */
      readonly url: string;
      /** Null: an ordinary mail server. */
      readonly service: SmtpService | null;
      /** Set of SES whose events are published; undefined: the default one, or another service. */
      readonly configurationSet: string | undefined;
    })
  | (Common & { readonly kind: 'sendgrid' | 'resend'; readonly key: string; readonly endpoint: string })
  | (Common & {
      readonly kind: 'postmark';
      readonly token: string;
      readonly endpoint: string;
      /** Message streams of mails that people need, and of those that they can unsubscribe from. */
      readonly streams: { readonly transactional: string; readonly broadcast: string };
    })
  | (Common & {
      readonly kind: 'ses';
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
      readonly region: string;
      readonly endpoint: string;
      readonly configurationSet: string | undefined;
    });

const defaultMailConcurrency = 5;
const mostProviders = 10;

/** What stands between the scheme and the parameters. */
interface Address {
  readonly user: string;
  readonly password: string;
  readonly host: string;
  readonly port: string;
}

interface Scheme {
  /** How it is written, for faults. */
  readonly example: string;
  readonly hasPassword: boolean;
  readonly place: keyof typeof places;
  readonly parameters: readonly string[];
  build(address: Address, common: Common, parameters: ReadonlyMap<string, string>): MailProviderConfig;
}

/** What may follow the `@`. */
const places = {
  server: { isValid: (host: string) => host !== '', fault: 'names no host' },
  region: {
    isValid: (host: string) => /^[a-z]{2}(?:-[a-z]+)+-\d$/.test(host),
    fault: 'names no region of AWS',
  },
  continent: {
    isValid: (host: string) => ['', 'eu', 'us'].includes(host),
    fault: 'must end with @, @eu or @us',
  },
  nowhere: { isValid: (host: string) => host === '', fault: 'must end with @' },
} as const;

const placeOf = { gmail: 'nowhere', ses: 'region', mailgun: 'continent' } as const;

const everywhere = ['name', 'rate', 'concurrency'];
const overridable = [...everywhere, 'endpoint', 'insecure'];

const schemes: ReadonlyMap<string, Scheme> = new Map(
  Object.entries<Scheme>({
    smtp: server('smtp'),
    smtps: server('smtps'),
    gmail: relay('gmail', 'gmail://user%40example.org:app-password@', () => 'smtps://smtp.gmail.com:465'),
    'sendgrid-smtp': {
      example: 'sendgrid-smtp://KEY@',
      hasPassword: false,
      place: 'nowhere',
      parameters: everywhere,
      build: ({ user }, common) =>
        smtp(common, 'sendgrid', 'smtps://smtp.sendgrid.net:465', { user: 'apikey', password: user }),
    },
    'ses-smtp': relay(
      'ses',
      'ses-smtp://user:password@eu-west-1',
      (region) => `smtps://email-smtp.${region}.amazonaws.com:465`,
    ),
    'postmark-smtp': {
      example: 'postmark-smtp://TOKEN@',
      hasPassword: false,
      place: 'nowhere',
      parameters: everywhere,
      build: ({ user }, common) =>
        smtp(common, 'postmark', 'smtp://smtp.postmarkapp.com:587', { user, password: user }),
    },
    'mailgun-smtp': relay('mailgun', 'mailgun-smtp://user:password@eu', (region) =>
      region === 'eu' ? 'smtps://smtp.eu.mailgun.org:465' : 'smtps://smtp.mailgun.org:465',
    ),
    sendgrid: {
      example: 'sendgrid://KEY@',
      hasPassword: false,
      place: 'continent',
      parameters: overridable,
      build: ({ user, host }, common, parameters) => ({
        ...common,
        kind: 'sendgrid',
        key: user,
        endpoint:
          parameters.get('endpoint') ??
          (host === 'eu' ? 'https://api.eu.sendgrid.com' : 'https://api.sendgrid.com'),
      }),
    },
    resend: {
      example: 'resend://KEY@',
      hasPassword: false,
      place: 'nowhere',
      parameters: overridable,
      build: ({ user }, common, parameters) => ({
        ...common,
        kind: 'resend',
        key: user,
        endpoint: parameters.get('endpoint') ?? 'https://api.resend.com',
      }),
    },
    postmark: {
      example: 'postmark://TOKEN@',
      hasPassword: false,
      place: 'nowhere',
      parameters: [...overridable, 'stream', 'broadcast_stream'],
      build: ({ user }, common, parameters) => ({
        ...common,
        kind: 'postmark',
        token: user,
        endpoint: parameters.get('endpoint') ?? 'https://api.postmarkapp.com',
        streams: {
          transactional: parameters.get('stream') ?? 'outbound',
          broadcast: parameters.get('broadcast_stream') ?? 'broadcast',
        },
      }),
    },
    ses: {
      example: 'ses://ACCESS:SECRET@eu-west-1',
      hasPassword: true,
      place: 'region',
      parameters: [...overridable, 'configuration_set'],
      build: ({ user, password, host }, common, parameters) => ({
        ...common,
        kind: 'ses',
        accessKeyId: user,
        secretAccessKey: password,
        region: host,
        endpoint: parameters.get('endpoint') ?? `https://email.${host}.amazonaws.com`,
        configurationSet: parameters.get('configuration_set'),
      }),
    },
  }),
);

function server(scheme: 'smtp' | 'smtps'): Scheme {
  return {
    example: `${scheme}://user:password@mail.example.org:${scheme === 'smtp' ? 587 : 465}`,
    hasPassword: false,
    place: 'server',
    parameters: everywhere,
    build: ({ user, password, host, port }, common) => {
      const url = `${scheme}://${host}${port === '' ? '' : `:${port}`}`;
      return smtp(common, null, url, user === '' ? null : { user, password });
    },
  };
}

function relay(
  service: 'gmail' | 'ses' | 'mailgun',
  example: string,
  urlOf: (region: string) => string,
): Scheme {
  return {
    example,
    hasPassword: true,
    place: placeOf[service],
    parameters: service === 'ses' ? [...everywhere, 'configuration_set'] : everywhere,
    build: ({ user, password, host }, common, parameters) => ({
      ...smtp(common, service, urlOf(host), { user, password }),
      configurationSet: parameters.get('configuration_set'),
    }),
  };
}

function smtp(
  common: Common,
  service: SmtpService | null,
  url: string,
  account: { readonly user: string; readonly password: string } | null,
): MailProviderConfig & { kind: 'smtp' } {
  const signIn =
    account === null ? '' : `${encodeURIComponent(account.user)}:${encodeURIComponent(account.password)}@`;
  return {
    ...common,
    kind: 'smtp',
    service,
    url: url.replace('://', `://${signIn}`),
    configurationSet: undefined,
  };
}

/** The single mail server of `SMTP_URL`. */
export function singleMailServer(url: string): MailProviderConfig {
  const common = { name: 'smtp', rate: undefined, concurrency: defaultMailConcurrency };
  return { ...common, kind: 'smtp', url, service: null, configurationSet: undefined };
}

/**
 * Reads a list of providers in the order of failover. A fault names the place in the list and never shows what stands
 * there, since it is full of secrets.
 *
 * @param list addresses, separated by white space
 */
export function parseMailProviders(list: string): {
  readonly providers: readonly MailProviderConfig[];
  readonly faults: readonly string[];
} {
  const entries = list.split(/\s+/).filter((entry) => entry !== '');
  const providers: MailProviderConfig[] = [];
  const faults: string[] = [];
  if (entries.length > mostProviders) faults.push(`must have at most ${mostProviders} addresses`);
  for (const [index, entry] of entries.entries()) {
    const read = parseProvider(entry);
    if (typeof read === 'string') faults.push(`address ${index + 1} ${read}`);
    else if (providers.some(({ name }) => name === read.name)) {
      faults.push(`address ${index + 1} has the name ${read.name} of another; give it one with ?name=`);
    } else providers.push(read);
  }
  return { providers, faults };
}

/** @returns the fault, in words that follow on 'address 1' */
function parseProvider(entry: string): MailProviderConfig | string {
  const shape = /^([a-z][a-z-]*):\/\/([^?]*)(?:\?(.*))?$/s.exec(entry);
  if (shape === null) return 'must look like smtp://user:password@mail.example.org:587';
  const [, name = '', authority = '', query = ''] = shape;
  const scheme = schemes.get(name);
  if (scheme === undefined) {
    const known = [...schemes.keys()];
    const meant = nearest(name, known, 2);
    return `has an unknown scheme${meant === undefined ? `; there are ${known.join(', ')}` : `, did you mean ${meant}://?`}`;
  }
  const address = parseAuthority(authority);
  if (address === null) return `must look like ${scheme.example}, with special characters written as %40`;
  const place = places[scheme.place];
  if (scheme.place !== 'server' && address.user === '') return `names no user or key: ${scheme.example}`;
  if (scheme.hasPassword && address.password === '') return `has no password or secret: ${scheme.example}`;
  if (!place.isValid(address.host)) return `${place.fault}: ${scheme.example}`;
  if (scheme.place !== 'server' && address.port !== '') return `takes no port: ${scheme.example}`;

  const parameters = new Map<string, string>();
  for (const [key, value] of new URLSearchParams(query)) {
    if (!scheme.parameters.includes(key)) {
      const meant = nearest(key, scheme.parameters, 2);
      const hint =
        meant === undefined ? `; it takes ${scheme.parameters.join(', ')}` : `, did you mean ${meant}?`;
      return `has an unknown parameter${hint}`;
    }
    if (value === '' || parameters.has(key)) return `must give ${key} one value`;
    parameters.set(key, value);
  }
  const fault = faultOf(parameters);
  if (fault !== null) return fault;
  const common = {
    name: parameters.get('name') ?? name,
    rate: parameters.has('rate') ? Number(parameters.get('rate')) : undefined,
    concurrency: Number(parameters.get('concurrency') ?? defaultMailConcurrency),
  };
  return scheme.build(address, common, parameters);
}

/** `user:password@host:port`; what stands before the last `@` may have any character but `?`. */
function parseAuthority(authority: string): Address | null {
  const at = authority.lastIndexOf('@');
  const account = at < 0 ? '' : authority.slice(0, at);
  const place = /^([a-z\d.-]*|\[[\da-f:.]+\])(?::(\d{1,5}))?\/?$/i.exec(authority.slice(at + 1));
  if (place === null || Number(place[2] ?? 0) > 65_535) return null;
  const colon = account.indexOf(':');
  try {
    return {
      user: decodeURIComponent(colon < 0 ? account : account.slice(0, colon)),
      password: colon < 0 ? '' : decodeURIComponent(account.slice(colon + 1)),
      host: place[1]?.toLowerCase() ?? '',
      port: place[2] ?? '',
    };
  } catch {
    return null;
  }
}

function faultOf(parameters: ReadonlyMap<string, string>): string | null {
  const name = parameters.get('name') ?? 'a';
  if (!/^[a-z\d][a-z\d-]{0,39}$/.test(name)) {
    return 'must have a name of at most 40 small letters, digits and hyphens';
  }
  const rate = parameters.get('rate') ?? '1';
  if (!/^\d{1,5}(?:\.\d{1,3})?$/.test(rate) || Number(rate) < 0.01) {
    return 'must have a rate from 0.01 to 99999 mails per second';
  }
  const concurrency = Number(parameters.get('concurrency') ?? 1);
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 200) {
    return 'must have a concurrency that is a whole number from 1 to 200';
  }
  for (const key of ['stream', 'broadcast_stream', 'configuration_set']) {
    if (!/^[\w-]{1,64}$/.test(parameters.get(key) ?? 'a')) {
      return `must have a ${key} of at most 64 letters, digits, hyphens and underscores`;
    }
  }
  const insecure = parameters.get('insecure') ?? 'false';
  if (insecure !== 'true' && insecure !== 'false') return 'must have insecure=true or insecure=false';
  const endpoint = parameters.get('endpoint');
  if (endpoint === undefined) return null;
  const url = URL.parse(endpoint);
  if (url === null || !/^https?:$/.test(url.protocol) || url.origin !== endpoint.replace(/\/$/, '')) {
    return 'must have an endpoint that is an origin such as https://mail.internal.example';
  }
  if (url.protocol === 'http:' && insecure !== 'true') {
    return 'must have an https endpoint; insecure=true sends the key over plain http all the same';
  }
  return null;
}
