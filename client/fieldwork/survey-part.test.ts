import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import { field, openPart, openPhone } from '../sync/testing/phone.ts'
import type { OpenPart } from './open-device.ts'

/** A device with one draft, opened again on a page that has no more than the list. */
async function reopened() {
  const { server, phone, device, household } = await field()
  await phone.answer(household, 'dwelling/floor', 'tanah')
  phone.close()
  const fetchSurveyPart = vi.fn<() => Promise<OpenPart>>(() => Promise.resolve(openPart))
  return { server, household, fetchSurveyPart, phone: await openPhone(server, device, { fetchSurveyPart }) }
}

test('the list stands without the questionnaire; how far a draft is comes with it', async () => {
  const { phone, household, fetchSurveyPart } = await reopened()
  expect(phone.card(household)?.state).toEqual({ kind: 'draft', completeness: null, refused: null })
  expect(phone.fieldWork.survey(household).value).toBeNull()
  expect(fetchSurveyPart).not.toHaveBeenCalled()
  await phone.fieldWork.ready()
  expect(phone.card(household)?.state).toMatchObject({ completeness: expect.any(Number) })
  expect(phone.view(household).document.dwelling.floor).toBe('tanah')
})

test('an answer waits for the questionnaire, which is fetched once', async () => {
  const { phone, household, fetchSurveyPart } = await reopened()
  await Promise.all([phone.answer(household, 'dwelling/wall', 'tembok'), phone.fieldWork.ready()])
  expect(phone.view(household).document.dwelling).toMatchObject({ floor: 'tanah', wall: 'tembok' })
  expect(fetchSurveyPart).toHaveBeenCalledTimes(1)
})

test('what cannot be fetched counts as no network, and is asked for again', async () => {
  const { server, phone, household, fetchSurveyPart } = await reopened()
  fetchSurveyPart.mockRejectedValueOnce(new Error('gone'))
  await phone.engine.sync()
  expect(phone.engine.state.value).toMatchObject({ kind: 'offline' })
  expect(phone.card(household)?.unsent).toBe(true)
  await phone.engine.sync()
  expect(server.received).toHaveLength(1)
})

test('a device without edits is up to date without the questionnaire', async () => {
  const { server, phone, device } = await field()
  phone.close()
  const fetchSurveyPart = vi.fn<() => Promise<OpenPart>>()
  const second = await openPhone(server, device, { fetchSurveyPart })
  await second.engine.sync()
  expect(second.engine.state.value.kind).toBe('up-to-date')
  expect(fetchSurveyPart).not.toHaveBeenCalled()
})
