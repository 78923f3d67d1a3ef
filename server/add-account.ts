import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { roleSchema, ROLES } from '../shared/api/session.ts'
import { openDatabase } from './database/database.ts'
import { createAccountStore } from './features/accounts/account-store.ts'
import { createSessionStore } from './features/accounts/session-store.ts'
import { hashPassword } from './features/accounts/password.ts'
import { createAudit } from './platform/audit.ts'
import { readConfig } from './platform/config.ts'

const USAGE = `npm run account -- --username NAME --name "FULL NAME" --role ${ROLES.join('|')}
       npm run account -- --username NAME --new-password`

const { values } = parseArgs({
  options: {
    username: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string' },
    'new-password': { type: 'boolean' },
  },
})
const role = roleSchema.safeParse(values.role)
const username = values.username?.trim()
const name = values.name?.trim()
const isRenewal = values['new-password'] === true
if (!username || (!isRenewal && !(name && role.success))) {
  console.error(`Usage: ${USAGE}`)
  process.exit(2)
}

const config = readConfig(process.env)
mkdirSync(config.DATA_DIR, { recursive: true })
const database = openDatabase(join(config.DATA_DIR, 'yesjitu.sqlite'), () => new Date())
const accounts = createAccountStore(database)
const sessions = createSessionStore(database)
const audit = createAudit(database)
const known = accounts.findByUsername(username)
if (isRenewal !== (known !== null)) {
  console.error(isRenewal ? `There is no account ${username}.` : `There is an account ${username} already.`)
  process.exit(1)
}
// Made here and shown once: nobody chooses a weak one, and none stands in a shell's history.
const password = randomBytes(12).toString('base64url')
const passwordHash = await hashPassword(password)
database.write((tx) => {
  if (known) {
    accounts.setPassword(tx, known.id, passwordHash)
    // Whoever knew the old one is out; what their phones hold is sent after the next sign-in.
    sessions.closeAll(tx, known.id)
    audit.append(tx, { account: null, device: null, action: 'account.password', subject: known.id })
  } else if (name && role.success) {
    const id = accounts.add(tx, { username, name, role: role.data, passwordHash })
    audit.append(tx, { account: null, device: null, action: 'account.add', subject: id })
  }
})
database.close()
console.log(`Account ${username} (${known?.role ?? role.data}), password: ${password}`)
