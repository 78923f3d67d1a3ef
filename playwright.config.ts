import { defineConfig } from '@playwright/test'
import { chromiumOptions } from './tests/support/chromium.ts'

/**
 * End to end: tests start their own servers and set their own viewports. Two files at a time; a retry would hide a race.
 */
export default defineConfig({
  testDir: 'tests/end-to-end',
  testMatch: '**/*.spec.ts',
  globalSetup: './tests/support/demo-template.ts',
  outputDir: 'test-results/end-to-end',
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/end-to-end.json' }]],
  use: {
    browserName: 'chromium',
    actionTimeout: 15_000,
    launchOptions: chromiumOptions,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    // Pictures and copies of the page in the trace took a fifth of the time.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
  },
})
