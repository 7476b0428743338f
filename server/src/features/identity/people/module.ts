import { type Base, defineModule } from '../../../composition/module.ts';
import { peopleRoutes } from './people.routes.ts';
import { createPeopleSearch } from './people.ts';
import { findRecipients } from './recipients.store.ts';

export const peopleModule = defineModule({
  name: 'identity/people',
  create: (_needs: Base<'database'>) => ({
    recipients: { findRecipients },
    peopleSearch: createPeopleSearch(),
  }),
  brings: (parts) => ({ routes: peopleRoutes(parts) }),
});
