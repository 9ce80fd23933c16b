### Siden for et gjennomløp.

## Name, question, intervals

sweep-name = gjennomløp
sweep-asked = Hva skjer med { $outcome } når { $fields } endres? Alternativer: { $arms }.

## The difference from the reference

sweep-against-reference = { $arm }, { $outcome }, over { $fields }: { $lead }; forskjellen går fra { $low } til { $high }.
# What stands as lead in sweep-against-reference.
sweep-no-intervals = uten intervaller skilles ingenting
sweep-lower-at-all = lavere enn { $reference } for alle { $total } verdier
sweep-higher-at-all = høyere enn { $reference } for alle { $total } verdier
sweep-lower-and-higher = lavere enn { $reference } for { $lower } av { $total } verdier, høyere for { $higher }, ikke til å skille for { $unclear }
sweep-summary = Over { $fields } beholder { $kept } av { $arms } alternativer den samme klare forskjellen fra { $reference } i { $outcome } for alle verdier, og { $turned } snur fra klart lavere til klart høyere eller omvendt.
sweep-contrasts = Forskjell fra { $reference }
sweep-contrasts-title = Forskjell fra { $reference }: { $outcome }
sweep-contrasts-note = Alternativ minus referanse for de samme simulerte familiene, med 95 %-intervall. Alle utfall står i sweep_contrasts.csv.
sweep-clearly-different = Klart forskjellig fra { $reference }: { $arms }.
sweep-arm-at-values = { $arm } for { $clear } av { $total } verdier

## The level in each arm

sweep-levels = Nivå i hvert alternativ
sweep-levels-note = Alle utfall står i sweep.csv.
sweep-levels-answer = { $moving } av { $all } alternativer flytter seg utover intervallet fra nivået ved den første verdien; lengst flytter { $outcome } seg i { $arm }, med { $change } ved { $at }.
sweep-not-defined = Utfallet er ikke definert i disse alternativene.
sweep-falls-most = { $arm } faller mest.
sweep-rises-most = { $arm } stiger mest.
sweep-moves-most = { $arm } flytter seg mest, men innenfor intervallet.

## Every outcome

sweep-outcomes = Alle utfall
sweep-none-move = Ingen av { $all } hovedutfall flytter seg utover intervallet i noe alternativ fra første til siste verdi av { $fields }.
sweep-all-move = Alle { $all } hovedutfall flytter seg utover intervallet i minst ett alternativ fra første til siste verdi av { $fields }.
sweep-some-move = { $count } av { $all } hovedutfall flytter seg utover intervallet i minst ett alternativ fra første til siste verdi av { $fields }: { $outcomes }.
sweep-outcomes-move = { $count } av { $all } utfall flytter seg i noe alternativ.
sweep-differences-change = I { $count } av { $all } utfall endres en forskjell fra referansen.
sweep-outcomes-levels-title = Hovedutfall i hvert alternativ
sweep-outcomes-levels-reading = Ett lite diagram for hvert utfall, alle over de samme verdiene.
sweep-outcomes-contrasts-title = Hovedutfall: forskjell fra { $reference }
sweep-outcomes-contrasts-reading = Ett lite diagram for hvert utfall; streken ved 0 er referansen.
sweep-across = Bortover: { $field }

## Figures

sweep-lines-reading = Hver linje er et alternativ over verdiene av feltet; båndene er 95 %-intervaller.
sweep-rows-reading = En rad for hver verdi, en prikk for hvert alternativ med 95 %-intervall. Hul: kan ikke skilles fra referansen.
sweep-heat-map-reading = Ett felt for hvert alternativ; hver rute er en kombinasjon av verdier. I et kart over forskjeller kan hvite ruter ikke skilles fra referansen.
sweep-lower = lavere enn referansen
sweep-higher = høyere
sweep-not-told-apart = kan ikke skilles

## Method and limits

sweep-method = Hver verdi av feltene settes etter tur, i alle kombinasjoner der det er to felt, og alle alternativer simuleres med den. Alt annet står som i scenarioet.
sweep-limits = Bare feltene som varieres, endres. Hva andre antakelser ville endret, ses ikke her, og verdier utenfor en parameters rimelige område tegnes som om de var mulige.
