### Siden for en usikker beslutning.

## Name, question, intervals

uncertainty-name = en usikker beslutning
uncertainty-asked = Hvilket av { $arms } er best, hvor sikkert er det, og hva ville forskning være verdt? Utfall: { $outcome }.
# draws: uncertainty-draws, and where from.
uncertainty-intervals = 95 %-intervallene rommer tilfeldigheten i hvilke parametere som ble trukket ({ $draws }; hver med { $replicates } × { $families } familier), ikke hvordan modellen er bygget.
uncertainty-draws = { $draws } trekninger

## Headings

uncertainty-heading-best = Hvilket alternativ er best?
uncertainty-heading-plane = Hva gir det, og hva koster det?
uncertainty-heading-acceptability = Hvor mye må utfallet være verdt?
uncertainty-heading-information = Hvilken forskning ville lønne seg?
uncertainty-heading-regret = Hva om valget er feil?
uncertainty-heading-failure = Hvor svikter favoritten?

## Amounts

uncertainty-one-placed = én familie færre med plassering
uncertainty-one-placed_again = én familie færre plassert på nytt
uncertainty-one-weeks_in_care = én uke i plassering mindre
uncertainty-unit-less = én enhet { $outcome } mindre
uncertainty-unit-more = én enhet { $outcome } mer
uncertainty-nok = { $amount } kr
uncertainty-thousand-nok-per-family = 1000 kr per familie
uncertainty-better = { $amount } bedre
uncertainty-with-interval = { $value } (95 %-intervall { $lower } til { $upper })
uncertainty-share-of-draws = { $share } av trekningene (95 %-intervall { $interval })
uncertainty-decided-outcome = utfallet alene
uncertainty-decided-net-benefit = netto nytte ved { $amount }

## Answers

uncertainty-criterion-net-benefit = når { $unit } er verdt { $amount }
uncertainty-criterion-outcome = etter { $outcome } alene
uncertainty-best-sure = { $arm } er nesten sikkert det beste valget { $criterion }: det er best i { $share }
uncertainty-best-average = { $arm } er det beste valget i gjennomsnitt { $criterion }, og best i { $share }
uncertainty-answer = { $best }; å kjenne alle parametere før valget ville være verdt { $value } per familie.
uncertainty-outcome-alone = Etter utfallet alene, uansett kostnad, er { $arm } best i { $share }.
uncertainty-plane-shares = Sammenlignet med { $reference } gjør { $arm } det bedre og koster mindre i { $cheaper } av trekningene, bedre og dyrere i { $dearer }, og ikke bedre i { $worse }.
uncertainty-choice-from = { $arm } fra omtrent { $amount }
uncertainty-acceptability-same = { $arm } er det beste valget i gjennomsnitt uansett hva utfallet er verdt, inntil { $amount }.
uncertainty-acceptability-changes = Hvis { $unit } ikke er verdt noe, er { $arm } det beste valget i gjennomsnitt; { $changes }.
uncertainty-worth-of-group = { $group } ({ $amount })
uncertainty-information-groups = Forskning ville lønne seg mest om { $groups }, per familie som valget gjelder.
uncertainty-information-together = Å vite alt ville være verdt noe, men med disse trekningene skiller ingen enkelt gruppe av parametere seg fra tilfeldighet.
uncertainty-information-none = Ingen forskning på parametere ville trolig endre valget.
uncertainty-regret-answer = Å velge { $arm } taper { $mean } per familie i gjennomsnitt mot det beste alternativet i hver trekning; i én av tjue trekninger taper det mer enn { $high }.
uncertainty-failure-scattered = { $arm } er ikke best i { $fails } av trekningene, og ikke noe enkelt område av parameterne samler dem.
uncertainty-failure-box = { $arm } er ikke best i { $fails } av trekningene, men i { $inside } av dem der { $limits }; de rommer { $coverage } av svikten
uncertainty-failure-seen = { uncertainty-failure-box }.
uncertainty-failure-held-out = { uncertainty-failure-box } (i trekninger som søket ikke hadde sett, rommet slike områder { $held_out_coverage }, og det sviktet i { $held_out_density } av dem).
uncertainty-limit-between = { $parameter } er fra { $low } til { $high }
uncertainty-limit-least = { $parameter } er { $low } eller mer
uncertainty-limit-most = { $parameter } er { $high } eller mindre

## Groups of parameters, and what research on them would find out

uncertainty-group-differences = forskjeller mellom familier
    .research = hvor ulik faren er mellom familier med de samme kjente faktorene
