// The direction of imports. `shared ← client`, `shared ← server`; features are strangers; only a main joins.

// Also the supports of a folder's tests, which stand in its `testing/`.
const TEST = ['[.]test[.]tsx?$', '/testing/', '^(tests|bench)/']
const CLIENT_MAINS = '^client/(main[.]tsx|field-kit[.]ts|loss-kit[.]tsx|sw[.]ts)$'
const PACKAGE = '(^|/)node_modules/'

/** A rule that fails the check; `why` is what its reader should do instead. */
const forbid = (name, why, from, to) => ({ name, comment: why, severity: 'error', from, to })

module.exports = {
  forbidden: [
    forbid('no-cycle', 'Move what both need into a third file.', {}, { circular: true }),
    // What the product is measured beside is installed on demand, in its own folder.
    forbid(
      'no-missing',
      'Name a file or a package that exists.',
      { pathNot: '^bench/peers/' },
      { couldNotResolve: true },
    ),
    forbid(
      'shared-imports-only-zod',
      'shared/ runs on both sides: no packages apart from zod, nothing of Node, nothing of a side.',
      { path: '^shared/', pathNot: TEST },
      { pathNot: ['^shared/', `${PACKAGE}zod/`] },
    ),
    forbid(
      'client-without-server',
      'What both need belongs to shared/.',
      { path: '^client/' },
      { path: '^server/' },
    ),
    forbid(
      'server-without-client',
      'What both need belongs to shared/.',
      { path: '^server/' },
      { path: '^client/' },
    ),
    forbid(
      'client-without-node',
      'The client runs in browsers.',
      { path: '^client/', pathNot: TEST },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'features-are-strangers',
      'Move what both need down: shared/, ui/, a store. A main joins features.',
      { path: '^(client|server)/features/([^/]+)/', pathNot: TEST },
      { path: '^$1/features/', pathNot: '^$1/features/$2/' },
    ),
    forbid(
      'restricted-stays-on-the-server',
      'Names of restricted types must not reach a phone: ask the server.',
      { path: '^(client|shared)/', pathNot: ['^shared/catalogue/restricted-', ...TEST] },
      { path: '^shared/catalogue/(data/)?restricted-' },
    ),
    forbid(
      'only-storage-knows-dexie',
      'Ask a port.',
      { pathNot: ['^client/storage/', ...TEST] },
      { path: `${PACKAGE}dexie/` },
    ),
    forbid(
      'only-main-joins-adapters',
      'Receive the adapter from main as a port.',
      { path: '^client/', pathNot: [CLIENT_MAINS, '^client/(storage|platform)/', ...TEST] },
      { path: '^client/(storage|platform)/' },
    ),
    forbid(
      'adapters-are-strangers',
      'Join two adapters in main.',
      { path: '^client/(storage|platform)/', pathNot: TEST },
      { path: '^client/(storage|platform)/', pathNot: '^client/$1/' },
    ),
    forbid(
      'sync-knows-only-ports',
      'The engine runs in a page or a worker, without a DOM: it knows ports and shared/.',
      { path: '^client/sync/', pathNot: TEST },
      { path: ['^client/', '^public/'], pathNot: '^client/(sync|ports)/' },
    ),
    forbid(
      'ports-are-interfaces',
      'A port knows shared/ and other ports; of a package, types only.',
      { path: '^client/ports/', pathNot: TEST },
      { pathNot: '^(client/ports|shared)/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'nobody-imports-a-main',
      'A main is where a program starts, not what another uses.',
      {},
      { path: ['^(client|server|bench)/main[.]tsx?$', '^client/sw[.]ts$'] },
    ),
    forbid(
      'product-without-development-packages',
      'Move the package to dependencies.',
      { path: '^(client|server|shared)/', pathNot: TEST },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'product-without-tests',
      'Only tests use what stands in tests/ and bench/.',
      { path: '^(client|server|shared)/', pathNot: TEST },
      { path: TEST },
    ),
  ],
  options: {
    doNotFollow: { path: PACKAGE },
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
