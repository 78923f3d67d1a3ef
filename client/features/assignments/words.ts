import { defineWords } from '../../ui/language/define-words.ts'
import { counted } from '../../ui/language/counted.ts'

export const assignmentWords = defineWords({
  held: { id: 'Kiriman ditahan', en: 'Held changes' },
  title: { id: 'Penugasan', en: 'Assignments' },
  subtitle: {
    id: 'Siapa mendata, meninjau, dan mengunjungi wilayah mana.',
    en: 'Who surveys, reviews and visits which area.',
  },
  tabs: { id: 'Bagian penugasan', en: 'Parts of the assignments' },
  enumerators: { id: 'Pendata', en: 'Enumerators' },
  supervisors: { id: 'Pengawas', en: 'Supervisors' },
  caseWorkers: { id: 'Pekerja sosial', en: 'Case workers' },
  withoutEnumerator: { id: 'Wilayah tanpa pendata', en: 'Areas without enumerator' },
  withoutSupervisor: { id: 'Wilayah tanpa pengawas', en: 'Areas without supervisor' },
  withoutCaseWorker: { id: 'Wilayah tanpa pekerja sosial', en: 'Areas without case worker' },
  search: { id: 'Cari nama orang', en: 'Find a person by name' },
  people: { id: 'Daftar orang', en: 'People' },
  nobody: { id: 'Tidak ada orang dengan nama itu', en: 'Nobody of that name' },
  noPeople: { id: 'Belum ada akun dengan peran ini', en: 'No account has this role yet' },
  holdsNothing: { id: 'Belum memegang wilayah', en: 'Holds no area yet' },
  households: {
    id: (n: string) => `${n} rumah tangga`,
    en: (n) => counted(n, 'household'),
  },
  wholeKelurahan: { id: (name: string) => `Seluruh ${name}`, en: (name) => `All of ${name}` },
  rwOf: { id: (rw: string, name: string) => `RW ${rw} ${name}`, en: (rw, name) => `RW ${rw} ${name}` },
  rwUnknownOf: { id: (name: string) => `${name}, RW belum diketahui`, en: (name) => `${name}, RW not known` },
  rwCount: { id: (n: string) => `${n} RW`, en: (n) => `${n} RW` },
  giveArea: { id: 'Beri wilayah…', en: 'Give an area…' },
  devices: { id: 'Ponsel…', en: 'Phones…' },
  giveThis: { id: (area: string) => `Berikan ${area}`, en: (area) => `Give ${area}` },
  give: { id: 'Berikan…', en: 'Give…' },
  take: {
    id: (area: string, name: string) => `Ambil ${area} dari ${name}`,
    en: (area, name) => `Take ${area} from ${name}`,
  },
  taken: {
    id: (area: string, name: string) => `${area} diambil dari ${name}`,
    en: (area, name) => `${area} was taken from ${name}`,
  },
  given: {
    id: (area: string, name: string) => `${area} diberikan kepada ${name}`,
    en: (area, name) => `${area} was given to ${name}`,
  },
  undo: { id: 'Urungkan', en: 'Undo' },
  showMore: { id: 'Tampilkan berikutnya', en: 'Show more' },
  allHeld: { id: 'Semua wilayah sudah dipegang', en: 'Every area is held' },
  noAreas: { id: 'Belum ada rumah tangga', en: 'There are no households yet' },
  noAreasText: {
    id: 'Impor daftar kementerian dulu; wilayahnya akan muncul di sini.',
    en: 'Import a ministry list first; its areas will appear here.',
  },
  toImports: { id: 'Ke impor', en: 'To imports' },
})

export const giveWords = defineWords({
  title: { id: 'Beri wilayah', en: 'Give an area' },
  person: { id: 'Kepada siapa', en: 'To whom' },
  kecamatan: { id: 'Kecamatan', en: 'District' },
  kelurahan: { id: 'Kelurahan', en: 'Subdistrict' },
  rw: { id: 'RW', en: 'RW' },
  whole: { id: (n: string) => `Seluruhnya · ${n}`, en: (n) => `All of it · ${n}` },
  rwOption: {
    id: (rw: string, households: string) => `RW ${rw} · ${households}`,
    en: (rw, households) => `RW ${rw} · ${households}`,
  },
  rwUnknown: {
    id: (households: string) => `RW belum diketahui · ${households}`,
    en: (households) => `RW not known · ${households}`,
  },
  heldBy: { id: (names: string) => `Sudah dipegang ${names}`, en: (names) => `Held already by ${names}` },
  alreadyOwn: {
    id: (name: string) => `${name} sudah memegang wilayah ini`,
    en: (name) => `${name} holds this area already`,
  },
  personMissing: { id: 'Pilih orangnya', en: 'Choose the person' },
  kelurahanMissing: { id: 'Pilih kelurahannya', en: 'Choose the subdistrict' },
  cancel: { id: 'Batal', en: 'Cancel' },
  give: { id: 'Berikan', en: 'Give' },
})

export const deviceWords = defineWords({
  title: { id: (name: string) => `Ponsel ${name}`, en: (name) => `Phones of ${name}` },
  text: {
    id: 'Cabut ponsel yang hilang. Ponsel itu tidak dapat mengirim atau menerima lagi sampai dipulihkan; isinya tidak terhapus.',
    en: 'Revoke a phone that was lost. It can neither send nor receive until it is restored; nothing on it is deleted.',
  },
  list: { id: 'Daftar ponsel', en: 'Phones' },
  none: { id: 'Belum pernah masuk di ponsel mana pun.', en: 'Has not signed in on any phone yet.' },
  nameless: { id: 'Ponsel tanpa nama', en: 'Phone without a name' },
  lastSync: { id: (when: string) => `Terakhir kirim ${when}`, en: (when) => `Last sent ${when}` },
  since: { id: (when: string) => `Masuk sejak ${when}`, en: (when) => `Signed in since ${when}` },
  revoked: { id: (when: string) => `Dicabut ${when}`, en: (when) => `Revoked ${when}` },
  revoke: { id: 'Cabut', en: 'Revoke' },
  restore: { id: 'Pulihkan', en: 'Restore' },
  close: { id: 'Tutup', en: 'Close' },
})
