import { REFUSED_ALL, type Option, type Question, type Section } from '../question.ts'
import { ASSETS, LIVESTOCK, PROPERTY_ELSEWHERE } from '../code-lists.ts'
import { PURPOSES } from '../purposes.ts'
import { all, atLeast, isCompletedVisit, noneOrRefused, unlikelyAbove, type ValueOf } from '../rules.ts'
import type { AssetsAnswers } from '../document.ts'

const NONE: Option = { key: 'tidak_ada', text: { id: 'Tidak ada', en: 'None' }, alone: true }

const UNIT = { id: 'ekor', en: 'head' }

/** Keys of the livestock list as fields of the document. */
const FIELDS: Readonly<Record<string, keyof AssetsAnswers>> = {
  sapi: 'sapi',
  kerbau: 'kerbau',
  kuda: 'kuda',
  babi: 'babi',
  kambing_domba: 'kambingDomba',
}

/** A larger herd is more likely a mistyped number: our own choice. */
const LARGE_HERD = 9999

function livestock({ key, text }: Option): Question {
  const field = FIELDS[key]
  if (!field) throw new Error(`no field for livestock: ${key}`)
  const count: ValueOf = ({ document }) => document.assets[field]
  return {
    path: `assets/${field}`,
    kind: 'number',
    unit: UNIT,
    text,
    relevant: all(isCompletedVisit, ({ document }) => document.assets.hasLivestock === 'ya'),
    since: 2,
    checks: [atLeast(0, count), unlikelyAbove(LARGE_HERD, count)],
    sensitivity: 'specific',
    purpose: PURPOSES.livelihood,
  }
}

/** The DTSEN list: 14 movable assets, land and houses elsewhere, five kinds of livestock. */
export const assetsSection: Section = {
  key: 'assets',
  text: { id: 'Aset', en: 'Assets' },
  questions: [
    {
      path: 'assets/held',
      kind: 'many-of',
      options: [...ASSETS, NONE, REFUSED_ALL],
      text: { id: 'Barang yang dimiliki', en: 'What they own' },
      relevant: isCompletedVisit,
      required: isCompletedVisit,
      since: 2,
      checks: noneOrRefused('tidak_ada', ({ document }) => document.assets.held),
      sensitivity: 'specific',
      purpose: PURPOSES.livelihood,
    },
    {
      path: 'assets/elsewhere',
      kind: 'many-of',
      options: [...PROPERTY_ELSEWHERE, NONE, REFUSED_ALL],
      text: { id: 'Lahan atau rumah di tempat lain', en: 'Land or house elsewhere' },
      relevant: isCompletedVisit,
      required: isCompletedVisit,
      since: 2,
      checks: noneOrRefused('tidak_ada', ({ document }) => document.assets.elsewhere),
      sensitivity: 'specific',
      purpose: PURPOSES.livelihood,
    },
    {
      path: 'assets/hasLivestock',
      kind: 'yes-no',
      text: { id: 'Memelihara ternak besar, kambing, atau domba?', en: 'Do they keep livestock?' },
      help: {
        id: 'Sapi, kerbau, kuda, babi, kambing atau domba.',
        en: 'Cattle, buffalo, horses, pigs, goats or sheep.',
      },
      relevant: isCompletedVisit,
      required: isCompletedVisit,
      since: 2,
      // Our own choice.
      checks: [
        {
          key: 'none-counted',
          level: 'warning',
          holds: ({ document: { assets } }) =>
            assets.hasLivestock !== 'ya' ||
            Object.values(FIELDS).some((field) => Number(assets[field] ?? 0) > 0),
          reads: () => ['hasLivestock', ...Object.values(FIELDS)].map((field) => `assets/${field}`),
          text: { id: 'Belum ada ternak yang dihitung.', en: 'No animal has been counted.' },
        },
      ],
      sensitivity: 'specific',
      purpose: PURPOSES.livelihood,
    },
    ...LIVESTOCK.map(livestock),
  ],
}
