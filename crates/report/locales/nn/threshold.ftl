### Sida for eit søk etter tersklar: kor langt kvar føresetnad kan flyttast før rekkjefølgja mellom to alternativ snur.

## Name, question, intervals

threshold-name = tersklar
threshold-asked = Kor langt kan kvar føresetnad flyttast før rekkjefølgja mellom { $arms } snur? Utfall: { $outcome }.

## Svaret

threshold-ahead = { $arm } ligg føre
threshold-has-more = { $arm } har meir
threshold-stays-ahead = { $ahead } ligg føre { $behind } i { $outcome }
threshold-has-more-than = { $ahead } har meir { $outcome } enn { $behind }
threshold-start = { $first } minus { $second }: { $difference }
threshold-condition = { $name } { $side ->
    [above] stig over
   *[below] søkk under
} { $value }
threshold-condition-interval = { threshold-condition } ({ $interval })
threshold-or = { $first }, eller { $last }
threshold-answer-unclear = Det kan ikkje avgjerast kven av { $first } og { $second } som ligg føre i { $outcome } under standardføresetnadene ({ $start }), så det finst inga rekkjefølgje som kan snu.
threshold-answer-fades = Ingen føresetnad snur klart rekkjefølgja mellom { $first } og { $second } i { $outcome } åleine ({ $start }), men langs { $fades } av { $moved } kan ho ikkje lenger skiljast frå slump.
threshold-answer-holds = { $order } same kva for ein av dei { $moved } føresetnadene som blir flytt åleine innanfor spennet sitt ({ $start }).
threshold-answer-turns = { $order } ({ $start }) med mindre { $conditions }.
threshold-answer-turns-more = { $order } ({ $start }) med mindre { $conditions }, eller { $more } andre føresetnader blir flytte lenger.
threshold-confirmed-turns = { $confirmed } av { $turns } vendepunkt vart stadfesta ved å simulere begge sidene av verdien med andre tilfeldige tal.
threshold-not-confirmed = Ikkje stadfesta, og bør sjåast på med fleire familiar: { $parameters }.
threshold-fading = Langs { $count } snur ikkje rekkjefølgja, men ein stad i spennet kan ho ikkje skiljast frå slump.

## Spenn

threshold-ranges-heading = Kor langt kan kvar føresetnad flyttast?
threshold-ranges-turn = { $count } av { $moved } føresetnader kan snu rekkjefølgja åleine; den første gjer det etter { $share } av vegen til enden av spennet.
threshold-ranges-unconfirmed = Ingen av { $moved } føresetnader snur rekkjefølgja åleine på ein måte som andre tilfeldige tal stadfestar.
threshold-ranges-hold = Ingen av { $moved } føresetnader snur rekkjefølgja åleine.
threshold-ranges-title = Kor langt kan kvar føresetnad flyttast før rekkjefølgja snur?
threshold-ranges-subtitle = Kvar stolpe er spennet til éin føresetnad, flytt åleine, etter kor snart han snur rekkjefølgja mellom { $first } og { $second } i { $outcome }.
threshold-ranges-reading = Følg stolpen frå punktet til kvar side: der fargen skiftar, er rekkjefølgja ei anna. Tala ved endane er endane av spennet, talet til høgre er vendepunktet nærmast utgangspunktet, med 95 %-intervall.
threshold-no-order = inga rekkjefølgje
threshold-becomes-unclear = blir uklart
threshold-never-turns = snur aldri
threshold-left-out = { $count } til snur ikkje rekkjefølgja; dei står i tabellen.

## Teiknforklaringar

threshold-key-unclear = kan ikkje avgjerast
threshold-key-start = utgangspunkt
threshold-key-turn = vendepunkt
threshold-key-line = rekkjefølgja snur
threshold-key-interval = 95 %-intervall

## Tabellar

threshold-turns-table = Der rekkjefølgja snur
threshold-turns-table-note = Veg: kor langt frå utgangspunktet mot enden av spennet på den sida. Stadfesta: begge sidene av vendepunktet er simulerte med andre tilfeldige tal; «klart» når begge intervalla utelukkar null.
threshold-all-table = Alle føresetnader som vart flytte
threshold-rank = Plass
threshold-assumption = Føresetnad
threshold-grade = Grad
threshold-low = Låg
threshold-start-value = Utgangspunkt
threshold-high = Høg
threshold-turns-at = Snur ved
threshold-way = Veg
threshold-before = Skilnad før
threshold-beyond = Skilnad etter
threshold-confirmed-heading = Stadfesta
threshold-way-down = På veg ned
threshold-way-up = På veg opp
threshold-finding = { $finding ->
    [turns] snur ved { $value }
    [fades] uklart frå { $value }
    [settles] klart frå { $value }
    [holds] held
    [unclear] uklart heile vegen
   *[no_room] startar i denne enden
}
threshold-confirmed = { $confirmed ->
    [clearly] klart
    [yes] ja
   *[no] nei
}

## Profilar

threshold-profiles-heading = Korleis endrar skilnaden seg på vegen?
threshold-profiles-turn = Skilnaden skiftar forteikn tidlegast når { $condition }.
threshold-profiles-hold = Det vart ikkje funne noko stadfesta skifte av forteikn langs nokon føresetnad; desse bringar skilnaden nærmast null.
threshold-profiles-title = Korleis endrar { $first } minus { $second } seg på vegen?
threshold-profiles-subtitle = { $outcome }, { $unit }.{ " " }
threshold-profiles-reading = Kvar rute flyttar éin føresetnad over spennet (tala ved endane). Over linja ved 0 har { $first } meir, under henne { $second }.

## Plan

threshold-planes-heading = To føresetnader om gongen
threshold-planes-turn = Rekkjefølgja snur i { $count } av { $planes } plan; over alle punkta i desse plana held ho klart i { $kept } og er klart motsett i { $turned }.
threshold-planes-title = Kvar snur rekkjefølgja når to føresetnader blir flytte?
threshold-planes-reading = Kvar rute er eitt punkt som er simulert. Linja bind saman stadene der den gjennomsnittlege skilnaden er null; grå ruter kan ikkje skiljast frå null.

## Metode og avgrensingar

threshold-method-search = Éin føresetnad blir flytt frå utgangspunktet mot begge endane av spennet sitt medan alt anna står stille. Først blir skilnaden mellom alternativa rekna ut i eit grovt rutenett over heile spennet, fordi han ikkje treng å stige eller søkke heile vegen; så blir det nærmaste skiftet av forteikn på kvar side av utgangspunktet ringa inn, vekselvis med ei rett linje og ved halvering, til det som er att, er langt smalare enn det slumpen gjer usikkert. Spenn der endane ligg ein faktor 20 eller meir frå kvarandre, blir gått på logaritmen.
threshold-method-interval = Intervallet for eit vendepunkt rommar verdiane rundt det der skilnaden ikkje kan skiljast frå null, gjentaking for gjentaking. Det er ope der spennet sluttar først. Kvart vendepunkt blir stadfesta med tilfeldige tal som søket ikkje har brukt, i begge endane av intervallet.
threshold-method-planes = Plan blir kartlagde i eit rutenett på 9 gonger 9 punkt; linja er rett mellom dei.
threshold-limits-together = Éin eller to føresetnader blir flytte om gongen. Fleire som blir flytte saman, kan snu ei rekkjefølgje som ingen av dei snur åleine.
threshold-limits-range = Eit spenn er det vi held for rimeleg; eit vendepunkt nær enden seier lite om kor sannsynleg vendinga er.
