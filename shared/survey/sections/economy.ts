import { REFUSED_ALL, type Check, type Option, type Question, type Rule, type Section } from '../question.ts'
import type { EconomyAnswers } from '../document.ts'
import type { Text } from '../../text.ts'
import { PURPOSES } from '../purposes.ts'
import { all, atLeast, isCompletedVisit, noneOrRefused, unlikelyAbove, type ValueOf } from '../rules.ts'

/** Our own list. */
const DEBTS: readonly Option[] = [
  { key: 'bank_koperasi', text: { id: 'Bank atau koperasi', en: 'Bank or cooperative' } },
  { key: 'keluarga_tetangga', text: { id: 'Keluarga atau tetangga', en: 'Family or neighbours' } },
  { key: 'warung', text: { id: 'Warung', en: 'A shop' } },
  { key: 'cicilan', text: { id: 'Cicilan barang', en: 'Goods on instalments' } },
  { key: 'rentenir', text: { id: 'Rentenir', en: 'Money lender' } },
  { key: 'pinjaman_daring', text: { id: 'Pinjaman online (pinjol)', en: 'Online loan' } },
  { key: 'tidak_ada', text: { id: 'Tidak ada', en: 'None' }, alone: true },
  REFUSED_ALL,
]

/** More in a month, or owed, is more likely a mistyped sum: our own choice. */
const MUCH_RUPIAH = 999_999_999

/** A month of less is more likely a mistyped sum: our own choice. */
const LITTLE_RUPIAH = 50_000

type Field = keyof EconomyAnswers

type Extra = {
  readonly help?: Text
  readonly heading?: Text
  readonly when?: Rule
  readonly checks?: readonly Check[]
}

const base = (field: Field, text: Text, { when = () => true, ...extra }: Extra) => ({
  path: `economy/${field}`,
  text,
  relevant: all(isCompletedVisit, when),
  required: all(isCompletedVisit, when),
  since: 2,
  sensitivity: 'specific' as const,
  purpose: PURPOSES.livelihood,
  ...extra,
})

function yesNo(field: Field, text: Text, extra: Extra = {}): Question {
  return { ...base(field, text, extra), kind: 'yes-no' }
}

function money(field: Field, text: Text, { checks = [], ...extra }: Extra = {}): Question {
  const amount: ValueOf = ({ document }) => document.economy[field]
  const range = [atLeast(0, amount), unlikelyAbove(MUCH_RUPIAH, amount)]
  return { ...base(field, text, extra), kind: 'money', mayBeUnsaid: true, checks: [...range, ...checks] }
}

/** Whether food takes more than half follows from both sums, and is asked where one of them is missing. */
const isSpendingUnsaid: Rule = ({ document: { economy } }) =>
  typeof economy.spending === 'string' || typeof economy.foodSpending === 'string'

const hasDebt: Rule = ({ document: { economy } }) =>
  (economy.debts ?? []).some((key) => key !== 'tidak_ada' && key !== 'menolak')

/**
 * Spending and food, and those of the nine criteria of Kepmensos 262/HUK/2022 that no other answer gives; see
 * shared/welfare/criteria.ts for all nine. Debts are our own.
 */
export const economySection: Section = {
  key: 'economy',
  text: { id: 'Ekonomi', en: 'Livelihood' },
  questions: [
    money(
      'spending',
      { id: 'Pengeluaran sebulan', en: 'Spending in a month' },
      {
        heading: { id: 'Pengeluaran', en: 'Spending' },
        help: {
          id: 'Semua pengeluaran seluruh anggota dalam sebulan terakhir, kira-kira.',
          en: 'All that all members spent in the last month, roughly.',
        },
        checks: [
          {
            key: 'very-little',
            level: 'warning',
            holds: ({ document: { economy } }) =>
              typeof economy.spending !== 'number' || economy.spending >= LITTLE_RUPIAH,
            text: {
              id: 'Pengeluaran sebulan kurang dari Rp 50.000. Benarkah?',
              en: 'Less than Rp 50,000 spent in a month. Is that right?',
            },
          },
        ],
      },
    ),
    money(
      'foodSpending',
      { id: 'Di antaranya untuk makanan', en: 'Of which, for food' },
      {
        checks: [
          {
            key: 'more-than-all',
            level: 'warning',
            holds: ({ document: { economy } }) =>
              typeof economy.spending !== 'number' ||
              typeof economy.foodSpending !== 'number' ||
              economy.foodSpending <= economy.spending,
            reads: () => ['economy/foodSpending', 'economy/spending'],
            text: {
              id: 'Pengeluaran makanan lebih besar daripada seluruh pengeluaran.',
              en: 'More is spent on food than in all.',
            },
          },
        ],
      },
    ),
    yesNo(
      'foodIsMost',
      {
        id: 'Lebih dari separuh pengeluaran untuk makanan?',
        en: 'Is more than half of the spending for food?',
      },
      { when: isSpendingUnsaid },
    ),
    yesNo(
      'shelter',
      {
        id: 'Punya tempat berteduh tetap sehari-hari?',
        en: 'Do they have a permanent shelter to live in?',
      },
      { heading: { id: 'Kebutuhan sehari-hari', en: 'Daily needs' } },
    ),
    yesNo('steadyIncome', {
      id: 'Kepala keluarga bekerja dengan penghasilan tetap?',
      en: 'Does the family head work with a steady income?',
    }),
    yesNo('hunger', {
      id: 'Setahun terakhir, pernah khawatir tidak bisa makan, atau sampai tidak makan?',
      en: 'In the last year, were they ever worried about food, or did they go without eating?',
    }),
    yesNo('clothes', {
      id: 'Setahun terakhir membeli pakaian?',
      en: 'Did they buy clothes in the last year?',
    }),
    {
      ...base(
        'debts',
        { id: 'Utang kepada', en: 'Owed to' },
        {
          heading: { id: 'Utang', en: 'Debts' },
          checks: noneOrRefused('tidak_ada', ({ document }) => document.economy.debts),
        },
      ),
      kind: 'many-of',
      options: DEBTS,
    },
    money('debtAmount', { id: 'Jumlah utang sekarang', en: 'Debts now' }, { when: hasDebt }),
    yesNo(
      'debtBurden',
      { id: 'Sanggup membayar cicilannya?', en: 'Can they pay the instalments?' },
      { when: hasDebt },
    ),
  ],
}
