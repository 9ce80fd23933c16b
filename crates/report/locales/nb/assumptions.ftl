### Siden med et regnskap over antakelser.

## Name, question, intervals

assumptions-name = antakelser
assumptions-asked = Hva hviler forskjellen mellom { $arms } i { $outcome } på, og hva ville det vært verdt å vite bedre?
assumptions-intervals = 95 %-intervallene for andeler rommer valget av punkter, funnet ved å trekke dem på nytt; de for forskjeller rommer simuleringens tilfeldighet ({ $replicates } gjentakelser med { $families } familier).

## Setninger

assumptions-conclusion = Med alt der scenarioet har det, { $order ->
    [unclear] kan { $first } og { $second } ikke skilles
    [above] ligger { $first } over { $second }
   *[below] ligger { $first } under { $second }
} i { $outcome }: { $difference }
assumptions-answer-noise = { $conclusion }; hva det hviler på, kan ikke skilles fra Monte Carlo-støy.
assumptions-carries = { $parameter } (grad { $grade }): { $share }
assumptions-answer-one = { $conclusion }; forskjellen hviler mest på { $list } av variansen over spennene.
assumptions-answer-several = { $conclusion }; forskjellen hviler mest på disse, uten at rekkefølgen kan avgjøres: { $list } av variansen over spennene.
assumptions-order-unclear = Rekkefølgen av alternativene er ikke klar der scenarioet står, så ingenting kan snu den; ta flere familier eller gjentakelser.
assumptions-turns-at = { $parameter } ved { $value } (den står på { $start })
assumptions-order-none = Ingen av { $all } parametre snur rekkefølgen av alternativene ved å flyttes alene i sitt spenn; { $fading } kan gjøre den så liten at den ikke kan avgjøres.
assumptions-order-turns = { $turns } av { $all } parametre kan snu rekkefølgen av alternativene ved å flyttes alene i sitt spenn, først { $list }.
assumptions-worth-all = Å vite alle de undersøkte parametrene før valget mellom alternativene ville vært verdt omtrent { $all }{ $money ->
    [yes] { " " }per familie
   *[no] { "" }
}; at noen enkelt er verdt å vite, kan ikke vises.
assumptions-worth-most = Å vite { $parameter } før valget ville vært verdt mest, { $worth }{ $money ->
    [yes] { " " }per familie
   *[no] { "" }
} (standardfeil { $error }); å vite alle de undersøkte parametrene ville vært verdt omtrent { $all }.
assumptions-weak-ground = Av de { $strong } som sikkert bærer mer enn 5 % av variansen, hviler { $count } på vår egen antakelse (grad D): { $list }.
assumptions-noise = Monte Carlo-støy er { $share } av variansen over punktene, og er holdt utenfor andelene.

## Enheter

assumptions-nok-per-family = kr per familie
assumptions-percentage-points = prosentpoeng
assumptions-nok = kr

## Avsnitt og tabeller

assumptions-ledger = Regnskapet
assumptions-research = Hva som bør undersøkes
assumptions-research-next = Den neste studien bør handle om { $parameter }: { $meaning }.
assumptions-research-unknown = Verdien av å vite en parameter er ikke regnet ut: hvilket alternativ som er best, kan ikke sies for dette utfallet, eller ikke skilles fra støy.
assumptions-research-none = At det å vite en enkelt parameter ville endret valget ofte nok til å lønne seg, kan ikke vises.
assumptions-research-explained = Verdien av å vite en parameter er det man i gjennomsnitt ville vunnet på å få vite den før valget mellom alternativene. Den er stor der parameteren er usikker og verdien ville endret valget; en parameter kan bære mye varians uten at det er verdt noe å vite den, hvis valget blir det samme.
assumptions-rests-on = Hva den hviler på
assumptions-range-to-narrow = Spenn å snevre inn
assumptions-worth-of-knowing = Verdien av å vite det
assumptions-all = Alle antakelser
assumptions-all-answer = { $all } parametre, med hvor de kommer fra; { $left } hadde for liten virkning i siktingen til å bli sett nærmere på.
assumptions-source = kilde
assumptions-range = spenn
assumptions-share = Andel av variansen
assumptions-turns = Rekkefølgen snur ved
assumptions-cannot-be-shown = kan ikke vises
assumptions-share-of-range = { $share } av veien
assumptions-may-fade = ikke, men kan viskes ut
assumptions-unclear = uklart
assumptions-nowhere = ingen steder

## Figuren

assumptions-figure-title = Hva { $first } mot { $second } i { $outcome } hviler på
assumptions-figure-subtitle = Bokstaven er graden av det som vites: A er godt undersøkt, D vår egen antakelse. Linjene er 95 %-intervaller.
assumptions-figure-reading = Les en rad fra venstre mot høyre: hvor mye av variansen som går gjennom antakelsen, hvor langt den kan flyttes alene før det andre alternativet ligger foran, og hva det ville vært verdt å vite den før valget.
assumptions-figure-note = Hvor langt den kan flyttes: fra der den står (venstre) til enden av det rimelige spennet (høyre), på den siden der rekkefølgen snur først.
assumptions-key-turns = der snur rekkefølgen av alternativene
assumptions-key-holds = rekkefølgen holder til enden av spennet
assumptions-key-worth = verdien kan ikke vises
assumptions-how-far = Hvor langt den kan flyttes
assumptions-worth-in = Verdien av å vite det, { $unit }
assumptions-noise-only = kan ikke skilles fra støy
assumptions-order-unclear-short = rekkefølge uklar
assumptions-fades-short = kan viskes ut
assumptions-start = start
assumptions-end-of-range = enden av spennet

## Framgangsmåte og grenser

assumptions-method-studies = Tre studier av de samme familiene står side om side. En sikting med { $walks } vandringer over alle parametre valgte de { $closer } som ble sett nærmere på; { $samples } grunnpunkter ga totalindeksene deres (Saltelli mfl. 2010; Jansen 1999), med Monte Carlo-støy holdt utenfor.
assumptions-method-search = Et søk langs hver parameter, med alle andre der scenarioet har dem, fant hvor rekkefølgen av alternativene snur.
assumptions-method-information = Punktene i utvalgene er trekninger fra spennene; en glatt regresjon på dem gir hva det ville vært verdt å vite hver parameter (Strong, Oakley, Brennan 2014). { $decided }
assumptions-decided-by-worth = Man velger alternativet med høyest verdi minus kostnad, { $worth } kr for én enhet av utfallet.
assumptions-decided-by-outcome = Man velger etter utfallet alene; kostnad er holdt utenfor.
assumptions-limits-ranges = Andeler og verdier gjelder for disse spennene, og for parametre som flyttes uavhengig av hverandre.
assumptions-limits-order = Rekkefølgen er søkt for én parameter om gangen: to sammen kan snu den før.
assumptions-limits-form = Bare parametre står i regnskapet. Likningenes form er også en antakelse; mekanismer kan slås av i en egen studie.
