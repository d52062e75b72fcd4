import type { OrganisationKey } from './councils.ts'

/** The password of all demonstration people, for trying the ordinary way in. */
export const demonstrationPassword = 'larkmere lantern meadow'

interface InventedPerson {
  name: string
  worksFor: OrganisationKey
}

/** The thirty people. What each of them is stands in boards.ts. */
export const people = {
  ines: { name: 'Ines Larch', worksFor: 'fernshireCouncil' },
  mei: { name: 'Mei Linden', worksFor: 'hollinseaCouncil' },

  ada: { name: 'Ada Fern', worksFor: 'fernshireCouncil' },
  gareth: { name: 'Gareth Moss', worksFor: 'fernshireCouncil' },
  priya: { name: 'Priya Rowan', worksFor: 'fernshireCouncil' },
  joan: { name: 'Joan Teasel', worksFor: 'fernshireCouncil' },
  daniel: { name: 'Daniel Heath', worksFor: 'fernshireCouncil' },

  femi: { name: 'Femi Alder', worksFor: 'marloweValeCouncil' },
  beatrice: { name: 'Beatrice Thorne', worksFor: 'marloweValeCouncil' },
  nell: { name: 'Nell Bracken', worksFor: 'marloweValeCouncil' },

  yusuf: { name: 'Yusuf Hazel', worksFor: 'hollinseaCouncil' },
  margaret: { name: 'Margaret Elder', worksFor: 'hollinseaCouncil' },
  kofi: { name: 'Kofi Briar', worksFor: 'hollinseaCouncil' },

  sofia: { name: 'Sofia Reed', worksFor: 'eldermoorCouncil' },
  imran: { name: 'Imran Holly', worksFor: 'eldermoorCouncil' },
  olwen: { name: 'Olwen Sedge', worksFor: 'eldermoorCouncil' },
  hanna: { name: 'Hanna Birch', worksFor: 'eldermoorCouncil' },

  marcus: { name: 'Marcus Finch', worksFor: 'police' },
  leila: { name: 'Leila Swift', worksFor: 'police' },
  stephen: { name: 'Stephen Crake', worksFor: 'police' },
  amara: { name: 'Amara Plover', worksFor: 'nhsTrust' },
  rosa: { name: 'Rosa Dunnock', worksFor: 'nhsTrust' },
  owen: { name: 'Owen Kestrel', worksFor: 'careBoard' },
  carys: { name: 'Carys Merlin', worksFor: 'fire' },
  piotr: { name: 'Piotr Starling', worksFor: 'probation' },
  grace: { name: 'Grace Avocet', worksFor: 'voices' },
  zainab: { name: 'Zainab Lark', worksFor: 'voices' },
  tom: { name: 'Tom Siskin', worksFor: 'carers' },
  tobias: { name: 'Tobias Wren', worksFor: 'careHomes' },
  ravi: { name: 'Ravi Sorrel', worksFor: 'homes' },
} as const satisfies Record<string, InventedPerson>

export type PersonKey = keyof typeof people
