import fc from 'fast-check'
import { WEATHERS } from '../world/network.ts'
import { aHouse, aNumber, aPhone, houseOf, of, stepKind, unsentOf } from './step.ts'

const YEARS_10_MS = 10 * 365.25 * 24 * 3600 * 1000

/** What happens to phones and to what they send. */
export const PHONE_STEPS = {
  syncs: stepKind({
    weight: 20,
    args: fc.record({ who: aPhone, tab: fc.nat(1) }),
    says: ({ who, tab }) => `${who} syncs${tab > 0 ? ' in the second tab' : ''}`,
    takes: (world, { who, tab }) => void of(world, who).phone.pages[tab]?.engine.sync(),
  }),
  syncsBadly: stepKind({
    weight: 20,
    args: fc.record({ who: aPhone, weather: fc.constantFrom(...WEATHERS) }),
    says: ({ who, weather }) => `${who} syncs; ${weather}`,
    takes: (world, { who, weather }) => {
      const { phone } = of(world, who)
      phone.weather.push(weather)
      void phone.pages[0]?.engine.sync()
    },
  }),
  arrives: stepKind({
    weight: 8,
    args: fc.nat(3),
    says: (which) => `what is held up arrives (${which})`,
    takes: (world, which) =>
      world.network.underway[which % Math.max(1, world.network.underway.length)]?.arrive(),
  }),
  replays: stepKind({
    weight: 4,
    args: fc.record({ which: fc.nat(20), isWeekLater: fc.boolean() }),
    says: ({ which, isWeekLater }) => `${isWeekLater ? 'a week later ' : ''}request ${which} comes once more`,
    takes: async (world, { which, isWeekLater }) => {
      if (isWeekLater) await world.passes(7 * 24 * 3600_000)
      const letter = world.network.letters[which % Math.max(1, world.network.letters.length)]
      if (letter) await world.network.replay(letter)
    },
  }),
  network: stepKind({
    weight: 4,
    args: fc.record({ who: aPhone, isOffline: fc.boolean() }),
    says: ({ who, isOffline }) => `${who} ${isOffline ? 'loses' : 'has'} the signal`,
    takes: (world, { who, isOffline }) => {
      const { phone } = of(world, who)
      phone.isOffline = isOffline
      for (const page of phone.pages) page.hint(isOffline ? 'disconnected' : 'reconnected')
    },
  }),
  opensTab: stepKind({
    weight: 3,
    args: aPhone,
    says: (who) => `${who} opens the app (once more)`,
    takes: async (world, who) => {
      if (of(world, who).phone.pages.length > 1) return
      await of(world, who).phone.opens()
      world.faults.count('two tabs of one device', unsentOf(of(world, who)))
    },
  }),
  sleeps: stepKind({
    weight: 2,
    args: fc.record({ who: aPhone, tab: fc.nat(1) }),
    says: ({ who, tab }) => `tab ${tab} of ${who} sleeps behind other apps`,
    takes: (world, { who, tab }) => {
      const page = of(world, who).phone.pages[tab]
      if (!page) return
      of(world, who).phone.sleeps(page)
      world.faults.count('tab asleep behind other apps', unsentOf(of(world, who)))
    },
  }),
  wakes: stepKind({
    weight: 2,
    args: aPhone,
    says: (who) => `the tabs of ${who} are looked at again`,
    takes: (world, who) => of(world, who).phone.wakes(),
  }),
  dies: stepKind({
    weight: 3,
    args: aPhone,
    says: (who) => `the battery of ${who} falls out; the app is opened again`,
    takes: async (world, who) => {
      world.faults.count('phone died', unsentOf(of(world, who)))
      of(world, who).phone.dies()
      await of(world, who).phone.opens()
    },
  }),
  diesWriting: stepKind({
    weight: 4,
    args: fc.record({ who: aPhone, fate: fc.constantFrom('dies-before' as const, 'dies-after' as const) }),
    says: ({ who, fate }) => `${who}'s phone ${fate} its next write`,
    takes: (world, { who, fate }) => {
      of(world, who).phone.diesWriting(fate, () =>
        world.faults.count('phone died at a write', unsentOf(of(world, who))),
      )
    },
  }),
  disk: stepKind({
    weight: 3,
    args: fc.record({ who: aPhone, isFull: fc.boolean() }),
    says: ({ who, isFull }) => `the disk of ${who} ${isFull ? 'is full' : 'has room'}`,
    takes: (world, { who, isFull }) => void (of(world, who).phone.disk.isFull = isFull),
  }),
  clockJumps: stepKind({
    weight: 3,
    args: fc.record({ who: aPhone, isForward: fc.boolean() }),
    says: ({ who, isForward }) => `the clock of ${who} jumps ten years ${isForward ? 'ahead' : 'back'}`,
    takes: (world, { who, isForward }) => {
      world.faults.count('clock of a phone jumped ten years', unsentOf(of(world, who)))
      of(world, who).phone.clock.jump(isForward ? YEARS_10_MS : -YEARS_10_MS)
    },
  }),
  oldApp: stepKind({
    weight: 1,
    args: aPhone,
    says: (who) => `${who}'s app speaks a protocol from before`,
    takes: (world, who) => {
      world.faults.count('app with a protocol from before', unsentOf(of(world, who)))
      of(world, who).phone.protocol = 0
    },
  }),
  otherForm: stepKind({
    weight: 2,
    args: fc.record({ who: aPhone, house: aHouse, number: aNumber }),
    says: ({ who, house, number }) => `${who}'s app of another form saved colour ${number} of house ${house}`,
    takes: async (world, { who, house, number }) => {
      world.faults.count('answers to an unknown question', 1)
      await of(world, who).savedByOtherForm(houseOf(world, who, house), 'dwelling/colour', `warna ${number}`)
    },
  }),
}
