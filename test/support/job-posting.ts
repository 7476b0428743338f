/**
 * What is wrong with the JobPosting of a page, by the rules that Google documents for its job search
 * (https://developers.google.com/search/docs/appearance/structured-data/job-posting): properties that are required, values that
 * are taken, and nothing that neither Google nor schema.org knows.
 */
type Fields = Readonly<Record<string, unknown>>;

const known = new Set([
  ...['@context', '@type', 'title', 'description', 'url', 'identifier', 'datePosted', 'validThrough'],
  ...[
    'employmentType',
    'hiringOrganization',
    'jobLocation',
    'jobLocationType',
    'applicantLocationRequirements',
  ],
  ...['baseSalary', 'directApply'],
]);
const employmentTypes = new Set([
  ...['FULL_TIME', 'PART_TIME', 'CONTRACTOR', 'TEMPORARY', 'INTERN', 'VOLUNTEER', 'PER_DIEM', 'OTHER'],
]);
const units = new Set(['HOUR', 'DAY', 'WEEK', 'MONTH', 'YEAR']);
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param page the address of the page, which is the only one that it may stand on */
export function faultsOfJobPosting(posting: unknown, page: string, now: Date): string[] {
  if (!isFields(posting)) return ['it is no object'];
  const faults: string[] = [];
  const check = (isRight: boolean, fault: string) => {
    if (!isRight) faults.push(fault);
  };
  const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
  const part = (value: unknown, type: string): Fields => {
    const fields = isFields(value) ? value : {};
    check(fields['@type'] === type, `${type} is missing`);
    return fields;
  };

  for (const name of Object.keys(posting)) check(known.has(name), `${name} is unknown`);
  check(posting['@context'] === 'https://schema.org/', 'the context is another');
  check(posting['@type'] === 'JobPosting', 'the type is another');
  check(isText(posting['title']), 'the title is missing');
  check(
    isText(posting['description']) && posting['description'] !== posting['title'],
    'the description is missing',
  );
  check(/<(p|ul|ol|h\d|br)\b/.test(String(posting['description'])), 'the description has no paragraphs');
  check(!/<script|<iframe|\son\w+=/i.test(String(posting['description'])), 'the description runs something');
  check(posting['url'] === page, 'the address is another');
  check(instant.test(String(posting['datePosted'])), 'datePosted is no instant');
  check(new Date(String(posting['datePosted'])) <= now, 'it is posted in the future');
  if ('validThrough' in posting) {
    check(instant.test(String(posting['validThrough'])), 'validThrough is no instant');
    check(new Date(String(posting['validThrough'])) > now, 'it has expired');
  }
  if ('employmentType' in posting)
    check(employmentTypes.has(String(posting['employmentType'])), 'the employment type is unknown');

  const organization = part(posting['hiringOrganization'], 'Organization');
  check(isText(organization['name']), 'the organization has no name');
  const identifier = part(posting['identifier'], 'PropertyValue');
  check(
    identifier['name'] === organization['name'] && isText(identifier['value']),
    'the identifier is not of it',
  );
  check(typeof posting['directApply'] === 'boolean', 'directApply is no truth value');

  const isRemote = posting['jobLocationType'] !== undefined;
  const places = Array.isArray(posting['jobLocation']) ? posting['jobLocation'] : [];
  if (isRemote) {
    check(posting['jobLocationType'] === 'TELECOMMUTE', 'the type of location is unknown');
    const areas = posting['applicantLocationRequirements'];
    check(Array.isArray(areas) && areas.length > 0, 'nobody knows who may apply from afar');
    for (const area of Array.isArray(areas) ? areas : [])
      check(/^[A-Z]{2}$/.test(String(part(area, 'Country')['name'])), 'a country is unknown');
  }
  check(isRemote || places.length > 0, 'it is nowhere');
  for (const place of places) {
    const address = part(part(place, 'Place')['address'], 'PostalAddress');
    check(/^[A-Z]{2}$/.test(String(address['addressCountry'])), 'a place has no country');
    check(!('addressLocality' in address) || isText(address['addressLocality']), 'a place has no name');
  }

  if ('baseSalary' in posting) {
    const salary = part(posting['baseSalary'], 'MonetaryAmount');
    check(/^[A-Z]{3}$/.test(String(salary['currency'])), 'the currency is unknown');
    const value = part(salary['value'], 'QuantitativeValue');
    check(units.has(String(value['unitText'])), 'the unit is unknown');
    const amounts = ['value', 'minValue', 'maxValue'].filter((name) => name in value);
    check(amounts.length > 0, 'there is no amount');
    check(
      amounts.every((name) => Number(value[name]) > 0),
      'an amount is none',
    );
    if ('minValue' in value && 'maxValue' in value)
      check(Number(value['minValue']) <= Number(value['maxValue']), 'the range is the wrong way round');
  }
  return faults;
}
