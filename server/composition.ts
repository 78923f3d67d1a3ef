import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, Hono } from 'hono'
import type { AccountId } from '../shared/ids.ts'
import type { ChangeResult } from '../shared/sync/protocol.ts'
import { createApp } from './app.ts'
import { createBackupSchedule, type BackupSchedule } from './backup/backup-schedule.ts'
import { DATABASE_FILE } from './backup/copy-folder.ts'
import { keepPolicyOf } from './backup/keep-policy.ts'
import { refuseHalfRestored } from './backup/restore-backup.ts'
import { openDatabase, type Database } from './database/database.ts'
import { createWriteQueue } from './database/write-queue.ts'
import { createAccountStore, type AccountStore } from './features/accounts/account-store.ts'
import { deviceRoutes } from './features/accounts/device-routes.ts'
import { accountRoutes, createActorFinder } from './features/accounts/routes.ts'
import { createSessionStore } from './features/accounts/session-store.ts'
import { createSignInThrottle } from './features/accounts/sign-in-throttle.ts'
import { createHouseholdSearch } from './features/aliases/household-search.ts'
import { aliasRoutes } from './features/aliases/routes.ts'
import { assignmentRoutes } from './features/assignments/routes.ts'
import { createContentFolder } from './features/attachments/content-folder.ts'
import { attachmentRoutes } from './features/attachments/routes.ts'
import { createUploads, type Uploads } from './features/attachments/uploads.ts'
import { leavesReserve } from './features/attachments/disk-room.ts'
import { createPictureIntake } from './features/attachments/picture-intake.ts'
import { keepSweeping } from './features/attachments/keep-sweeping.ts'
import { openCaseWorkersKey } from './features/confidential/case-workers-key.ts'
import { confidentialRoutes } from './features/confidential/routes.ts'
import { createImports, type Imports } from './features/imports/imports.ts'
import { importRoutes } from './features/imports/routes.ts'
import { lostPhoneRoutes } from './features/lost-phones/routes.ts'
import { createPeriodThreads } from './features/periods/period-threads.ts'
import { periodRoutes } from './features/periods/routes.ts'
import { reviewRoutes } from './features/review/routes.ts'
import { createAdmission } from './features/sync/admission.ts'
import { createDeviceStore } from './features/sync/device-store.ts'
import { createHeldDesk } from './features/sync/decide-held.ts'
import { createIntake } from './features/sync/intake.ts'
import { createNewsReader } from './features/sync/news.ts'
import { createNikHintReader } from './features/sync/nik-hints.ts'
import { createQuarantineReader } from './features/sync/quarantine-reader.ts'
import { quarantineRoutes } from './features/sync/quarantine-routes.ts'
import { createQuarantineStore } from './features/sync/quarantine-store.ts'
import { createStreamDigests } from './features/sync/stream-digests.ts'
import { rescueRoutes } from './features/sync/rescue/routes.ts'
import { syncRoutes } from './features/sync/routes.ts'
import { createTurns } from './features/sync/turns.ts'
import { createAudit, type Audit } from './platform/audit.ts'
import type { Config } from './platform/config.ts'
import type { ApiEnv } from './platform/http.ts'
import type { Logger } from './platform/log.ts'
import { createTurnstile } from './platform/turnstile.ts'
import { createAttachmentStore } from './records/attachment-store.ts'
import { createAliasStore } from './records/alias-store.ts'
import { createChangeLog } from './records/change-log.ts'
import { createFeed } from './records/feed.ts'
import { createHouseholdPlaces } from './records/household-places.ts'
import { createHouseholdStore } from './records/household-store.ts'
import { createLostPhoneStore } from './records/lost-phone-store.ts'
import { openRescueKey } from './records/rescue-key.ts'
import { createOverlapStore } from './records/overlap-store.ts'
import { openReceiptKey } from './records/receipt-key.ts'
import { createScopeStore, type ScopeStore } from './records/scope-store.ts'
import { readEpoch } from './records/settings.ts'
import { createSurveyStore } from './records/survey-store.ts'

export type Server = {
  readonly app: Hono<ApiEnv>
  readonly database: Database
  readonly audit: Audit
  readonly accounts: AccountStore
  readonly scopes: ScopeStore
  readonly imports: Imports
  readonly uploads: Uploads
  /** null where no folder for copies is configured */
  readonly backups: BackupSchedule | null
  /** Stops what runs in the background and closes the database. */
  readonly close: () => Promise<void>
}