uncertainty-group-acceptance = om familien takker ja
    .research = hvem som takker ja til et tilbud og hvorfor andre takker nei
uncertainty-group-helpers = hjelpernes tid og utskifting
    .research = tidsbruk og utskifting blant hjelpere
uncertainty-group-factors = risiko- og beskyttelsesfaktorer
    .research = hvor raskt arbeid med en faktor fjerner eller gjenoppretter den
uncertainty-group-stress = livshendelser og stress
    .research = gjentatte målinger av stress og livshendelser i familier med tiltak
uncertainty-group-visits = oppmøte
    .research = registrering av gjennomførte og uteblitte besøk med årsak
uncertainty-group-alliance = allianse
    .research = gjentatte målinger av alliansen fra de første besøkene
uncertainty-group-trust = tillit til tjenestene
    .research = gjentatte målinger av tilliten til tjenestene
uncertainty-group-capacity = omsorgsevne
    .research = hvordan omsorgen endrer seg med timer hjelp og etterpå
uncertainty-group-wellbeing = barnets trivsel
    .research = barns trivsel hjemme og i plassering
uncertainty-group-concern = fare og det tjenestene ser
    .research = hva tjenestene ser av faren og når
uncertainty-group-placement = beslutninger om plassering
    .research = hvordan bekymring og samarbeid veier i beslutninger om plassering og tilbakeføring
uncertainty-group-exit = frafall
    .research = hvorfor og når familier slutter i et tiltak
uncertainty-group-all = alt

## Figures

uncertainty-key-chosen = valgt i gjennomsnitt
uncertainty-key-not-chosen = ikke valgt
uncertainty-best-title = Hvor ofte er hvert alternativ best?
uncertainty-best-subtitle = Andel av parametertrekningene der alternativet er best. Streker: 95 %-intervaller.
uncertainty-best-reading = Jo lenger til høyre, jo oftere er alternativet best. Andelene for alle alternativer summerer til 100 %.
uncertainty-plane-title = Hva gir og koster hvert alternativ ved siden av { $reference }?
uncertainty-plane-subtitle = Hvert punkt er en parametertrekning; det store punktet er gjennomsnittet. Oppover: mer kostnad per familie, 1000 kr.
uncertainty-plane-effect-less = mindre { $effect } →
uncertainty-plane-effect-more = mer { $effect } →
uncertainty-plane-reading = Mot høyre er bedre, nedover er billigere enn { $reference }. Punkter under den stiplede linjen har høyest netto nytte ved den betalingsviljen det avgjøres etter. Simuleringens tilfeldighet er tatt ut.
uncertainty-willingness = betalingsvilje, 1000 kr
uncertainty-acceptability-title = Hvor sannsynlig er det at hvert alternativ har høyest netto nytte?
uncertainty-acceptability-subtitle = Etter hva { $unit } er verdt. Kurvene summerer til 100 %.
uncertainty-acceptability-up = sannsynlighet
uncertainty-acceptability-reading = Følg en kurve fra venstre mot høyre: slik endres sannsynligheten når utfallet er verdt mer. Båndene er 95 %-intervaller.
uncertainty-curve-title = Hva ville det være verdt å vite alt?
uncertainty-curve-subtitle = Forventet verdi av perfekt informasjon, kr per familie.
uncertainty-curve-series = alt kjent
uncertainty-curve-reading = Den er høyest der valget er mest åpent.
uncertainty-information-subtitle = Forventet verdi av å kjenne hver gruppe parametere før valget, { $unit }.
uncertainty-key-above-chance = skilt fra tilfeldighet
uncertainty-key-not-above-chance = ikke skilt fra tilfeldighet
uncertainty-key-interval = 95 %-intervall
uncertainty-key-by-chance = av tilfeldighet alene
uncertainty-information-reading = Jo lengre stolpe, jo mer ville det være verdt å kjenne gruppen. Stolper som ikke når forbi den loddrette streken, kan være tilfeldige. Gruppene trenger ikke summere til totalen.
uncertainty-regret-title = Hva tapes når valget er feil?
uncertainty-regret-subtitle = Hva valget av et alternativ taper mot det beste i hver trekning, { $unit }.
uncertainty-regret-mean = I gjennomsnitt
uncertainty-regret-high = Én av tjue trekninger taper mer enn
uncertainty-regret-worst = På det verste
uncertainty-regret-reading = Jo lenger til venstre, jo mindre tapes. Hver rute har sin egen skala.
uncertainty-boxes-title = Hvor er { $arm } ofte ikke best?
uncertainty-boxes-subtitle = Hver stolpe er spennet til en parameter; den mørke delen ligger i boksen.
uncertainty-boxes-heading = Boks { $number }: ikke best i { $density } av trekningene innenfor; rommer { $coverage } av all svikt
uncertainty-boxes-reading = En trekning ligger i en boks når alle parameterne ligger i de mørke delene. Tallene ved stolpene er endene av spennene, de under er grensene for boksen.

