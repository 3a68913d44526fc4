import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'bench/**/*.test.ts', 'examples/**/*.test.ts'],
    // Processes, not threads: a test may kill its own children, and a native crash takes one file with it.
    pool: 'forks',
    maxWorkers: 2,
    // One PostgreSQL for all files; each file works in databases of its own (test/support).
    globalSetup: ['test/support/postgres-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  },
});
