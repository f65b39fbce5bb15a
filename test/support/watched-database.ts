import { type Database, sqlState } from '../../src/database/index.ts';

/** A database that notes the codes of errors inside its transactions, also of those that are run again and come to a good end. */
export function watchedDatabase(database: Database): { readonly database: Database; readonly states: string[] } {
  const states: string[] = [];
  return {
    states,
    database: {
      ...database,
      transaction: (work) =>
        database.transaction(async (tx, commitWith) => {
          try {
            return await work(tx, commitWith);
          } catch (error) {
            states.push(sqlState(error) ?? String(error));
            throw error;
          }
        }),
    },
  };
}
