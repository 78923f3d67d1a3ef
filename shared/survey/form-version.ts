/** Version of the questionnaire: raised with every change of what is asked; each question names the versions that ask it. */
export const FORM_VERSION = 3

/** Every version that a survey may have been begun with, oldest first. */
export const VERSIONS: readonly number[] = Array.from({ length: FORM_VERSION }, (_, index) => index + 1)
