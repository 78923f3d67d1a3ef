/** Version of the questionnaire: raised with every change of what is asked; each question names the versions that ask it. */
export const FORM_VERSION = 2
