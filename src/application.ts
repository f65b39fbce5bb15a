import type { Logger } from 'pino';
import { join } from 'node:path';
import { createApi } from './api/index.ts';
import { courseById, coursesByKeys, listCourses } from './catalogue/index.ts';
import { createWebChannel } from './channels/web/index.ts';
import type { Settings } from './config.ts';
import {
  type Conversations,
  conversationPersonalData,
  createConversations,
  deleteOldTurns,
  type Links,
  linkToken,
  readLinkToken,
} from './conversation/index.ts';
import { backUpNightly, type Clock, type Database, ensureSecret } from './database/index.ts';
import { createSender, deleteOldDeliveries, deliveryPersonalData } from './delivery/index.ts';
import { createFinder, discoveryPersonalData, type Finder, markCourse } from './discovery/index.ts';
import { learnersPersonalData, type PersonalDataOwner } from './learners/index.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import type { Job } from './runner.ts';

/** Every module with learner data, in the order in which rows refer to each other. */
export const personalDataOwners: readonly PersonalDataOwner[] = [
  learnersPersonalData,
  discoveryPersonalData,
  conversationPersonalData,
  deliveryPersonalData,
];
