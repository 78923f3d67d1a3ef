import { expect, test } from 'vitest'
import { FORM_VERSION } from '../../../shared/survey/form-version.ts'
import { EMPTY_DOCUMENT, type SurveyDocument } from '../../../shared/survey/document.ts'
import { withAnswers } from '../../../shared/survey/path.ts'
import { isKnownPatch } from '../../../shared/sync/change.ts'
import { patchBetween } from '../../../shared/sync/patch.ts'
import type { Edit } from '../../ports/field-work.ts'
import { completeEdits, type Circumstances } from './complete-edits.ts'

const MEMBER = '01900000-0000-7000-8000-000000000001'
const VISIT = '01900000-0000-7000-8000-000000000002'
const FAMILY = '01900000-0000-7000-8000-000000000003'
/** of a woman born on 12 March 2015 */
const NIK = '3273015203150011'
const at = (field: string) => `members/${MEMBER}/${field}`

const completed: SurveyDocument = {
  ...EMPTY_DOCUMENT,
  visits: { [VISIT]: { order: 1, at: '2026-11-23T02:00:00Z', result: 'selesai' } },
}

function follow(edits: readonly Edit[], document: SurveyDocument, more: Partial<Circumstances> = {}) {
  return completeEdits(edits, {
    document,
    known: EMPTY_DOCUMENT,
    knownAsOf: '2026-10-31',
    visitDate: '2026-11-23',
    now: new Date('2026-11-23T02:00:00Z'),
    fromNik: new Set(),
    takenAway: new Map(),
    ...more,
  })
}

const withMember = (member: SurveyDocument['members'][string]): SurveyDocument => ({
  ...completed,
  members: { [MEMBER]: { order: 1, ...member } },
})

test('the first answer of a visit gives it its time and place', () => {
  const first = { path: `visits/${VISIT}/result`, to: 'selesai' }
  expect(follow([first], EMPTY_DOCUMENT).following).toEqual([
    { path: `visits/${VISIT}/order`, to: 1 },
    { path: `visits/${VISIT}/at`, to: '2026-11-23T02:00:00.000Z' },
    { path: `visits/${VISIT}/form`, to: FORM_VERSION },
  ])
  expect(follow([{ ...first, to: 'pindah' }], completed).following).toEqual([])
})

test('a visit has a time that is accepted, wherever the clock of the phone stands', () => {
  const first = { path: `visits/${VISIT}/result`, to: 'selesai' }
  const { following } = follow([first], EMPTY_DOCUMENT, { now: new Date(0) })
  const answers = [first, ...following].map(({ path, to }) => [path, to] as const)
  expect(isKnownPatch(patchBetween(EMPTY_DOCUMENT, withAnswers(EMPTY_DOCUMENT, answers)))).toBe(true)
})

test('a clock that stands before the list is told by the visit', () => {
  const first = { path: `visits/${VISIT}/result`, to: 'selesai' }
  const begun = (now: string) => follow([first], EMPTY_DOCUMENT, { now: new Date(now) }).following
  const told = { path: `visits/${VISIT}/notBefore`, to: '2026-10-31' }
  expect(begun('2026-10-30T02:00:00Z')).toContainEqual(told)
  expect(begun('2026-10-31T02:00:00Z')).not.toContainEqual(told)
})

test('as long as nobody knows the day, a NIK fills no birth date: its century would be guessed', () => {
  const edits = [{ path: at('nik'), to: '3273301207150001' }]
  expect(follow(edits, withMember({}), { visitDate: null }).following).toEqual([{ path: at('sex'), to: 'L' }])
})

test('a family that gets its first answer gets its place', () => {
  const kk = { path: `families/${FAMILY}/kk`, to: '3273012304100001' }
  expect(follow([kk], EMPTY_DOCUMENT).following).toEqual([{ path: `families/${FAMILY}/order`, to: 1 }])
})

test('a whole NIK fills birth date and sex where they are empty, and says which', () => {
  const { following, fromNik } = follow([{ path: at('nik'), to: NIK }], withMember({ name: 'Siti' }))
  expect(following).toEqual([
    { path: at('birthDate'), to: '2015-03-12' },
    { path: at('sex'), to: 'P' },
  ])
  expect(fromNik).toEqual([at('birthDate'), at('sex')])
})

