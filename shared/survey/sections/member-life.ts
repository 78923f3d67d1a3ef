import { REFUSED, REFUSED_ALL, type Option, type Question, type Rule } from '../question.ts'
import { AID, CERTIFICATE, INDUSTRY, MARRIAGE, SCHOOL_LEVEL, SCHOOLING, WORK_STATUS } from '../code-lists.ts'
import { PURPOSES } from '../purposes.ts'
import { aged, all, memberOf, noneOrRefused } from '../rules.ts'

/** Programmes of the ministry's list that one person receives, not a family. */
export const PERSONAL_AID: readonly string[] = ['prakerja', 'kur', 'umi', 'pip', 'pbi_jkn']

const NONE: Option = { key: 'tidak_ada', text: { id: 'Tidak ada', en: 'None' }, alone: true }

// PBI-JKN is told by the health insurance.
const AID_OF_MEMBER: readonly Option[] = [
  ...AID.filter(({ key }) => PERSONAL_AID.includes(key) && key !== 'pbi_jkn'),
  NONE,
  REFUSED_ALL,
]

// From which age a question makes sense is our own choice, apart from 15 to work: BPS's working age.
const mayMarry = aged(10)
const mayGoToSchool = aged(5)
const isOfWorkingAge = aged(15)
const isChild = aged(0, 17)

const goesOrWent: Rule = (scope) => ['masih', 'tidak_lagi'].includes(memberOf(scope).schooling ?? '')
const works: Rule = (scope) => memberOf(scope).worked === 'ya'
const worksNot: Rule = (scope) => memberOf(scope).worked === 'tidak'

/** Marriage, schooling and work of one member; Regsosek 2022 and the DTSEN list, docs/domain.md section 3. */
export const lifeQuestions: readonly Question[] = [
  {
    path: 'members/*/birthRegistered',
    lasting: true,
    kind: 'yes-no',
    text: { id: 'Punya akta kelahiran?', en: 'Is the birth registered?' },
    relevant: isChild,
    required: isChild,
    since: 2,
    sensitivity: 'specific',
    purpose: PURPOSES.intervene,
  },
  {
    path: 'members/*/marriage',
    kind: 'one-of',
    options: [...MARRIAGE, REFUSED],
    text: { id: 'Status perkawinan', en: 'Marital status' },
    relevant: mayMarry,
    required: mayMarry,
    since: 2,
    sensitivity: 'specific',
    purpose: PURPOSES.identify,
  },
  {
    path: 'members/*/schooling',
    kind: 'one-of',
    options: [...SCHOOLING, REFUSED],
    heading: { id: 'Sekolah', en: 'School' },
    text: { id: 'Bersekolah?', en: 'Going to school?' },
    relevant: mayGoToSchool,
    required: mayGoToSchool,
    since: 2,
    group: 'school',
    sensitivity: 'specific',
    purpose: PURPOSES.intervene,
  },
  {
    path: 'members/*/schoolLevel',
    kind: 'one-of',
    options: [...SCHOOL_LEVEL, REFUSED],
    picker: true,
    text: { id: 'Jenjang tertinggi yang diikuti', en: 'Highest level attended' },
    relevant: all(mayGoToSchool, goesOrWent),
    required: all(mayGoToSchool, goesOrWent),
    since: 2,
    group: 'school',
    sensitivity: 'specific',
    purpose: PURPOSES.intervene,
  },
  {
    path: 'members/*/certificate',
    lasting: true,
    kind: 'one-of',
    options: [...CERTIFICATE, REFUSED],
    picker: true,
    text: { id: 'Ijazah tertinggi', en: 'Highest certificate' },
    relevant: all(isOfWorkingAge, goesOrWent),
    required: all(isOfWorkingAge, goesOrWent),
    since: 2,
    sensitivity: 'specific',
    purpose: PURPOSES.intervene,
  },
  {
    path: 'members/*/worked',
    kind: 'yes-no',
    heading: { id: 'Pekerjaan', en: 'Work' },
    text: { id: 'Bekerja seminggu terakhir?', en: 'Did they work in the last week?' },
    relevant: isOfWorkingAge,
    required: isOfWorkingAge,
    since: 2,
    group: 'work',
    sensitivity: 'specific',
    purpose: PURPOSES.livelihood,
  },
  {
    path: 'members/*/seeksWork',
    kind: 'yes-no',
    text: { id: 'Mencari pekerjaan?', en: 'Looking for work?' },
    relevant: all(isOfWorkingAge, worksNot),
    required: all(isOfWorkingAge, worksNot),
    since: 2,
    group: 'work',
    sensitivity: 'specific',
    purpose: PURPOSES.intervene,
  },
  {
    path: 'members/*/workStatus',
    kind: 'one-of',
    options: [...WORK_STATUS, REFUSED],
    picker: true,
    text: { id: 'Kedudukan dalam pekerjaan', en: 'Status in the work' },
    relevant: all(isOfWorkingAge, works),
    required: all(isOfWorkingAge, works),
    since: 2,
    group: 'work',
    sensitivity: 'specific',
    purpose: PURPOSES.livelihood,
  },
  {
    path: 'members/*/industry',
    kind: 'one-of',
    options: [...INDUSTRY, REFUSED],
    picker: true,
    text: { id: 'Lapangan usaha', en: 'Industry' },
    relevant: all(isOfWorkingAge, works),
    required: all(isOfWorkingAge, works),
    since: 2,
    group: 'work',
    sensitivity: 'specific',
    purpose: PURPOSES.livelihood,
  },
]

/** Help that goes to one person; what goes to a family stands with the family. */
export const personalAidQuestion: Question = {
  path: 'members/*/aid',
  kind: 'many-of',
  options: AID_OF_MEMBER,
  text: { id: 'Bantuan pribadi setahun terakhir', en: 'Help to this person in the last year' },
  relevant: mayGoToSchool,
  since: 2,
  checks: noneOrRefused('tidak_ada', (scope) => memberOf(scope).aid),
  sensitivity: 'specific',
  purpose: PURPOSES.intervene,
}
