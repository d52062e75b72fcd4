// Names that are frequent in the United Kingdom, of several origins and ages. No list is whole: it is there so that a
// slip is noticed, and not so that somebody who means to write a name is stopped. In lower case, without accents.

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** First names that mean nothing else in English: also alone, they are a person's. */
export const firstNames = words(`
  aaliyah aaron abdul abdullah abigail adam adeel adele adrian adrianna agnes agnieszka ahmed aidan aileen ailsa
  aisha aisling alan alana alastair albert aleksander aleksandra alexander alfie alfred alice alicia alina
  alison alistair alyssa amanda amara amelia amina amir amira amy anastasia andrea andrei andrew andrzej aneta
  angela anita anna annabel anne annette annie anthony antonia anya aoife arjun arthur arun asif audrey ava
  ayesha azadeh barbara beatrice beatrix becky benjamin bernadette bernard bethany bilal bogdan brenda brendan
  brian bridget bronwyn bryony caitlin callum cameron caoimhe carole caroline carys catherine cathy catriona
  cedric chantelle charles chidi chinedu chloe chris christine christopher ciara claire clara claudia colette
  colin connor corinne cynthia dafydd damian daniel daniela danielle daphne darren david deborah declan deepak
  deirdre delia demi denise dennis derek desmond diane dominic donald donna doreen doris dorota dorothy dougal
  duncan dwayne dylan eamonn edith edmund edna edward eileen elaine eleanor elena elif eliza elizabeth ella
  ellen ellie elliot elsie elzbieta emily emine emma emmanuel enid eoin erica esme esther ethan ethel eugene
  eunice evelyn ewa ewan farah fatima femi ffion fiona florin folasade frances francesca fraser freda freddie
  frederick freya gabriel gareth gary gavin gemma geoffrey george gerald geraldine gerard gertrude ghulam
  gillian gladys glenda glenn gordon graham gregory gurpreet gwen gwendolyn hamish hannah harbhajan hardeep
  harold harpreet harriet harry harvey hassan hayley helen helena herbert hilary hilda hussain hussein hywel
  iain ian ibrahim ieuan ifeoma imogen imran ingrid ioana irene isaac isabel isabella isabelle isla jacob
  jacqueline jagdish jakub james jamie jane janet janice jasleen jasmin jason jaswinder javed jayden jean
  jeffrey jenna jennifer jenny jeremy jerome jessica jessie joan joanna joanne jocelyn joe john johnny jonathan
  jose joseph josephine joshua joyce judith julia julian julie justine kai kamal karen karl katarzyna kate
  katherine kathleen kathryn katie kayleigh keith kelly kenneth kevin khadija kieran kimberley kirsty kofi
  krystyna kulwinder kwame kyle laura lauren leah leanne leonard leroy leslie liam lilian lillian linda lindsay
  lisa lorna lorraine louis louise lucas lucy luke lydia lynda lynette lynne maeve magdalena malcolm manjit
  marcin marcus margaret maria mariam marian marie marilyn marion marjorie marlene marta martha mary maryam
  mateusz matilda matthew maureen maurice mavis megan mehmet melanie melissa mhairi michael michelle mihai
  mildred millie miriam mohamed mohammad mohammed moira molly monica morag muhammad murat muriel mustafa mykola
  myra nadia nancy naomi narinder naseem nasreen natalia natalie natasha nathan nathaniel neil neville ngozi
  niall niamh nicholas nicola nigel nikita nina noah norma nuala oksana olga oliver olivia oluwaseun omar oscar
  owen padraig pamela parveen patricia patrick paul paula pauline peggy penelope peter philip philippa phoebe
  phyllis piotr priya rachel raheem rajesh ralph ramesh raymond rebecca reginald rhiannon rhys richard rita
  robert roderick rodney roger roisin ronald ronnie rosalind rosamund roxanne roy rukhsana rupert ruth ryan
  sabrina saima samantha samina samir samuel sandra sanjay sara sarah sasha seamus sean sebastian seren shabana
  shanice sharon shazia sheila sian siddiq simon simran sinead siobhan sofia sonia sophia sophie stacey
  stanislaw stella stephanie stephen steven stuart sukhdeep sunita surjit susan susanna suzanne sybil sylvia
  tamara tanya tariq tatiana terence teresa terry thelma theodore theresa thomas timothy toby tomasz tony tracey
  trevor tunde usha valerie vanessa vera vernon veronica vijay vincent vivian vivienne walter wendy wilfred
  william winifred wojciech xavier yasmin yusuf yvonne zachary zainab zara zeeshan zoe zofia
`)