test('it never overwrites what a person said', () => {
  const siti = withMember({ birthDate: '2014-03-12' })
  expect(follow([{ path: at('nik'), to: NIK }], siti).following).toEqual([{ path: at('sex'), to: 'P' }])
})

test.each(['2015', '2015-03'])('it completes a birth date of which only %s was known', (birthDate) => {
  const { following, fromNik } = follow([{ path: at('nik'), to: NIK }], withMember({ birthDate, sex: 'P' }))
  expect(following).toEqual([{ path: at('birthDate'), to: '2015-03-12' }])
  expect(fromNik).toEqual([at('birthDate')])
})

test.each(['2014', '2015-04', '201'])('a birth date known in part as %s that differs stays', (birthDate) => {
  const siti = withMember({ birthDate, sex: 'P' })
  expect(follow([{ path: at('nik'), to: NIK }], siti).following).toEqual([])
})

test('it never overwrites what is taken over beside it', () => {
  const edits = [
    { path: at('nik'), to: NIK },
    { path: at('birthDate'), to: '2014-03-12' },
    { path: at('sex'), to: 'L' },
  ]
  expect(follow(edits, completed).following).toEqual([])
})

test('a corrected NIK corrects what the wrong one filled', () => {
  const siti = withMember({ nik: '3273015203140011', birthDate: '2014-03-12', sex: 'P' })
  const fromNik = new Set([at('birthDate'), at('sex')])
  expect(follow([{ path: at('nik'), to: NIK }], siti, { fromNik }).following).toEqual([
    { path: at('birthDate'), to: '2015-03-12' },
  ])
})

test.each(['327301520315001', '3273019903150011', '3273015203150000'])(
  'a wrong NIK fills nothing: %s',
  (nik) => {
    expect(follow([{ path: at('nik'), to: nik }], withMember({})).following).toEqual([])
  },
)

test('a result that is corrected takes its own questions along, and nothing else of the survey', () => {
  const refused: SurveyDocument = {
    ...completed,
    dwelling: { floor: 'tanah' },
    visits: { v1: { order: 1, at: '2026-11-23T02:00:00Z', form: 2, result: 'menolak', note: 'Sibuk' } },
  }
  const met = { path: 'visits/v1/result', to: 'selesai' }
  expect(follow([met], refused).following).toEqual([])
  const away = withAnswers(refused, [
    ['visits/v1/result', 'tidak_di_rumah'],
    ['visits/v1/revisitOn', '2026-11-25'],
  ])
  expect(follow([met], away).following).toEqual([{ path: 'visits/v1/revisitOn', to: null }])
})

test('of an atomic group what is no longer asked goes', () => {
  const lit: SurveyDocument = { ...completed, dwelling: { powerSource: 'pln_meteran', powerWatt: '450' } }
  expect(follow([{ path: 'dwelling/powerSource', to: 'non_pln' }], lit).following).toEqual([
    { path: 'dwelling/powerWatt', to: null },
  ])
  expect(follow([{ path: 'dwelling/floor', to: 'tanah' }], lit).following).toEqual([])
})

test('a NIK takes the reason for having none away', () => {
  const siti = withMember({ nikMissing: 'dokumen_hilang' })
  expect(follow([{ path: at('nik'), to: '3' }], siti).following).toEqual([
    { path: at('nikMissing'), to: null },
  ])
})

test('a slip of one tap, taken back, brings back all that went with it', () => {
  const work = { worked: 'ya', workStatus: 'buruh_tetap', industry: 'perdagangan' } as const
  const adult = withMember({ birthDate: '1980-01-01', ...work })
  const slip = { path: at('worked'), to: 'tidak' }
  const { following, takenAway } = follow([slip], adult)
  const slipped = withAnswers(
    adult,
    [slip, ...following].map(({ path, to }) => [path, to] as const),
  )
  expect(slipped.members[MEMBER]).toEqual({ order: 1, birthDate: '1980-01-01', worked: 'tidak' })
  const right = { path: at('worked'), to: 'ya' }
  const { following: back, takenAway: left } = follow([right], slipped, { takenAway })
  expect(left.size).toBe(0)
  expect(
    withAnswers(
      slipped,
      [right, ...back].map(({ path, to }) => [path, to] as const),
    ),
  ).toEqual(adult)
  const other = { path: at('workStatus'), to: 'pekerja_bebas' }
  expect(follow([right, other], slipped, { takenAway }).following).not.toContainEqual(
    expect.objectContaining({ path: at('workStatus') }),
  )
})

