const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** What follows the name of a place, a building, a team or an agency: "Margaret Thompson House" is nobody. */
export const placeWords = words(`
  academy approach association avenue barracks block board borough boulevard bridge building campus castle
  cathedral centre chambers chapel charity church civic clinic close club college constabulary corner cottage
  council court crescent drive end estate farm floor foundation gallery garden gardens gate grammar grange green
  grove hall hamlet heath hill homes hospice hospital hostel hotel house hub infirmary institute island
  junction kindergarten lane library lodge manor mansion market memorial mews mill museum nursery nursing office
  park pavilion place plaza pool precinct prep priory quay rectory refuge resource road room rooms row school
  shelter square stadium station street suite surgery team terrace theatre tower town trust unit university
  vicarage villa village villas walk ward way wharf wood
`)

/** What belongs to the business of a board and stands with a capital letter, but is nobody's name. */
export const businessWords = words(`
  a abuse access action actions adult adults advocacy advocate agencies agency agenda agreed all allegation
  allegations an and any apologies apology appropriate april assessment association at attendance august
  background best board by capacity care case cases chair chairs child children chronology city closing
  commission committee common community company concern concerns conference conferences consent contact
  coordinator council county date dates december decision decisions deprivation details discharge discussion
  district domestic draft duties duty early education emergency enquiries enquiry escalation evidence family
  february final financial fire first follow for forward fraud friday from general governance gp guidance harm
  head health hearing help hospital housing hybrid immediate in incident information initial inspection
  interim intervention interview introductions investigation item items january july june junior key lead
  learning legal liberty list looked march mark mash matters may medical meeting meetings mental microsoft
  minutes missing mission modern monday multi name names needs neglect network next nhs no notes november number
  october of officer older on online organisational other others outcome outcomes overview partner partners
  partnership patient peer people person plan planning police position post practice present previous primary
  private probation process professional professionals progress project protection provider public purpose
  quality recommendations record referral referrals report reports resident residential response review reviews
  risk risks room safe safeguarding safety saturday school second secondary section self senior september
  serious service services sexual share signs slavery social special staff statutory strategy subject summary
  sunday supervision support system task team teams the then these third this those threshold thursday time
  timeline to transfer transition transport trust tuesday update updates urgent user victim view views virtual
  visit vulnerable wards wednesday welcome wellbeing wishes with witness work worker working young youth zoom
`)

/** Before a name they make it that of a place: "St James", "Queen Elizabeth". */
export const holyAndRoyal = words('st saint king queen prince princess lord lady duke duchess sir')

/** Short forms of laws, reviews and bodies that stand before a year. */
export const shortForms = words(`
  bsl ca cafcass camhs ccg cctv chc cja cp cpa cps cqc csa cse cspr dhr dols dpa dv dvsa eu fgm foi gdpr gp hra
  hse iaso icb iro it la lado las lps lscb lscp maf mapp mappa marac marf mash mca mha moj ms nhs nice nps
  ofsted otp pace pcc pr qa rpr s sab sapb sar sard sc scr sg sp ta tac taf tor uk un v ym yot
`)
