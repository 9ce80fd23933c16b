### Sida for ei usikker avgjerd.

## Name, question, intervals

uncertainty-name = ei usikker avgjerd
uncertainty-asked = Kva for eit av { $arms } er best, kor sikkert er det, og kva ville forsking vere verd? Utfall: { $outcome }.
# draws: uncertainty-draws, and where from.
uncertainty-intervals = 95 %-intervalla rommar det tilfeldige i kva parametrar som vart trekte ({ $draws }; kvar med { $replicates } × { $families } familiar), ikkje korleis modellen er bygd.
uncertainty-draws = { $draws } trekkingar

## Headings

uncertainty-heading-best = Kva alternativ er best?
uncertainty-heading-plane = Kva gjev det, og kva kostar det?
uncertainty-heading-acceptability = Kor mykje må utfallet vere verdt?
uncertainty-heading-information = Kva forsking ville løne seg?
uncertainty-heading-regret = Kva om valet er feil?
uncertainty-heading-failure = Kvar sviktar favoritten?

## Amounts

uncertainty-one-placed = éin familie færre med plassering
uncertainty-one-placed_again = éin familie færre med ny plassering
uncertainty-one-weeks_in_care = éi veke mindre i plassering
uncertainty-unit-less = éi eining { $outcome } mindre
uncertainty-unit-more = éi eining { $outcome } meir
uncertainty-nok = { $amount } kr
uncertainty-thousand-nok-per-family = 1000 kr per familie
uncertainty-better = { $amount } betre
uncertainty-with-interval = { $value } (95 %-intervall { $lower } til { $upper })
uncertainty-share-of-draws = { $share } av trekkingane (95 %-intervall { $interval })
uncertainty-decided-outcome = utfallet åleine
uncertainty-decided-net-benefit = netto nytte ved { $amount }

## Answers

uncertainty-criterion-net-benefit = når { $unit } er verdt { $amount }
uncertainty-criterion-outcome = etter { $outcome } åleine
uncertainty-best-sure = { $arm } er nesten sikkert det beste valet { $criterion }: det er best i { $share }
uncertainty-best-average = { $arm } er det beste valet i gjennomsnitt { $criterion }, og best i { $share }
uncertainty-answer = { $best }; å kjenne alle parametrane før valet ville vere verdt { $value } per familie.
uncertainty-outcome-alone = Etter utfallet åleine, same kva det kostar, er { $arm } best i { $share }.
uncertainty-plane-shares = Samanlikna med { $reference } gjer { $arm } det betre og kostar mindre i { $cheaper } av trekkingane, betre og dyrare i { $dearer }, og ikkje betre i { $worse }.
uncertainty-choice-from = { $arm } frå om lag { $amount }
uncertainty-acceptability-same = { $arm } er det beste valet i gjennomsnitt same kva utfallet er verdt, opp til { $amount }.
uncertainty-acceptability-changes = Dersom { $unit } ikkje er verdt noko, er { $arm } det beste valet i gjennomsnitt; { $changes }.
uncertainty-worth-of-group = { $group } ({ $amount })
uncertainty-information-groups = Forsking ville løne seg mest om { $groups }, per familie som valet gjeld.
uncertainty-information-together = Å vite alt ville vere verdt noko, men med desse trekkingane skil inga einskild gruppe av parametrar seg frå det tilfeldige.
uncertainty-information-none = Inga forsking på parametrar ville truleg endre valet.
uncertainty-regret-answer = Å velje { $arm } taper { $mean } per familie i gjennomsnitt mot det beste alternativet i kvar trekking; i éi av tjue trekkingar taper det meir enn { $high }.
uncertainty-failure-scattered = { $arm } er ikkje best i { $fails } av trekkingane, og ikkje noko enkelt område av parametrane samlar dei.
uncertainty-failure-box = { $arm } er ikkje best i { $fails } av trekkingane, men i { $inside } av dei der { $limits }; dei rommar { $coverage } av svikten
uncertainty-failure-seen = { uncertainty-failure-box }.
uncertainty-failure-held-out = { uncertainty-failure-box } (i trekkingar som søket ikkje hadde sett, romma slike område { $held_out_coverage }, og det svikta i { $held_out_density } av dei).
uncertainty-limit-between = { $parameter } er frå { $low } til { $high }
uncertainty-limit-least = { $parameter } er { $low } eller meir
uncertainty-limit-most = { $parameter } er { $high } eller mindre

## Groups of parameters, and what research on them would find out

uncertainty-group-differences = skilnader mellom familiar
    .research = kor ulik faren er mellom familiar med dei same kjende faktorane