test('an answer that a person took out does not come back', () => {
  const takenAway = new Map([[at('workStatus'), 'buruh_tetap']])
  const adult = withMember({ birthDate: '1980-01-01', worked: 'ya', workStatus: 'buruh_tetap' })
  const emptied = follow([{ path: at('workStatus'), to: null }], adult, { takenAway })
  const without = withMember({ birthDate: '1980-01-01', worked: 'ya' })
  const next = { path: at('industry'), to: 'perdagangan' }
  expect(follow([next], without, { takenAway: emptied.takenAway }).following).toEqual([])
})

test('words over a household that was chosen let it go; chosen again, it stays', () => {
  const double: SurveyDocument = {
    ...completed,
    visits: {
      v1: {
        order: 1,
        at: '2026-11-23T02:00:00Z',
        form: 2,
        result: 'ganda',
        sameAs: 'Dedi',
        sameHousehold: MEMBER,
      },
    },
  }
  const chosen = { path: 'visits/v1/sameHousehold', to: MEMBER }
  const typed = { path: 'visits/v1/sameAs', to: 'Dedi S' }
  expect(follow([typed], double).following).toEqual([{ ...chosen, to: null }])
  expect(follow([typed, chosen], double).following).toEqual([])
})

test('another subdistrict lets RW and RT go, another RW the RT; the same, or the first one, lets nothing go', () => {
  const location = { kelurahan: '32.73.01.1001', rw: '005', rt: '003', address: 'Gg. Mawar 3' }
  const document = { ...completed, location }
  const gone = (path: string, to: string | null, among: SurveyDocument = document) =>
    follow([{ path, to }], among).following.map((edit) => [edit.path, edit.to])
  const [rw, rt] = [
    ['location/rw', null],
    ['location/rt', null],
  ]
  expect(gone('location/kelurahan', '32.73.01.1002')).toEqual([rw, rt])
  expect(gone('location/kelurahan', null)).toEqual([rw, rt])
  expect(gone('location/rw', '006')).toEqual([rt])
  expect(gone('location/rt', '009')).toEqual([])
  expect(gone('location/rw', '005')).toEqual([])
  const first = { ...completed, location: { rw: '005', rt: '003' } }
  expect(gone('location/kelurahan', '32.73.01.1002', first)).toEqual([])
})

test('an area that is given as a whole is taken as a whole', () => {
  const document = { ...completed, location: { kelurahan: '32.73.01.1001', rw: '005', rt: '003' } }
  const whole = Object.entries({ kelurahan: '32.73.01.1002', rw: '001', rt: '002' }).map(([field, to]) => ({
    path: `location/${field}`,
    to,
  }))
  expect(follow(whole, document).following).toEqual([])
})

test('what went with an area does not come back with another one', () => {
  const document = { ...completed, location: { kelurahan: '32.73.01.1001', rw: '005', rt: '003' } }
  expect(follow([{ path: 'location/rw', to: '006' }], document).takenAway.size).toBe(0)
})

test('a NIK that is withdrawn takes along what it said, and nothing that a person said', () => {
  const edit = { path: at('nik'), to: null }
  const siti = withMember({ nik: NIK, birthDate: '2015-03-12', sex: 'P' })
  const gone = (given: readonly string[]) => follow([edit], siti, { fromNik: new Set(given) }).following
  expect(gone([at('birthDate'), at('sex')])).toEqual([
    { path: at('birthDate'), to: null },
    { path: at('sex'), to: null },
  ])
  expect(gone([at('sex')])).toEqual([{ path: at('sex'), to: null }])
  expect(gone([])).toEqual([])
  expect(follow([edit], siti, { fromNik: new Set([at('sex')]) }).fromNik).toEqual([])
})

test('digits that are being corrected let nothing go until they are gone', () => {
  const siti = withMember({ nik: NIK, birthDate: '2015-03-12', sex: 'P' })
  const edit = { path: at('nik'), to: NIK.slice(0, 12) }
  expect(follow([edit], siti, { fromNik: new Set([at('birthDate')]) }).following).toEqual([])
})