## Tables

uncertainty-table-best = Sannsynlighet for å være best
uncertainty-table-decided-by = Avgjort etter
uncertainty-table-arm = Alternativ
uncertainty-table-best-in = Best i
uncertainty-table-more-than = Mer enn { $reference }
uncertainty-table-chosen = Valgt i dag
uncertainty-table-groups = Hva det ville være verdt å kjenne hver gruppe
uncertainty-table-group-of-parameters = Gruppe av parametere
uncertainty-table-research = Forskning ville finne ut
uncertainty-table-parameters = Parametere
uncertainty-table-worth = Verdt å vite, per familie
uncertainty-table-chance = Av tilfeldighet alene inntil
uncertainty-table-above-chance = Mer enn tilfeldig
uncertainty-table-single = De enkelte parameterne som ville være mest verdt (alle står i information.csv)
uncertainty-table-parameter = Parameter
uncertainty-table-grade = Grad
uncertainty-table-group = Gruppe
uncertainty-table-boxes = Bokser der favoritten ofte svikter
uncertainty-table-box = Boks
uncertainty-table-from = Fra
uncertainty-table-to = Til
uncertainty-table-range = Hele spennet
uncertainty-table-quasi-p = Kvasi-p
uncertainty-table-coverage = Av all svikt
uncertainty-table-density = Svikter innenfor

## Method and limits

uncertainty-drawn-posterior = Alle parametere som scenariet lar stå fri, trekkes sammen, { $draws } ganger, fra det kalibrerte utvalget under lesningen { $reading }, hver trekning i utvalget så ofte som vekten sier.
uncertainty-drawn-named = Hver parameter som scenariet gir et spenn, trekkes { $draws } ganger fra det; alle andre står slik de er i utgangspunktet.
uncertainty-drawn-prior = Hver parameter som scenariet lar stå fri, trekkes { $draws } ganger fra sitt spenn, oftest nær midten av førfordelingen.
uncertainty-method-draws = Hver trekning simuleres for alle alternativer på de samme familiene, og har sine egne familier. Intervallene på denne siden rommer tilfeldigheten i trekningene.
uncertainty-noise = Hver trekning rommer simuleringens tilfeldighet.
uncertainty-noise-share = Hver trekning rommer simuleringens tilfeldighet (høyst { $share } av variansen mellom trekninger).
uncertainty-method-noise = Størrelser som ser på det beste av flere alternativer, ville ta den for kunnskap; trekningene trekkes derfor mot gjennomsnittet til bare variansen utover den er igjen. Tabellene har verdier med og uten.
uncertainty-method-net-benefit = Netto nytte er verdien av utfallet minus kostnad, per familie. Kostnaden er det rapporten fra en kjøring teller. Hva en enhet er verdt, er et valg og ikke et funn: se akseptkurven.
uncertainty-method-information = Verdien av å kjenne en gruppe parametere er den gjennomsnittlige nytten av å velge etter det gruppen alene forteller, minus nytten av å velge i dag; det gruppen forteller, er en glatt regresjon av nytten på den (Strong, Oakley og Brennan 2014). «Av tilfeldighet alene» er det samme metode finner når gruppens verdier deles ut til trekningene på nytt.
uncertainty-method-boxes = Bokser finnes med «patient rule induction» (Friedman og Fisher 1999; Bryant og Lempert 2010) blant trekningene der favoritten ikke er best; kvasi-p er sannsynligheten for like mye svikt om en grense ikke gjorde noe.
uncertainty-limits-ranges = Spennene er vårt skjønn; sannsynlighetene følger av dem og av modellens oppbygning, som ikke varieres her.
uncertainty-limits-calibrated = Sannsynlighetene følger av det kalibrerte utvalget: av målene det er kalibrert til, av spenn som er vårt skjønn, og av modellens oppbygning, som ikke varieres her.
uncertainty-limits-prices = Priser og verdien av utfallet holdes fast innen en trekning.
uncertainty-limits-one-family = Verdien av informasjon gjelder én familie. En beslutning som gjelder mange familier, er verdt tilsvarende mer.
