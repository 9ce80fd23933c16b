### Sida for ein sensitivitetsstudie.

## Name, question, intervals

sensitivity-name = sensitivitet
sensitivity-asked = Kva for parametrar i modellen kviler { $outcome } på, i kvart alternativ og i skilnaden mellom dei? Alternativ: { $arms }.
sensitivity-intervals = 95 %-intervalla rommar valet av punkt, funne ved å trekkje dei på nytt. Kvart punkt er simulert med { $replicates } gjentakingar med { $families } familiar, dei same i alle punkt.

## Answers

sensitivity-subject-arm = Med { $arm } gjeld det { $outcome }: utfallet
sensitivity-subject-difference = Skilnaden mellom { $arm } og { $reference } i { $outcome }
sensitivity-only-noise = { $subject } kan ikkje skiljast frå Monte Carlo-støy, så det kan kvile på kva parameter som helst eller på ingen. Ta fleire familiar.
sensitivity-undefined-sentence = { $subject } { $reason }.
sensitivity-undefined = { $reason ->
    [constant] endrar seg ikkje, same kva parametrane er
    [missing] er ikkje definert i nokre punkt
   *[only_noise] kan ikkje skiljast frå Monte Carlo-støy; ta fleire familiar
}
sensitivity-leans-on-one = { $subject } kviler mest på { $parameters }: denne parameteren tek del i { $shares } av variansen over spenna til { $count } parametrar.
sensitivity-leans-on-several = { $subject } kviler mest på { $parameters }, utan at rekkjefølgja kan avgjerast: dei tek del i { $shares } av variansen over spenna til { $count } parametrar.
sensitivity-and-more = { $names } og { $more } til
# In whole per cent.
sensitivity-share = { $value } (95 %-intervall { $ends }{ "\u202F" }%)
sensitivity-over-the-ranges = Over spenna er skilnaden { $mean } i gjennomsnitt, med eit standardavvik på { $deviation } som kjem av parametrane.
sensitivity-interactions-shown = Parametrar i samspel, og ikkje åleine, står for { $share } av variansen i skilnaden.
sensitivity-interactions-not-shown = At parametrar verkar i samspel og ikkje kvar for seg, kan ikkje visast: delen er { $share } av variansen i skilnaden.
sensitivity-noise-of-arm = { $share } for { $arm }
sensitivity-noise-of-difference = { $share } for skilnaden
sensitivity-noise-shares = Monte Carlo-støy er denne delen av variansen over punkta, og er halden utanfor indeksane: { $shares }.
sensitivity-noise-nothing = Ingenting varierer over punkta, ikkje eingong tilfeldig.
sensitivity-screened-nothing = Ingen parameter flytta skilnaden i siktinga.
sensitivity-screened-all = Det vart sett nærare på alle dei { $count } parametrane, så ingenting vart utelate.
sensitivity-screened-part = Av { $count } parametrar vart det sett nærare på { $taken }; blant dei som vart utelatne, var den største verknaden på skilnaden { $part } av den aller største.

## Indices

sensitivity-difference = skilnad, { $arm } minus { $reference }
sensitivity-indices-heading = Kva parametrar det kviler på
sensitivity-indices-title = Kva kviler { $outcome } på?
sensitivity-indices-subtitle = Del av variansen over spenna til parametrane, utan Monte Carlo-støy. Linene er 95 %-intervall.
sensitivity-indices-key-total = total: åleine og saman med andre
sensitivity-indices-key-first = førsteordens: åleine
sensitivity-indices-reading = Eit fylt punkt er den delen av variansen som ein parameter tek del i, åleine eller saman med andre; eit ope er den delen han forklarer åleine. Der dei to er langt frå kvarandre, verkar parameteren gjennom andre. Delane i dei fylte punkta kan til saman bli meir enn 100 %, fordi det to parametrar gjer saman, tel for begge.
sensitivity-table-parameter = parameter
sensitivity-table-grade = grad
sensitivity-table-range = Spenn
sensitivity-table-total = Totalindeks
sensitivity-table-first = Førsteordens indeks