/** First names that are words, months or places too: they are a person's beside a family name. */
export const firstNamesThatAreWords = words(`
  aled alex alexandra ali amber angus ann april art ash asha ashley august aurora austin autumn barry ben
  beverley bill blessing bob bobby brooke carol charlie charlotte chelsea chester christian clement clive craig
  daisy dan dawn dean dee douglas drew eden elliott eve ewan faith fay fern fleur florence frank gail gene
  ginger gloria grace grant guy hazel heather henry hope iris isis ivy jack jade jan jasmine jay jim jo joel
  jordan joy juan june karan kay ken kim king kit lance lee leo leon levi lewis liberty lily logan lola lorne
  lou luna lynn mabel madison margot mark martin mason max may mercy mia mike mo nat nick noel nora norman oak
  olive olwen orla pat pearl penny peta poppy ray reed river rob robin rocky rod ron rory rosa rose rosemary
  rosie ross ruby rufus russell sade sage sally sam sandy saul scott shannon shirley sid skye stanley sue summer
  tara ted theo tim tina tom trinity tristan troy tyrone val victor victoria vince violet virginia wade warren
  wayne will
`)

/** Family names that mean nothing else in English. */
export const familyNames = words(`
  adams adeyemi afolabi ahmad ahmed akhtar ali amin anderson andrews armstrong atkinson bailey barnes barrett
  bates baxter begum bennett bevan bibi blake bowen boyle bradley brady brennan brooks bryan burgess burke byrne
  cameron campbell carr chan chapman chaudhry chen clark clarke coleman collins connolly crawford cunningham
  curtis daly davidson davies davis dawson dixon dobson doherty douglas doyle duffy duncan dunn edwards ellis
  evans farrell ferguson fernandez fitzgerald fletcher flynn fraser gallagher george gibbs gibson gilbert
  griffin griffiths harris harrison hawkins hayes henderson henry higgins hobbs hodgson holmes hopkins howard
  howell hughes hussain hussein hutchinson iqbal jackson jacobs james jenkins jennings john johnson johnston
  jones joseph kaur kelly kennedy kennett khan kowalczyk kowalska kowalski lawson lee lewandowski lewis
  macdonald mackenzie mahmood malik matthews mccarthy mcdonald mckenzie mclean miah mistry mitchell mohamed
  mohammed moore morgan morris morrison mukherjee murphy murray mustafa mwangi nash nguyen nicholson nolan
  norris nowak okafor okeke okonkwo olson osborne osei owen owens owusu parkinson parry patel pearce pearson
  perkins peters phillips pickering popescu powell pritchard quinn rahman ramsey reid reynolds richards
  richardson riley roberts robertson robinson robson rogers ross russell ryan sanders saunders scott shah shaikh
  sharma shaw simmons simpson sinclair singh smith smithson stephens stephenson stevens stevenson stewart
  sullivan taylor thomas thompson thomson turnbull ullah vaughan walsh walters watkins watson webb wilkins
  wilkinson williams williamson willis wilson wong yates zaman zielinski
`)

/** Family names that are words or places too. */
export const familyNamesThatAreWords = words(`
  abbott allen arnold ashton baker ball banks barker bell berry birch bishop black booth brown burns burton
  butler carroll carter chambers cole cook cooper cox dean elliott fisher fleming ford foster fox francis
  freeman fuller gardner gill gordon graham grant gray green greenwood hall hamilton hammond harding harper hart
  harvey hill holland holt houghton howe hudson hunt hunter islam jordan kerr king knight lambert lane lawrence
  little lloyd lowe lynch marsh marshall martin mason middleton miller mills moss nelson newman newton noble
  norton oliver page palmer parker parsons perry poole porter potter price reed rees rhodes rose rowe rowley
  sharp shepherd slater spencer stanley steele stone sutherland sutton tan thornton todd tucker turner underwood
  wade walker wallace ward warner warren watts weaver webster wells weston wheeler white whitehead wood woods
  wright young
`)
