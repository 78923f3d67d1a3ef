// express-pouchdb as its readme sets it up, in a folder of its own that is made beforehand, with a blank page and PouchDB
// for browsers beside it.
import express from 'express'
import expressPouchdb from 'express-pouchdb'
import { createRequire } from 'node:module'
import PouchDB from 'pouchdb'
import memory from 'pouchdb-adapter-memory'

const [adapter = 'memory', folder = ''] = process.argv.slice(2)
PouchDB.plugin(memory)
const Stored = PouchDB.defaults({ adapter, prefix: `${folder}/` })

const app = express()
app.get('/blank.html', (_request, response) => response.send('<!doctype html><title>PouchDB</title>'))
app.get('/pouchdb.js', (_request, response) =>
  response.sendFile(createRequire(import.meta.url).resolve('pouchdb/dist/pouchdb.min.js')),
)
app.use(
  '/',
  expressPouchdb(Stored, { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: `${folder}/log.txt` }),
)
const server = app.listen(0, '127.0.0.1', () => process.send?.(server.address().port))
