import { paths } from '../../../ui/paths.ts'

/** Address of a held change, which goes by a number that says nothing. */
export const heldPath = (id: number): string => `${paths.held}/${id}`
