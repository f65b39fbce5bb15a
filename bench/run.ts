/** `npm run bench -- NAME`: measures one thing beside its peers; the last line printed is one JSON object. */
const benches: Readonly<Record<string, () => Promise<{ run(): Promise<void> }>>> = {
  broadcast: () => import('./broadcast.ts'),
  catalogue: () => import('./catalogue.ts'),
  import: () => import('./import.ts'),
  insights: () => import('./insights.ts'),
  'low-data': () => import('./low-data.ts'),
  places: () => import('./places.ts'),
  reminders: () => import('./reminders.ts'),
  search: () => import('./search.ts'),
  start: () => import('./start.ts'),
  turn: () => import('./turn.ts'),
  tutor: () => import('./tutor.ts'),
  wishes: () => import('./wishes.ts'),
};

const [name = ''] = process.argv.slice(2);
const load = benches[name];
if (load === undefined) {
  console.error(`Usage: npm run bench -- NAME, where NAME is one of: ${Object.keys(benches).join(', ')}`);
  process.exitCode = 2;
} else {
  await (await load()).run();
}
