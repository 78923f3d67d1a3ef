/**
 * Header of every reply of the API. Data of a wrong shape that lack it come from somebody else, as from a network that
 * wants a sign-in; with it they are our server's mistake.
 */
export const SERVER_MARK = 'yes-jitu'
