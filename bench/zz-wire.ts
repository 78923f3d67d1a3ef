import { measureWire } from './sync/wire.ts'
await measureWire((m) => console.log(m.name, m.unit, m.samples.join(' ')))
process.exit(0)
