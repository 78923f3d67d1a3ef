import { nameOf } from '../../../shared/survey/document.ts'
import type { Area, KelurahanCode } from '../../../shared/population/area.ts'
import type { SurveyView } from '../../ports/field-work.ts'

/** The name that a household goes by in its survey; empty where nobody is known. */
export function householdName({ document, known }: Pick<SurveyView, 'document' | 'known'>): string {
  return nameOf(document, known)
}

/** Where the household lies: as answered, else as listed. */
export function areaOf({ document: { location }, record }: Pick<SurveyView, 'document' | 'record'>): Area {
  return {
    kelurahan: (location.kelurahan as KelurahanCode | undefined) ?? record.area.kelurahan,
    rw: location.rw ?? record.area.rw,
    rt: location.rt ?? record.area.rt,
  }
}
