### Sida for eit gjennomløp.

## Name, question, intervals

sweep-name = gjennomløp
sweep-asked = Kva skjer med { $outcome } når { $fields } blir endra? Alternativ: { $arms }.

## The difference from the reference

sweep-against-reference = { $arm }, { $outcome }, over { $fields }: { $lead }; skilnaden går frå { $low } til { $high }.
# What stands as lead in sweep-against-reference.
sweep-no-intervals = utan intervall kan ingenting skiljast
sweep-lower-at-all = lågare enn { $reference } for alle { $total } verdiar
sweep-higher-at-all = høgare enn { $reference } for alle { $total } verdiar
sweep-lower-and-higher = lågare enn { $reference } for { $lower } av { $total } verdiar, høgare for { $higher }, ikkje til å skilje for { $unclear }
sweep-summary = Over { $fields } held { $kept } av { $arms } alternativ på den same klare skilnaden frå { $reference } i { $outcome } for alle verdiar, og { $turned } snur frå klart lågare til klart høgare eller omvendt.
sweep-contrasts = Skilnad frå { $reference }
sweep-contrasts-title = Skilnad frå { $reference }: { $outcome }
sweep-contrasts-note = Alternativ minus referanse for dei same simulerte familiane, med 95 %-intervall. Alle utfall står i sweep_contrasts.csv.
sweep-clearly-different = Klart ulik { $reference }: { $arms }.
sweep-arm-at-values = { $arm } for { $clear } av { $total } verdiar

## The level in each arm

sweep-levels = Nivå i kvart alternativ
sweep-levels-note = Alle utfall står i sweep.csv.
sweep-levels-answer = { $moving } av { $all } alternativ flyttar seg ut over intervallet frå nivået ved den første verdien; lengst flyttar { $outcome } seg i { $arm }, med { $change } ved { $at }.
sweep-not-defined = Utfallet er ikkje definert i desse alternativa.
sweep-falls-most = { $arm } fell mest.
sweep-rises-most = { $arm } stig mest.
sweep-moves-most = { $arm } flyttar seg mest, men innanfor intervallet.

## Every outcome

sweep-outcomes = Alle utfall
sweep-none-move = Ingen av { $all } hovudutfall flyttar seg ut over intervallet i noko alternativ frå første til siste verdi av { $fields }.
sweep-all-move = Alle { $all } hovudutfall flyttar seg ut over intervallet i minst eitt alternativ frå første til siste verdi av { $fields }.
sweep-some-move = { $count } av { $all } hovudutfall flyttar seg ut over intervallet i minst eitt alternativ frå første til siste verdi av { $fields }: { $outcomes }.
sweep-outcomes-move = { $count } av { $all } utfall flyttar seg i noko alternativ.
sweep-differences-change = I { $count } av { $all } utfall endrar ein skilnad frå referansen seg.
sweep-outcomes-levels-title = Hovudutfall i kvart alternativ
sweep-outcomes-levels-reading = Eitt lite diagram for kvart utfall, alle over dei same verdiane.
sweep-outcomes-contrasts-title = Hovudutfall: skilnad frå { $reference }
sweep-outcomes-contrasts-reading = Eitt lite diagram for kvart utfall; streken ved 0 er referansen.
sweep-across = Bortover: { $field }

## Figures

sweep-lines-reading = Kvar linje er eit alternativ over verdiane av feltet; banda er 95 %-intervall.
sweep-rows-reading = Ei rad for kvar verdi, ein prikk for kvart alternativ med 95 %-intervall. Hol: kan ikkje skiljast frå referansen.
sweep-heat-map-reading = Eitt felt for kvart alternativ; kvar rute er ein kombinasjon av verdiar. I eit kart over skilnader kan kvite ruter ikkje skiljast frå referansen.
sweep-lower = lågare enn referansen
sweep-higher = høgare
sweep-not-told-apart = kan ikkje skiljast

## Method and limits

sweep-method = Kvar verdi av felta blir sett etter tur, i alle kombinasjonar der det er to felt, og alle alternativa blir simulerte med han. Alt anna står som i scenarioet.
sweep-limits = Berre felta som blir varierte, endrar seg. Kva andre føresetnader ville ha endra, ser ein ikkje her, og verdiar utanfor det rimelege området til ein parameter blir teikna som om dei var moglege.
