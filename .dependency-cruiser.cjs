/** The order of modules: a module may import from those before it only. */
const layers = [
  ['message', 'time'],
  ['text', 'database', 'locales', 'picture'],
  ['places'],
  ['catalogue', 'learners', 'staff'],
  ['delivery'],
  ['workshops', 'opportunities', 'access', 'freshness'],
  ['partners'],
  ['discovery'],
  ['learning'],
  ['tutor'],
  ['outreach', 'inbox', 'insights', 'applications'],
  ['curriculum'],
  ['imports'],
  ['conversation'],
  ['figures'],
  ['channels', 'api', 'site', 'console', 'commands'],
];

const later = layers.flatMap((modules, position) => {
  const above = layers.slice(position + 1).flat();
  const beside = (name) => modules.filter((other) => other !== name);
  return modules.map((name) => ({
    name: `${name}-imports-downwards-only`,
    comment: 'Imports point up the list of docs/architecture.md only; hand a function down instead.',
    severity: 'error',
    from: { path: `^src/${name}/` },
    to: {
      path: `^src/(?:(?:${[...above, ...beside(name)].join('|')})/|(?:addresses|application|platforms|worker-jobs|serve-city|fail|main)\\.ts$)`,
    },
  }));
});

module.exports = {
  forbidden: [
    ...later,
    {
      name: 'only-commands-read-settings',
      severity: 'error',
      from: {
        path: '^src/(?!commands/|application\\.ts|city-(?:hearing|tutor)\\.ts|platforms\\.ts|worker-jobs\\.ts|serve-city\\.ts|main\\.ts|config\\.ts)',
      },
      to: { path: '^src/(?:config|memory|metrics|retention|runner)\\.ts$' },
    },
    {
      name: 'one-way-in',
      comment: 'A module is imported through its index.ts.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$', '^src/channels/[^/]+/index\\.ts$'] },
    },
    {
      name: 'one-way-in-from-the-top',
      severity: 'error',
      from: { path: '^src/[^/]+\\.ts$' },
      to: { path: '^src/[^/]+/', pathNot: ['^src/[^/]+/index\\.ts$', '^src/channels/[^/]+/index\\.ts$'] },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-dev-dependency-at-run-time',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/commands/eval-search/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
    {
      name: 'heavy-packages-when-needed',
      comment: 'A server that never draws a picture must not load the renderer: import() it where it is used.',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        path: 'node_modules/(?:@resvg/|qrcode/|better-auth/|ical-generator/)',
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(?:node:|vitest)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
