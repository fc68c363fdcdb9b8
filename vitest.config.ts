import { defineConfig } from 'vitest/config'
import react from '@vitejs/plugin-react'

/** A busy machine is no fault of the app: how long something takes is measured in tests/bench. */
const PATIENCE_MS = 20_000

export default defineConfig({
  test: {
    // By default one core would wait, which of two is half of them.
    maxWorkers: '100%',
    projects: [
      {
        // Pure logic and storage, no DOM. Isolated worker threads: each file has an IndexedDB of its own.
        test: {
          name: 'unit',
          environment: 'node',
          testTimeout: PATIENCE_MS,
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          pool: 'threads',
          setupFiles: ['tests/setup/indexedDb.ts', 'tests/setup/channels.ts'],
        },
      },
      {
        // A vm context per file instead of a worker: isolation dominates the time of DOM tests.
        plugins: [react()],
        test: {
          name: 'component',
          environment: 'happy-dom',
          testTimeout: PATIENCE_MS,
          include: ['tests/component/*.test.{ts,tsx}'],
          pool: 'vmThreads',
          setupFiles: ['tests/setup/indexedDb.ts', 'tests/setup/dom.ts'],
        },
      },
      {
        // Those that put something in a module's stead, or empty the page: contexts share more than they should.
        plugins: [react()],
        test: {
          name: 'component apart',
          environment: 'happy-dom',
          testTimeout: PATIENCE_MS,
          include: ['tests/component/apart/*.test.{ts,tsx}'],
          pool: 'threads',
          setupFiles: ['tests/setup/indexedDb.ts', 'tests/setup/dom.ts'],
        },
      },
    ],
  },
})
