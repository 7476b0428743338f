import { z } from 'zod';
import { notificationTypes, topics } from '../constants.ts';

export const notificationTypeSchema = z.enum(notificationTypes);
export const topicSchema = z.enum(topics);
