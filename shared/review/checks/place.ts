import { findKelurahan } from '../../population/area.ts'
import { outsideKelurahanM } from '../../population/kelurahan-circle.ts'
import { distanceM, isPoor, parsePlace } from '../../population/place.ts'
import type { QualityCase, QualityFlag } from '../quality-flag.ts'
import { sayDistance } from './say.ts'

/** From the known door of a house; wide enough for an alley and the weakness of old fixes. Our own choice. */
const TOO_FAR_M = 200

const POSITION = 'location/position'

/** [Q3] Taken far from the house, or, of a house that nobody measured before, far outside of its kelurahan. */
export function tooFar(given: QualityCase): readonly QualityFlag[] {
  const { document, known } = given
  const fix = parsePlace(fixOf(given) ?? '')
  if (!fix) return []
  const door = parsePlace(known.location.position ?? '')
  const kelurahan = document.location.kelurahan ?? known.location.kelurahan ?? ''
  // What the devices may err by is no distance.
  const slackM = fix.accuracyM + (door?.accuracyM ?? 0)
  const metres = (door ? distanceM(fix, door) : (outsideKelurahanM(fix, kelurahan) ?? 0)) - slackM
  if (metres <= TOO_FAR_M) return []
  const far = sayDistance(metres)
  const name = findKelurahan(kelurahan)?.name ?? ''
  // Nobody took it as the house's: it needs to be said what was measured.
  const isGlance = document.location.position === undefined
  const [id, en] = isGlance ? ['Ponsel saat mendata: ', 'The phone at the survey: '] : ['', '']
  return [
    {
      key: 'too-far',
      path: POSITION,
      text: door
        ? { id: `${id}${far.id} dari alamat`, en: `${en}${far.en} from the address` }
        : { id: `${id}${far.id} di luar kelurahan ${name}`, en: `${en}${far.en} outside of ${name}` },
      evidence: { metres: Math.round(metres) },
    },
  ]
}

/** [Q4] A fix so weak that it says little. */
export function poorAccuracy({ document }: QualityCase): readonly QualityFlag[] {
  const fix = parsePlace(document.location.position ?? '')
  if (!fix || !isPoor(fix)) return []
  const { accuracyM } = fix
  return [
    {
      key: 'poor-accuracy',
      path: POSITION,
      text: { id: `Lokasi hanya tepat sampai ${accuracyM} m`, en: `A fix no better than ${accuracyM} m` },
      evidence: { metres: accuracyM },
    },
  ]
}

function fixOf({ document, paradata }: QualityCase): string | null {
  return document.location.position ?? paradata?.endPosition ?? paradata?.startPosition ?? null
}
