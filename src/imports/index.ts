export { changeFile } from './change-rows.ts';
export {
  createFeedDesk,
  type Feed,
  type FeedDesk,
  type FeedFields,
  type FeedProblem,
  findFeed,
  listFeeds,
} from './feed.ts';
export { fetchFeed } from './feed-fetch.ts';
export { createFeedWorker, type FeedWorker } from './feed-worker.ts';
export { type CityKinds, cityKinds } from './kinds.ts';
export { isPublicAddress } from './public-address.ts';
export { exampleOf, hasExample, loadSamples } from './samples.ts';
export {
  discardUpload,
  findUpload,
  largestUpload,
  receiveUpload,
  safeFileName,
  startImport,
  type Upload,
  uploadProblems,
} from './upload.ts';
export { createImportWorker, type ImportWorker } from './worker.ts';