uncertainty-group-acceptance = om familien takkar ja
    .research = kven som takkar ja til eit tilbod og kvifor andre takkar nei
uncertainty-group-helpers = tida til hjelparane og utskifting av dei
    .research = tidsbruk og utskifting blant hjelparar
uncertainty-group-factors = risiko- og vernefaktorar
    .research = kor raskt arbeid med ein faktor fjernar eller gjenopprettar han
uncertainty-group-stress = livshendingar og stress
    .research = gjentekne målingar av stress og livshendingar i familiar med tiltak
uncertainty-group-visits = oppmøte
    .research = registrering av gjennomførte besøk og besøk som fall bort, med årsak
uncertainty-group-alliance = allianse
    .research = gjentekne målingar av alliansen frå dei første besøka
uncertainty-group-trust = tillit til tenestene
    .research = gjentekne målingar av tilliten til tenestene
uncertainty-group-capacity = omsorgsevne
    .research = korleis omsorga endrar seg med timar hjelp og etterpå
uncertainty-group-wellbeing = trivselen til barnet
    .research = korleis barn trivst heime og i plassering
uncertainty-group-concern = fare og det tenestene ser
    .research = kva tenestene ser av faren og når
uncertainty-group-placement = avgjerder om plassering
    .research = korleis uro og samarbeid veg i avgjerder om plassering og tilbakeføring
uncertainty-group-exit = fråfall
    .research = kvifor og når familiar sluttar i eit tiltak
uncertainty-group-all = alt

## Figures

uncertainty-key-chosen = valt i gjennomsnitt
uncertainty-key-not-chosen = ikkje valt
uncertainty-best-title = Kor ofte er kvart alternativ best?
uncertainty-best-subtitle = Del av parametertrekkingane der alternativet er best. Strekar: 95 %-intervall.
uncertainty-best-reading = Di lenger til høgre, di oftare er alternativet best. Delane for alle alternativ summerer til 100 %.
uncertainty-plane-title = Kva gjev og kostar kvart alternativ ved sida av { $reference }?
uncertainty-plane-subtitle = Kvart punkt er ei parametertrekking; det store punktet er gjennomsnittet. Oppover: meir kostnad per familie, 1000 kr.
uncertainty-plane-effect-less = mindre { $effect } →
uncertainty-plane-effect-more = meir { $effect } →
uncertainty-plane-reading = Mot høgre er betre, nedover er billegare enn { $reference }. Punkt under den stipla lina har høgast netto nytte ved den betalingsviljen det blir avgjort etter. Det tilfeldige i simuleringa er teke ut.
uncertainty-willingness = betalingsvilje, 1000 kr
uncertainty-acceptability-title = Kor sannsynleg er det at kvart alternativ har høgast netto nytte?
uncertainty-acceptability-subtitle = Etter kva { $unit } er verdt. Kurvene summerer til 100 %.
uncertainty-acceptability-up = sannsyn
uncertainty-acceptability-reading = Følg ei kurve frå venstre mot høgre: slik endrar sannsynet seg når utfallet er verdt meir. Banda er 95 %-intervall.
uncertainty-curve-title = Kva ville det vere verdt å vite alt?
uncertainty-curve-subtitle = Forventa verdi av perfekt informasjon, kr per familie.
uncertainty-curve-series = alt kjent
uncertainty-curve-reading = Han er høgast der valet er mest ope.
uncertainty-information-subtitle = Forventa verdi av å kjenne kvar gruppe parametrar før valet, { $unit }.
uncertainty-key-above-chance = skilt frå det tilfeldige
uncertainty-key-not-above-chance = ikkje skilt frå det tilfeldige
uncertainty-key-interval = 95 %-intervall
uncertainty-key-by-chance = ved tilfelle åleine
uncertainty-information-reading = Di lengre stolpe, di meir ville det vere verdt å kjenne gruppa. Stolpar som ikkje når forbi den loddrette streken, kan vere tilfeldige. Gruppene treng ikkje summere til totalen.
uncertainty-regret-title = Kva går tapt når valet er feil?
uncertainty-regret-subtitle = Kva valet av eit alternativ taper mot det beste i kvar trekking, { $unit }.
uncertainty-regret-mean = I gjennomsnitt
uncertainty-regret-high = Éi av tjue trekkingar taper meir enn
uncertainty-regret-worst = På det verste
uncertainty-regret-reading = Di lenger til venstre, di mindre går tapt. Kvar rute har sin eigen skala.
uncertainty-boxes-title = Kvar er { $arm } ofte ikkje best?
uncertainty-boxes-subtitle = Kvar stolpe er spennet til ein parameter; den mørke delen ligg i boksen.
uncertainty-boxes-heading = Boks { $number }: ikkje best i { $density } av trekkingane innanfor; rommar { $coverage } av all svikt
uncertainty-boxes-reading = Ei trekking ligg i ein boks når alle parametrane ligg i dei mørke delane. Tala ved stolpane er endane av spenna, dei under er grensene for boksen.

