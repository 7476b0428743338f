import type { ActionTarget } from '../../core/actions.ts';

export const openInbox: ActionTarget = { id: 'open_inbox', path: '/notifications' };
