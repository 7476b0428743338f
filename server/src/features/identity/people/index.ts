export { createPeopleSearch, type PeopleSearch } from './people.ts';
