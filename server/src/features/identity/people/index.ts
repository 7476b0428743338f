export {
  countPeople,
  findKnownAddresses,
  findNames,
  findOperators,
  findPeople,
  hasPeopleBeyond,
  hasSeekerAt,
  listNewSeekers,
  type PersonRow,
} from './people.store.ts';
export { assertAddressVerified, createPeopleSearch, findViewer, type PeopleSearch } from './people.ts';
export { findRecipients, type Recipient } from './recipients.store.ts';
