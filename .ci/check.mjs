// Everything that can be said of the sources without running them. All steps run even if one fails.
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { runSteps } from './steps.mjs'

const TYPE_ENVIRONMENTS = ['client', 'client/tsconfig.worker.json', 'server', 'shared', 'tests']

const STEPS = [
  ...TYPE_ENVIRONMENTS.map((project) => ({
    name: project === 'client/tsconfig.worker.json' ? 'types worker' : `types ${project}`,
    program: 'node_modules/typescript/bin/tsc',
    args: ['-p', project],
  })),
  { name: 'lint', program: 'node_modules/oxlint/bin/oxlint', args: ['--deny-warnings'] },
  {
    name: 'format',
    program: 'node_modules/prettier/bin/prettier.cjs',
    args: ['--check', '--log-level=warn', '.'],
  },
  { name: 'imports', program: '.ci/check-imports.mjs', args: [] },
  { name: 'picture', program: '.ci/draw-layers.mjs', args: ['--check'] },
  { name: 'size', program: '.ci/check-size.mjs', args: [] },
  { name: 'unused', program: 'node_modules/knip/bin/knip.js', args: ['--no-progress'] },
]

/** @returns {Promise<{ passed: number, failed: number }>} how many steps */
export function check() {
  return runSteps(STEPS, Math.min(4, availableParallelism()))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { passed, failed } = await check()
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}