## Tables

uncertainty-table-best = Sannsyn for å vere best
uncertainty-table-decided-by = Avgjort etter
uncertainty-table-arm = Alternativ
uncertainty-table-best-in = Best i
uncertainty-table-more-than = Meir enn { $reference }
uncertainty-table-chosen = Valt i dag
uncertainty-table-groups = Kva det ville vere verdt å kjenne kvar gruppe
uncertainty-table-group-of-parameters = Gruppe av parametrar
uncertainty-table-research = Forsking ville finne ut
uncertainty-table-parameters = Parametrar
uncertainty-table-worth = Verdt å vite, per familie
uncertainty-table-chance = Ved tilfelle åleine opp til
uncertainty-table-above-chance = Meir enn tilfeldig
uncertainty-table-single = Dei einskilde parametrane som ville vere mest verdt (alle står i information.csv)
uncertainty-table-parameter = Parameter
uncertainty-table-grade = Grad
uncertainty-table-group = Gruppe
uncertainty-table-boxes = Boksar der favoritten ofte sviktar
uncertainty-table-box = Boks
uncertainty-table-from = Frå
uncertainty-table-to = Til
uncertainty-table-range = Heile spennet
uncertainty-table-quasi-p = Kvasi-p
uncertainty-table-coverage = Av all svikt
uncertainty-table-density = Sviktar innanfor

## Method and limits

uncertainty-drawn-posterior = Alle parametrar som scenarioet lèt stå fritt, blir trekte saman, { $draws } gonger, frå det kalibrerte utvalet under lesinga { $reading }, kvar trekking i utvalet så ofte som vekta seier.
uncertainty-drawn-named = Kvar parameter som scenarioet gjev eit spenn, blir trekt { $draws } gonger frå det; alle andre står slik dei er i utgangspunktet.
uncertainty-drawn-prior = Kvar parameter som scenarioet lèt stå fritt, blir trekt { $draws } gonger frå spennet sitt, oftast nær midten av førfordelinga.
uncertainty-method-draws = Kvar trekking blir simulert for alle alternativ på dei same familiane, og har sine eigne familiar. Intervalla på denne sida rommar det tilfeldige i trekkingane.
uncertainty-noise = Kvar trekking rommar det tilfeldige i simuleringa.
uncertainty-noise-share = Kvar trekking rommar det tilfeldige i simuleringa (høgst { $share } av variansen mellom trekkingar).
uncertainty-method-noise = Storleikar som ser på det beste av fleire alternativ, ville ta det for kunnskap; trekkingane blir difor trekte mot gjennomsnittet til berre variansen utover det er att. Tabellane har verdiar med og utan.
uncertainty-method-net-benefit = Netto nytte er verdien av utfallet minus kostnad, per familie. Kostnaden er det rapporten frå ei køyring tel. Kva ei eining er verdt, er eit val og ikkje eit funn: sjå akseptkurva.
uncertainty-method-information = Verdien av å kjenne ei gruppe parametrar er den gjennomsnittlege nytta av å velje etter det gruppa åleine fortel, minus nytta av å velje i dag; det gruppa fortel, er ein glatt regresjon av nytta på ho (Strong, Oakley og Brennan 2014). «Ved tilfelle åleine» er det same metode finn når verdiane i gruppa blir delte ut til trekkingane på nytt.
uncertainty-method-boxes = Boksar blir funne med «patient rule induction» (Friedman og Fisher 1999; Bryant og Lempert 2010) blant trekkingane der favoritten ikkje er best; kvasi-p er sannsynet for like mykje svikt om ei grense ikkje gjorde noko.
uncertainty-limits-ranges = Spenna er vårt skjønn; sannsyna følgjer av dei og av korleis modellen er bygd, som ikkje blir variert her.
uncertainty-limits-calibrated = Sannsyna følgjer av det kalibrerte utvalet: av måla det er kalibrert til, av spenn som er vårt skjønn, og av korleis modellen er bygd, som ikkje blir variert her.
uncertainty-limits-prices = Prisar og verdien av utfallet er haldne faste innanfor ei trekking.
uncertainty-limits-one-family = Verdien av informasjon gjeld éin familie. Ei avgjerd som gjeld mange familiar, er verdt tilsvarande meir.