## Screening

sensitivity-screening-heading = Alle parametrar, éin om gongen
sensitivity-screening-title = Verknaden av einskilde parametrar: { $response }
sensitivity-screening-subtitle = Kvart punkt er ein parameter som blir flytta gjennom heile spennet sitt medan dei andre er ein stad i sitt.
sensitivity-screening-key-up = hevar
sensitivity-screening-key-down = senkar
sensitivity-screening-key-either = begge delar, eller for lite til å seie
sensitivity-screening-key-not-taken = ikkje sett nærare på
sensitivity-screening-spread = Spreiinga i effekten, σ ({ $unit })
sensitivity-screening-size = Storleiken på effekten, μ* ({ $unit })
sensitivity-screening-note = Over den skrå lina varierer effekten meir enn han er stor: han avheng av dei andre parametrane, eller av kvar i spennet parameteren er. Støyen er halden utanfor begge aksane.
sensitivity-screening-reading = Langt til høgre: stor verknad. Høgt oppe: ein verknad som avheng av dei andre føresetnadene. Dei ti største har namn.
sensitivity-table-size = Storleik, μ*
sensitivity-table-mean = Gjennomsnitt, μ
sensitivity-table-spread = Spreiing, σ
sensitivity-table-taken = Sett nærare på

## Noise

sensitivity-noise-heading = Svar og støy
sensitivity-noise-title = Kor mykje av variansen er støy?
sensitivity-noise-subtitle = Variansen i utfallet over punkta: det parametrane gjer, og det trekkinga av familiar legg til. Linene er 95 %-intervall for grensa.
sensitivity-noise-key-response = svar på parametrane
sensitivity-noise-key-noise = Monte Carlo-støy, halden utanfor indeksane
sensitivity-noise-label = støy { $share }
sensitivity-noise-reading = Den grå delen ville vore borte med nok familiar. Ein stor grå del gjer indeksane usikre, men forskyv dei ikkje.

## Method and limits

sensitivity-method-screening = Først vart { $screened } parametrar sikta: { $walks } vandringar gjennom eit rutenett med fire nivå, der kvar vandring endrar kvar parameter éin gong (Morris 1991). Det vart sett nærare på dei med størst verknad, på eit av alternativa eller på skilnaden; dei andre står der scenarioet har dei.
sensitivity-method-indices = Desse vart så flytte saman over { $samples } grunnpunkt i ei forskoven Sobol-følgje. Førsteordens indeksar følgjer Saltelli mfl. (2010), totalindeksar Jansen (1999); intervalla kjem frå 1000 nye utval av grunnpunkta. Innanfor eit spenn har { $weight }; eit spenn som scenarioet gjev, har lik vekt overalt.
sensitivity-method-weight = { $spread ->
    [uniform] kvar verdi same vekt
   *[other] verdiar nær standardverdien mest vekt og endane inga (ein trekant; på logaritmen der spennet er ein faktor 20 eller meir)
}
sensitivity-method-halves = Kvart punkt blir simulert i to halvdelar som ikkje deler noko tilfeldig tal. Kvadrat og produkt blir tekne på tvers av halvdelane, så Monte Carlo-støy ikkje inngår i indeksane; ein indeks nær null kan bli negativ.
sensitivity-limits-ranges = Indeksane fordeler variansen over desse spenna. Andre spenn gjev andre indeksar; ein parameter med smalt spenn ser uviktig ut, same kor sterkt han verkar.
sensitivity-limits-independent = Parametrane blir flytte uavhengig av kvarandre. Det ein veit om dei samla, er ikkje brukt.
sensitivity-limits-intervals = Intervalla rommar valet av punkt, ikkje valet av familiar, som alle punkta deler.
