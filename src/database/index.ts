export { type BackupCounts, BackupUnusable, backUp, restore, verifyBackup } from './backup.ts';
export {
  type CommitWith,
  type Database,
  describeError,
  type Queryable,
  sqlState,
} from './client.ts';
export { type Clock, systemClock } from './clock.ts';
export { DirectoryInUse } from './directory-lock.ts';
export { clearLeases, holdLease, type Lease, releaseLease } from './lease.ts';
export { meanwhile } from './meanwhile.ts';
export { migrate } from './migrate.ts';
export { backUpNightly, nightlyBackups } from './nightly.ts';
export { type DatabaseSettings, openDatabase, openDatabaseForCommand } from './open.ts';
export { ensureSecret } from './secret.ts';
