import type { Option, Question, Rule, Section } from '../question.ts'
import type { DwellingAnswers } from '../document.ts'
import type { Text } from '../../text.ts'
import {
  CLOSET,
  COOKING_FUEL,
  FLOOR,
  LAND_PROOF,
  POWER_SOURCE,
  POWER_WATT,
  ROOF,
  SEWAGE,
  TENURE,
  TOILET,
  WALL,
  WATER,
  WELL_DISTANCE,
} from '../code-lists.ts'
import { PURPOSES } from '../purposes.ts'
import { all, atLeast, isCompletedVisit, unlikelyAbove, type ValueOf } from '../rules.ts'

type Extra = Partial<Pick<Question, 'heading' | 'help' | 'group' | 'since'>> & {
  /** beside the completed visit; asked always where left out */
  readonly when?: Rule
  readonly picker?: boolean
}

function choice(
  field: keyof DwellingAnswers,
  options: readonly Option[],
  text: Text,
  { when = () => true, ...extra }: Extra = {},
): Question {
  const isAsked = all(isCompletedVisit, when)
  return {
    path: `dwelling/${field}`,
    kind: 'one-of',
    options,
    text,
    required: isAsked,
    relevant: isAsked,
    sensitivity: 'general',
    purpose: PURPOSES.welfare,
    ...extra,
  }
}

const having =
  (field: keyof DwellingAnswers, ...keys: readonly string[]): Rule =>
  ({ document }) =>
    keys.includes(String(document.dwelling[field] ?? ''))

const hasOwnHouse = having('tenure', 'milik_sendiri')
const hasWell = having(
  'water',
  'sumur_bor',
  'sumur_terlindung',
  'sumur_tak_terlindung',
  'mata_air_terlindung',
  'mata_air_tak_terlindung',
)
const hasToilet = having('toilet', 'sendiri', 'bersama', 'mck_komunal')
const hasMeter = having('powerSource', 'pln_meteran')

/** A larger floor is more likely a mistyped number: our own choice. */
const LARGE_M2 = 999
const floorArea: ValueOf = ({ document }) => document.dwelling.floorArea

/** Order and wording of Regsosek 2022 and the DTSEN list; docs/domain.md section 3. */
export const dwellingSection: Section = {
  key: 'dwelling',
  text: { id: 'Rumah tinggal', en: 'Dwelling' },
  questions: [
    choice('tenure', TENURE, { id: 'Status kepemilikan rumah', en: 'Tenure of the house' }),
    choice(
      'landProof',
      LAND_PROOF,
      { id: 'Bukti kepemilikan tanah', en: 'Proof of owning the land' },
      { when: hasOwnHouse, since: 2 },
    ),
    {
      path: 'dwelling/floorArea',
      kind: 'number',
      unit: { id: 'm²', en: 'm²' },
      text: { id: 'Luas lantai', en: 'Floor area' },
      help: {
        id: 'Kira-kira: panjang kali lebar, semua lantai.',
        en: 'Roughly: length times width, all floors.',
      },
      relevant: isCompletedVisit,
      required: isCompletedVisit,
      since: 2,
      // That a floor has an area at all is our own choice.
      checks: [atLeast(1, floorArea), unlikelyAbove(LARGE_M2, floorArea)],
      sensitivity: 'general',
      purpose: PURPOSES.welfare,
    },
    choice('floor', FLOOR, { id: 'Jenis lantai terluas', en: 'Main floor material' }),
    choice('wall', WALL, { id: 'Jenis dinding terluas', en: 'Main wall material' }),
    choice('roof', ROOF, { id: 'Jenis atap terluas', en: 'Main roof material' }),
    choice(
      'water',
      WATER,
      { id: 'Sumber air minum utama', en: 'Main source of drinking water' },
      { heading: { id: 'Air dan sanitasi', en: 'Water and sanitation' } },
    ),
    choice(
      'wellDistance',
      WELL_DISTANCE,
      { id: 'Jarak ke penampungan tinja terdekat', en: 'Distance to the nearest septic pit' },
      { when: hasWell, since: 2 },
    ),
    choice('toilet', TOILET, { id: 'Tempat buang air besar', en: 'Toilet facility' }),
    choice('closet', CLOSET, { id: 'Jenis kloset', en: 'Kind of toilet' }, { when: hasToilet, since: 2 }),
    choice(
      'sewage',
      SEWAGE,
      { id: 'Pembuangan akhir tinja', en: 'Where the sewage goes' },
      { when: hasToilet, since: 2 },
    ),
    choice(
      'powerSource',
      POWER_SOURCE,
      { id: 'Sumber penerangan utama', en: 'Main source of lighting' },
      { heading: { id: 'Listrik dan bahan bakar', en: 'Power and fuel' }, group: 'power' },
    ),
    choice(
      'powerWatt',
      POWER_WATT,
      { id: 'Daya listrik terpasang', en: 'Installed power' },
      { when: hasMeter, group: 'power' },
    ),
    choice(
      'cookingFuel',
      COOKING_FUEL,
      { id: 'Bahan bakar utama memasak', en: 'Main cooking fuel' },
      { since: 2 },
    ),
  ],
}
