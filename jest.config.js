// Tests run the sources: swc strips the types, and the package's own name resolves to src through its
// `dynasm-source` export condition.
export default {
  maxWorkers: '100%',
  // A test that hangs ends; no test depends on the speed of the machine.
  testTimeout: 600_000,
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/test/tools/node_modules', '<rootDir>/site', '<rootDir>/editor'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  testEnvironmentOptions: { customExportConditions: ['dynasm-source', 'node', 'node-addons'] },
};
