import { hash, verify } from '@node-rs/argon2'

// Argon2id with 19 MiB and two passes: the least that OWASP's Password Storage Cheat Sheet recommends.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Hash of a password with its own salt, in PHC string format. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST)
}

/** True where the password fits the hash. */
export function isPassword(password: string, passwordHash: string): Promise<boolean> {
  return verify(passwordHash, password.normalize('NFKC'))
}
