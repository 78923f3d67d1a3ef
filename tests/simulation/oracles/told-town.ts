import type { HeldAct } from '../../../shared/api/quarantine.ts'
import type { AccountId } from '../../../shared/ids.ts'
import type { World } from '../world/world.ts'

/**
 * A town in which each thing that an oracle looks for is there: answers of two phones, a conflict, an overlap, a submission,
 * something held in quarantine and something handed over from there, a decision of the supervisor, houses that are the
 * same and two that are so no more, an end of a restored history; quiet again.
 */
export async function tellStory(world: World): Promise<void> {
  const { rina, asep, rinaOld } = world.people
  const [first, second] = [world.house(0), world.house(1)]
  const sync = async () => {
    for (const { pages } of world.phones) for (const page of pages) await page.engine.sync()
    await world.settle()
  }
  await rina.answers(first, [
    ['economy/wishes', 'Modal untuk warung'],
    ['dwelling/roof', 'seng'],
  ])
  await asep.answers(first, [
    ['economy/wishes', 'Sekolah anak'],
    ['dwelling/floor', 'tanah'],
  ])
  await sync()
  await world.office.restores()
  await sync()
  // The backup is from before they signed in.
  world.signsInWhoIsOut()
  await sync()
  await rina.visited(second, '01950000-0000-7000-8000-000000000001')
  await rina.submits(second)
  await rinaOld.savedByOtherForm(first, 'dwelling/colour', 'merah')
  await sync()
  await world.staff.reviews(() => ({ kind: 'return', reason: 'Alamat belum jelas.' }))
  await sync()
  const found = await rina.addsHouse('007')
  await sync()
  if (found) await rina.answers(found, [['economy/wishes', 'Modal untuk ternak']])
  await sync()
  await rina.answers(first, [['dwelling/floorArea', 40]])
  await sync()
  const hand = ([to]: readonly AccountId[]): HeldAct =>
    to === undefined ? { kind: 'release', reason: 'area' } : { kind: 'hand', to, note: 'Lanjutkan, ya.' }
  await world.staff.decidesHeld('pengawas', hand, true)
  const far = world.house(3)
  await world.staff.says({ by: 'pengawas005', act: 'join', subject: second, sameAs: first }, true)
  await world.staff.says({ by: 'pengawas', act: 'join', subject: first, sameAs: far }, false)
  await world.staff.says({ by: 'pengawas005', act: 'undo', subject: first, sameAs: far }, false)
  await world.staff.says({ by: 'pengawas005', act: 'join', subject: first, sameAs: far }, false)
  await sync()
}
