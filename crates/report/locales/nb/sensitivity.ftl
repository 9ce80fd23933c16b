### Siden for en følsomhetsstudie.

## Name, question, intervals

sensitivity-name = følsomhet
sensitivity-asked = Hvilke av modellens parametre hviler { $outcome } på, i hvert alternativ og i forskjellen mellom dem? Alternativer: { $arms }.
sensitivity-intervals = 95 %-intervallene rommer valget av punkter, funnet ved å trekke dem på nytt. Hvert punkt er simulert med { $replicates } gjentakelser med { $families } familier, de samme i alle punkter.

## Answers

sensitivity-subject-arm = Med { $arm } gjelder det { $outcome }: utfallet
sensitivity-subject-difference = Forskjellen mellom { $arm } og { $reference } i { $outcome }
sensitivity-only-noise = { $subject } kan ikke skilles fra Monte Carlo-støy, så det kan hvile på hvilken som helst av parametrene eller ingen. Ta flere familier.
sensitivity-undefined-sentence = { $subject } { $reason }.
sensitivity-undefined = { $reason ->
    [constant] endrer seg ikke, uansett parametre
    [missing] er ikke definert i noen punkter
   *[only_noise] kan ikke skilles fra Monte Carlo-støy; ta flere familier
}
sensitivity-leans-on-one = { $subject } hviler mest på { $parameters }: den tar del i { $shares } av variansen over spennene til { $count } parametre.
sensitivity-leans-on-several = { $subject } hviler mest på { $parameters }, uten at rekkefølgen kan avgjøres: de tar del i { $shares } av variansen over spennene til { $count } parametre.
sensitivity-and-more = { $names } og { $more } til
# In whole per cent.
sensitivity-share = { $value } (95 %-intervall { $ends }{ "\u202F" }%)
sensitivity-over-the-ranges = Over spennene er forskjellen { $mean } i gjennomsnitt, med et standardavvik på { $deviation } som skyldes parametrene.
sensitivity-interactions-shown = Parametre i samspill, og ikke alene, står for { $share } av forskjellens varians.
sensitivity-interactions-not-shown = At parametre virker i samspill og ikke hver for seg, kan ikke vises: andelen er { $share } av forskjellens varians.
sensitivity-noise-of-arm = { $share } for { $arm }
sensitivity-noise-of-difference = { $share } for forskjellen
sensitivity-noise-shares = Monte Carlo-støy er denne andelen av variansen over punktene, og er holdt utenfor indeksene: { $shares }.
sensitivity-noise-nothing = Ingenting varierer over punktene, ikke engang tilfeldig.
sensitivity-screened-nothing = Ingen parameter flyttet forskjellen i siktingen.
sensitivity-screened-all = Alle { $count } parametre ble sett nærmere på, så ingenting ble utelatt.
sensitivity-screened-part = Av { $count } parametre ble { $taken } sett nærmere på; blant dem som ble utelatt, var den største virkningen på forskjellen { $part } av den aller største.

## Indices

sensitivity-difference = forskjell, { $arm } minus { $reference }
sensitivity-indices-heading = Hvilke parametre det hviler på
sensitivity-indices-title = Hva hviler { $outcome } på?
sensitivity-indices-subtitle = Andel av variansen over parametrenes spenn, uten Monte Carlo-støy. Linjene er 95 %-intervaller.
sensitivity-indices-key-total = total: alene og sammen med andre
sensitivity-indices-key-first = førsteordens: alene
sensitivity-indices-reading = Et fylt punkt er andelen av variansen som en parameter tar del i, alene eller sammen med andre; et åpent er andelen den forklarer alene. Der de to er langt fra hverandre, virker parameteren gjennom andre. Andelene i de fylte punktene kan til sammen bli mer enn 100 %, fordi det to parametre gjør sammen, teller for begge.
sensitivity-table-parameter = parameter
sensitivity-table-grade = grad
sensitivity-table-range = Spenn
sensitivity-table-total = Totalindeks
sensitivity-table-first = Førsteordens indeks

## Screening

sensitivity-screening-heading = Alle parametre, én om gangen
sensitivity-screening-title = Virkningen av enkeltparametre: { $response }
sensitivity-screening-subtitle = Hvert punkt er en parameter som flyttes gjennom hele sitt spenn mens de andre er et sted i sitt.
sensitivity-screening-key-up = hever
sensitivity-screening-key-down = senker
sensitivity-screening-key-either = begge deler, eller for lite til å si
sensitivity-screening-key-not-taken = ikke sett nærmere på
sensitivity-screening-spread = Effektens spredning, σ ({ $unit })
sensitivity-screening-size = Effektens størrelse, μ* ({ $unit })
sensitivity-screening-note = Over den skrå linjen varierer effekten mer enn den er stor: den avhenger av de andre parametrene, eller av hvor i spennet parameteren er. Støyen er holdt utenfor begge akser.
sensitivity-screening-reading = Langt til høyre: stor virkning. Høyt oppe: en virkning som avhenger av de andre antakelsene. De ti største har navn.
sensitivity-table-size = Størrelse, μ*
sensitivity-table-mean = Gjennomsnitt, μ
sensitivity-table-spread = Spredning, σ
sensitivity-table-taken = Sett nærmere på

## Noise

sensitivity-noise-heading = Svar og støy
sensitivity-noise-title = Hvor mye av variansen er støy?
sensitivity-noise-subtitle = Utfallets varians over punktene: det parametrene gjør, og det trekningen av familier legger til. Linjene er 95 %-intervaller for grensen.
sensitivity-noise-key-response = svar på parametrene
sensitivity-noise-key-noise = Monte Carlo-støy, holdt utenfor indeksene
sensitivity-noise-label = støy { $share }
sensitivity-noise-reading = Den grå delen ville vært borte med nok familier. En stor grå del gjør indeksene usikre, men forskyver dem ikke.

## Method and limits

sensitivity-method-screening = Først ble { $screened } parametre siktet: { $walks } vandringer gjennom et rutenett med fire nivåer, der hver vandring endrer hver parameter én gang (Morris 1991). De med størst virkning, på et av alternativene eller på forskjellen, ble sett nærmere på; de andre står der scenarioet har dem.
sensitivity-method-indices = Disse ble så flyttet sammen over { $samples } grunnpunkter i en forskjøvet Sobol-følge. Førsteordens indekser følger Saltelli mfl. (2010), totalindekser Jansen (1999); intervallene kommer fra 1000 nye utvalg av grunnpunktene. Innenfor et spenn har { $weight }; et spenn som scenarioet gir, har lik vekt overalt.
sensitivity-method-weight = { $spread ->
    [uniform] hver verdi har samme vekt
   *[other] verdier nær standardverdien har mest vekt og endene ingen (en trekant; på logaritmen der spennet er en faktor 20 eller mer)
}
sensitivity-method-halves = Hvert punkt simuleres i to halvdeler som ikke deler noe tilfeldig tall. Kvadrater og produkter tas på tvers av halvdelene, så Monte Carlo-støy ikke inngår i indeksene; en indeks nær null kan bli negativ.
sensitivity-limits-ranges = Indeksene fordeler variansen over disse spennene. Andre spenn gir andre indekser; en parameter med smalt spenn ser uviktig ut, uansett hvor sterkt den virker.
sensitivity-limits-independent = Parametrene flyttes uavhengig av hverandre. Det som vites om dem samlet, er ikke brukt.
sensitivity-limits-intervals = Intervallene rommer valget av punkter, ikke valget av familier, som alle punktene deler.
