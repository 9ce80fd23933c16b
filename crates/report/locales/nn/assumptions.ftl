### Sida med ein rekneskap over føresetnader.

## Name, question, intervals

assumptions-name = føresetnader
assumptions-asked = Kva kviler skilnaden mellom { $arms } i { $outcome } på, og kva ville det vere verdt å vite betre?
assumptions-intervals = 95 %-intervalla for andelar rommar valet av punkt, funne ved å trekkje dei på nytt; dei for skilnader rommar det tilfeldige i simuleringa ({ $replicates } gjentakingar med { $families } familiar).

## Setningar

assumptions-conclusion = Med alt der scenarioet har det, { $order ->
    [unclear] kan { $first } og { $second } ikkje skiljast
    [above] ligg { $first } over { $second }
   *[below] ligg { $first } under { $second }
} i { $outcome }: { $difference }
assumptions-answer-noise = { $conclusion }; kva det kviler på, kan ikkje skiljast frå Monte Carlo-støy.
assumptions-carries = { $parameter } (grad { $grade }): { $share }
assumptions-answer-one = { $conclusion }; skilnaden kviler mest på { $list } av variansen over spenna.
assumptions-answer-several = { $conclusion }; skilnaden kviler mest på desse, utan at rekkjefølgja kan avgjerast: { $list } av variansen over spenna.
assumptions-order-unclear = Rekkjefølgja av alternativa er ikkje klar der scenarioet står, så ingenting kan snu henne; ta fleire familiar eller gjentak.
assumptions-turns-at = { $parameter } ved { $value } (han står på { $start })
assumptions-order-none = Ingen av { $all } parametrar snur rekkjefølgja av alternativa ved å flyttast aleine i sitt spenn; { $fading } kan gjere henne så lita at ho ikkje kan avgjerast.
assumptions-order-turns = { $turns } av { $all } parametrar kan snu rekkjefølgja av alternativa ved å flyttast aleine i sitt spenn, først { $list }.
assumptions-worth-all = Å vite alle dei undersøkte parametrane før valet mellom alternativa ville vore verdt om lag { $all }{ $money ->
    [yes] { " " }per familie
   *[no] { "" }
}; at nokon enkelt er verd å vite, kan ikkje visast.
assumptions-worth-most = Å vite { $parameter } før valet ville vore verdt mest, { $worth }{ $money ->
    [yes] { " " }per familie
   *[no] { "" }
} (standardfeil { $error }); å vite alle dei undersøkte parametrane ville vore verdt om lag { $all }.
assumptions-weak-ground = Av dei { $strong } som sikkert ber meir enn 5 % av variansen, kviler { $count } på vår eigen føresetnad (grad D): { $list }.
assumptions-noise = Monte Carlo-støy er { $share } av variansen over punkta, og er halden utanfor delane.

## Einingar

assumptions-nok-per-family = kr per familie
assumptions-percentage-points = prosentpoeng
assumptions-nok = kr

## Avsnitt og tabellar

assumptions-ledger = Rekneskapen
assumptions-research = Kva som bør undersøkjast
assumptions-research-next = Den neste studien bør handle om { $parameter }: { $meaning }.
assumptions-research-unknown = Verdien av å vite ein parameter er ikkje rekna ut: kva alternativ som er best, kan ikkje seiast for dette utfallet, eller ikkje skiljast frå støy.
assumptions-research-none = At det å vite ein enkelt parameter ville endra valet ofte nok til å løne seg, kan ikkje visast.
assumptions-research-explained = Verdien av å vite ein parameter er det ein i gjennomsnitt ville vunne på å få vite han før valet mellom alternativa. Han er stor der parameteren er usikker og verdien ville endra valet; ein parameter kan bere mykje varians utan at det er verdt noko å vite han, om valet blir det same.
assumptions-rests-on = Kva han kviler på
assumptions-range-to-narrow = Spenn å snevre inn
assumptions-worth-of-knowing = Verdien av å vite det
assumptions-all = Alle føresetnader
assumptions-all-answer = { $all } parametrar, med kvar dei kjem frå; { $left } hadde for liten verknad i siktinga til å bli sett nærare på.
assumptions-source = kjelde
assumptions-range = spenn
assumptions-share = Del av variansen
assumptions-turns = Rekkjefølgja snur ved
assumptions-cannot-be-shown = kan ikkje visast
assumptions-share-of-range = { $share } av vegen
assumptions-may-fade = ikkje, men kan viskast ut
assumptions-unclear = uklart
assumptions-nowhere = ingen stader

## Figuren

assumptions-figure-title = Kva { $first } mot { $second } i { $outcome } kviler på
assumptions-figure-subtitle = Bokstaven er graden av det ein veit: A er godt undersøkt, D vår eigen føresetnad. Linjene er 95 %-intervall.
assumptions-figure-reading = Les ei rad frå venstre mot høgre: kor mykje av variansen som går gjennom føresetnaden, kor langt han kan flyttast aleine før det andre alternativet ligg framfor, og kva det ville vore verdt å vite han før valet.
assumptions-figure-note = Kor langt han kan flyttast: frå der han står (venstre) til enden av det rimelege spennet (høgre), på den sida der rekkjefølgja snur først.
assumptions-key-turns = der snur rekkjefølgja av alternativa
assumptions-key-holds = rekkjefølgja held til enden av spennet
assumptions-key-worth = verdien kan ikkje visast
assumptions-how-far = Kor langt han kan flyttast
assumptions-worth-in = Verdien av å vite det, { $unit }
assumptions-noise-only = kan ikkje skiljast frå støy
assumptions-order-unclear-short = rekkjefølgje uklar
assumptions-fades-short = kan viskast ut
assumptions-start = start
assumptions-end-of-range = enden av spennet

## Framgangsmåte og grenser

assumptions-method-studies = Tre studiar av dei same familiane står side om side. Ei sikting med { $walks } vandringar over alle parametrar valde dei { $closer } som vart sett nærare på; { $samples } grunnpunkt gav totalindeksane deira (Saltelli mfl. 2010; Jansen 1999), med Monte Carlo-støy halden utanfor.
assumptions-method-search = Eit søk langs kvar parameter, med alle andre der scenarioet har dei, fann kvar rekkjefølgja av alternativa snur.
assumptions-method-information = Punkta i utvala er trekningar frå spenna; ein glatt regresjon på dei gjev kva det ville vore verdt å vite kvar parameter (Strong, Oakley, Brennan 2014). { $decided }
assumptions-decided-by-worth = Ein vel alternativet med høgast verdi minus kostnad, { $worth } kr for éi eining av utfallet.
assumptions-decided-by-outcome = Ein vel etter utfallet aleine; kostnad er halden utanfor.
assumptions-limits-ranges = Delar og verdiar gjeld for desse spenna, og for parametrar som blir flytta uavhengig av kvarandre.
assumptions-limits-order = Rekkjefølgja er søkt for éin parameter om gongen: to saman kan snu henne før.
assumptions-limits-form = Berre parametrar står i rekneskapen. Forma på likningane er òg ein føresetnad; mekanismar kan slåast av i ein eigen studie.
