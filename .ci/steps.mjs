import { spawn } from 'node:child_process'

/**
 * One program of a check.
 * @typedef {{ name: string, program: string, args: string[] }} Step
 */

/** @param {Step} step */
function runStep({ program, args }) {
  return new Promise((resolve) => {
    const started = performance.now()
    const output = []
    const finish = (ok) =>
      resolve({ ok, seconds: (performance.now() - started) / 1000, output: output.join('') })
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (text) => output.push(text))
    }
    child.on('error', (error) => output.push(error.message))
    child.on('close', (code) => finish(code === 0))
  })
}

/**
 * Runs all steps, some at the same time, and prints each with its time when it ends; the output only of those
 * that failed. None keeps another from running.
 * @param {Step[]} steps
 * @param {number} width how many at the same time
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runSteps(steps, width) {
  const waiting = [...steps]
  let passed = 0
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const { ok, seconds, output } = await runStep(step)
      console.log(`${ok ? 'ok    ' : 'FAILED'} ${step.name.padEnd(16)} ${seconds.toFixed(1).padStart(5)} s`)
      if (ok) passed += 1
      else console.log(output.trimEnd())
    }
  }
  await Promise.all(Array.from({ length: width }, worker))
  return { passed, failed: steps.length - passed }
}
