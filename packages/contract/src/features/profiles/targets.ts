import type { ActionTarget } from '../../core/actions.ts';

export const openProfile: ActionTarget = { id: 'open_profile', path: '/settings/profile' };