/** Builds the server from its configuration; listens to nothing yet. Tests build it just so. */
export function compose(config: Config, clock: () => Date, log: Logger): Server {
  mkdirSync(config.DATA_DIR, { recursive: true })
  refuseHalfRestored(config.DATA_DIR)
  const database = openDatabase(join(config.DATA_DIR, DATABASE_FILE), clock)
  const turnstile = createTurnstile()
  const queue = createWriteQueue(database, turnstile.alone)
  const audit = createAudit(database)
  const epoch = readEpoch(database)
  const receiptKey = openReceiptKey(database)
  const feed = createFeed(database)
  const accounts = createAccountStore(database)
  const sessions = createSessionStore(database)
  const scopes = createScopeStore(database)
  const households = createHouseholdStore(database)
  const surveys = createSurveyStore(database, feed)
  const changes = createChangeLog(database)
  const overlaps = createOverlapStore(database)
  const aliases = createAliasStore(database)
  const places = createHouseholdPlaces(database, { households, feed })
  const attachments = createAttachmentStore(database)
  const devices = createDeviceStore(database)
  const quarantine = createQuarantineStore(database)
  const quarantineReader = createQuarantineReader(database, { surveys, households })
  const lostPhones = createLostPhoneStore(database)

  const imports = createImports(database, audit, log, {
    directory: join(config.DATA_DIR, 'uploads'),
    bodyLimitBytes: config.IMPORT_BODY_LIMIT,
  })
  const threads = createPeriodThreads(database.path)
  const backups = config.BACKUP_DIR
    ? createBackupSchedule(
        database,
        {
          dataDirectory: config.DATA_DIR,
          backupDirectory: config.BACKUP_DIR,
          keep: keepPolicyOf(config),
        },
        config.BACKUP_SCHEDULE,
        { clock, log },
      )
    : null

  const attachmentDirectory = join(config.DATA_DIR, 'attachments')
  const content = createContentFolder(attachmentDirectory)
  const pictures = createPictureIntake({
    content,
    attachments,
    queue,
    audit,
    directory: config.DATA_DIR,
    limitBytes: config.PICTURE_LIMIT,
  })
  const uploads = createUploads({
    directory: join(attachmentDirectory, 'unfinished'),
    limitBytes: config.PICTURE_LIMIT,
    pictures,
    clock,
    log,
  })
  const stopSweeping = keepSweeping(uploads, log)
  const intake = createIntake({
    database,
    queue,
    turnstile,
    epoch,
    audit,
    log,
    stores: { surveys, households, scopes, changes, overlaps, quarantine, devices },
  })

  const features = [
    accountRoutes({
      database,
      audit,
      accounts,
      sessions,
      scopes,
      throttle: createSignInThrottle(config.SIGN_IN_TRIES),
      sessionDays: config.SESSION_DAYS,
      secureCookies: config.SECURE_COOKIES === 'true',
      addressOf: (context) => addressOf(context, config.TRUST_PROXY === 'true'),
      clock,
      receiptKey: receiptKey.publicKey,
      lostPhones,
    }),
    syncRoutes({
      database,
      queue,
      epoch,
      bodyLimit: config.SYNC_BODY_LIMIT,
      admission: createAdmission(config.SYNC_WAIT_LIMIT * 1000, () => performance.now()),
      turns: createTurns(),
      turnstile,
      receiptKey,
      audit,
      intake,
      news: createNewsReader(database, { households, surveys, places, aliases }),
      digests: createStreamDigests(database),
      nikHints: createNikHintReader(database),
      log,
      scopes,
      devices,
      // What a change was answered with is written by the same code that reads it here.
      releases: (device, held) => quarantine.released(device, held) as readonly ChangeResult[],
      lostPhones,
      clock,
    }),
    attachmentRoutes({
      queue,
      audit,
      attachments,
      surveys,
      content,
      uploads,
      pictures,
    }),
    quarantineRoutes({
      database,
      audit,
      quarantine,
      surveys,
      households,
      reader: quarantineReader,
      desk: createHeldDesk({
        database,
        epoch,
        audit,
        log,
        stores: { surveys, households, scopes, changes, overlaps, quarantine },
        holdersOf: quarantineReader.holdersOf,
      }),
    }),
    rescueRoutes({
      database,
      queue,
      audit,
      key: openRescueKey(database),
      intake,
      devices,
      scopes,
      pictures,
      hasRoom: (bytes) => leavesReserve(config.DATA_DIR, bytes),
      directory: join(config.DATA_DIR, 'uploads'),
    }),
    aliasRoutes({
      database,
      audit,
      aliases,
      places,
      search: createHouseholdSearch(database, { turnstile, scopes, places }),
    }),
    lostPhoneRoutes({ database, audit, lostPhones }),
    reviewRoutes({
      database,
      audit,
      attachments,
      surveys,
      households,
      changes,
      overlaps,
      aliases,
      places,
      accountName: (account) => accounts.find(account as AccountId)?.name ?? '',
    }),
    confidentialRoutes({ database, audit, key: openCaseWorkersKey(config.DATA_DIR), clock }),
    deviceRoutes({ database, audit }),
    assignmentRoutes({ database, audit, scopes }),
    importRoutes(imports),
    periodRoutes({
      database,
      audit,
      clock,
      directory: join(config.DATA_DIR, 'packages'),
      threads,
      sealed: () => void backups?.run(),
    }),
  ]
  const app = createApp({
    log,
    clientDirectory: config.CLIENT_DIR,
    secure: config.SECURE_COOKIES === 'true',
    actorOf: createActorFinder({ accounts, sessions, scopes, clock }),
    features,
  })
  return {
    app,
    database,
    audit,
    accounts,
    scopes,
    imports,
    uploads,
    backups,
    close: async () => {
      stopSweeping()
      await backups?.close()
      await imports.close()
      await threads.close()
      database.close()
    },
  }
}

/** Behind a reverse proxy the last address that it added; one that a client wrote itself is not believed. */
function addressOf(context: Context, trustProxy: boolean): string {
  const forwarded = trustProxy ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  if (forwarded) return forwarded
  // Requests made in process, as tests do, have no connection.
  return 'incoming' in (context.env ?? {}) ? (getConnInfo(context).remote.address ?? '') : ''
}
