// Serves the built product. The server itself migrates, seeds the demo and prints where it is.
import { ensureBuilt } from './build.mjs'
import { serve } from './children.mjs'

if (await ensureBuilt()) {
  process.exitCode = await serve([
    { args: ['dist/server/main.js'], environment: { NODE_ENV: process.env.NODE_ENV ?? 'production' } },
  ])
} else {
  console.error('The build failed; the reason stands above.')
  process.exitCode = 1
}
