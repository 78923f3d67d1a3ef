import type { Evidence } from './evidence.ts'

/** Once faults have ended, every queue drains by itself. */
export function liveness({ phones, quietAfter }: Evidence): readonly string[] {
  const stuck = phones.flatMap(({ name, rows, state }) => {
    const waiting = rows.openChanges.length + rows.outbox.filter((row) => row.state === 'waiting').length
    if (waiting > 0) return [`${name} still has ${waiting} changes to send: ${JSON.stringify(state)}`]
    return state?.kind === 'up-to-date' ? [] : [`${name} is not up to date: ${JSON.stringify(state)}`]
  })
  return quietAfter === null && stuck.length === 0 ? ['something goes on for ever'] : stuck
}
