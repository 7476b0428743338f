export { createTopics, type TopicContent, type TopicMessage, type TopicPush, type Topics } from './topics.ts';
