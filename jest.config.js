/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  testEnvironmentOptions: { globalsCleanup: 'off' },
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  setupFiles: ['<rootDir>/test/helpers/environment.ts'],
  globalSetup: '<rootDir>/test/helpers/temporary-directory.ts',
  globalTeardown: '<rootDir>/test/helpers/remove-temporary-directory.ts',
  maxWorkers: 2,
};
