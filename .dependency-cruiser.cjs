// Imports run one way, and a new feature is covered by the rules that are here already.

// A unit test, and what only unit tests use.
const unitTest = ['\\.(test|fixture)\\.tsx?$', '/fixtures\\.']
// The one list of all entities, for the database's configuration.
const databaseNamesEntities = '^server/src/db/entities\\.ts$'
// Letters, the secrets in them and the limits of tries: identity keeps them for all features.
const lettersAndSecrets = '^server/src/features/identity/(changeAs|mail|sendMail|token|tries)\\.ts$'
const feature = '^server/src/features/([^/]+)/'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'shared-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(server|client|test|infra)/' },
    },
    {
      name: 'pages-import-nothing-of-node',
      comment: 'A browser runs what is in the client and in shared.',
      severity: 'error',
      from: { path: '^(client|shared)/src/', pathNot: unitTest },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'server-and-client-apart',
      severity: 'error',
      from: { path: '^(server|client)/' },
      to: { path: '^(server|client)/', pathNot: '^$1/' },
    },
    {
      name: 'nothing-imports-test',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'nothing-imports-a-unit-test',
      severity: 'error',
      from: {},
      to: { path: '\\.test\\.tsx?$' },
    },
    {
      name: 'source-needs-no-development-package',
      severity: 'error',
      from: { path: '^(server|client|shared)/src/', pathNot: unitTest },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'packages-are-declared',
      severity: 'error',
      from: { path: '^(server|client|shared|test)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'imports-lead-somewhere',
      comment: 'A rule cannot judge what it cannot find.',
      severity: 'error',
      from: {},
      // The package of typed documents holds types alone: there is no program to find.
      to: { couldNotResolve: true, pathNot: '^@graphql-typed-document-node/core' },
    },
    {
      name: 'no-circle',
      comment: 'Entities of one feature may know each other, and only by type.',
      severity: 'error',
      from: { pathNot: '^server/src/features/.+\\.entity\\.ts$' },
      to: { circular: true },
    },
    {
      name: 'no-circle-of-entities-across-features',
      severity: 'error',
      from: { path: `${feature}.+\\.entity\\.ts$` },
      to: { circular: true, via: { pathNot: '^server/src/features/$1/.+\\.entity\\.ts$' } },
    },
    {
      name: 'no-circle-at-run-time',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },

    // server: main → app → graphql → features → access, audit, db, errors → shared
    {
      name: 'server-main-is-the-top',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^server/src/main\\.ts$' },
    },
    {
      name: 'server-app-is-below-main-only',
      severity: 'error',
      from: { path: '^server/src/', pathNot: ['^server/src/main\\.ts$', ...unitTest] },
      to: { path: '^server/src/app\\.ts$' },
    },
    {
      name: 'server-graphql-is-below-app',
      severity: 'error',
      from: { path: '^server/src/(features|access|audit|db|documents)/|^server/src/(errors|env)\\.ts$' },
      to: { path: '^server/src/graphql/' },
    },
    {
      name: 'server-features-are-above-the-base',
      severity: 'error',
      from: {
        path: '^server/src/(access|audit|db|documents)/|^server/src/(errors|env)\\.ts$',
        pathNot: [databaseNamesEntities, ...unitTest],
      },
      to: { path: '^server/src/features/' },
    },
    {
      name: 'server-database-names-entities-only',
      severity: 'error',
      from: { path: databaseNamesEntities },
      to: { path: '^server/src/features/', pathNot: '\\.entity\\.ts$' },
    },
    {
      name: 'server-errors-and-env-are-the-bottom',
      severity: 'error',
      from: { path: '^server/src/(errors|env)\\.ts$' },
      to: { path: '^server/src/', pathNot: '^server/src/(errors|env)\\.ts$' },
    },

    // in a feature: resolver → operations, reads → policy → entity
    {
      name: 'resolver-is-the-top-of-a-feature',
      severity: 'error',
      from: { path: '^server/src/', pathNot: ['^server/src/(graphql/|app\\.ts$|main\\.ts$)', ...unitTest] },
      to: { path: '^server/src/features/.+\\.resolver\\.ts$' },
    },
    {
      name: 'reads-change-nothing',
      severity: 'error',
      from: { path: '^server/src/features/.+\\.reads\\.ts$' },
      to: { path: '^server/src/features/.+\\.operations\\.ts$' },
    },
    {
      name: 'policy-is-above-entity',
      severity: 'error',
      from: { path: '^server/src/features/.+\\.policy\\.ts$' },
      to: { path: '^server/src/features/', pathNot: '\\.(policy|entity)\\.ts$' },
    },
    {
      name: 'inputs-and-results-are-above-entity',
      severity: 'error',
      from: { path: '^server/src/features/.+\\.(inputs|results)\\.ts$' },
      to: { path: '^server/src/features/', pathNot: '\\.(inputs|results|entity)\\.ts$' },
    },
    {
      name: 'entity-is-the-bottom-of-a-feature',
      severity: 'error',
      from: { path: '^server/src/features/.+\\.entity\\.ts$' },
      to: { path: '^server/src/features/.+\\.(policy|inputs|results|reads|operations|resolver)\\.ts$' },
    },
    {
      name: 'across-features-no-resolver',
      severity: 'error',
      from: { path: feature, pathNot: unitTest },
      to: {
        path: '^server/src/features/',
        pathNot: ['^server/src/features/$1/', '\\.(entity|operations|policy|reads)\\.ts$', lettersAndSecrets],
      },
    },

    // client: main, router → routes → features → govuk, charts, gql → shared
    {
      name: 'client-main-is-the-top',
      severity: 'error',
      from: { path: '^client/src/', pathNot: ['^client/src/main\\.tsx$', ...unitTest] },
      to: { path: '^client/src/(main|router)\\.tsx$' },
    },
    {
      name: 'client-routes-are-below-router',
      severity: 'error',
      from: { path: '^client/src/(features|govuk|charts|gql)/' },
      to: { path: '^client/src/routes/' },
    },
    {
      name: 'client-feature-imports-no-feature',
      severity: 'error',
      from: { path: '^client/src/features/([^/]+)/' },
      to: { path: '^client/src/features/', pathNot: '^client/src/features/$1/' },
    },
    {
      name: 'client-features-are-above-the-base',
      severity: 'error',
      from: { path: '^client/src/(govuk|charts|gql)/' },
      to: { path: '^client/src/features/' },
    },
    {
      name: 'client-govuk-and-charts-ask-nothing',
      comment: 'They draw what they are given, so that any page can use them.',
      severity: 'error',
      from: { path: '^client/src/(govuk|charts)/' },
      to: { path: ['^client/src/gql/', '/node_modules/(urql|@urql)/'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(server|client|shared|test)/(dist|\\.data|\\.scratch)/' },
    // TypeScript 7 has no API, so that SWC reads the source.
    parser: 'swc',
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.d.ts', '.json'],
    },
  },
}
