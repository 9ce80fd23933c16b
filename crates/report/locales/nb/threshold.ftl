### Siden for et søk etter terskler: hvor langt hver antakelse kan flyttes før rekkefølgen mellom to alternativer snur.

## Name, question, intervals

threshold-name = terskler
threshold-asked = Hvor langt kan hver antakelse flyttes før rekkefølgen mellom { $arms } snur? Utfall: { $outcome }.

## Svaret

threshold-ahead = { $arm } ligger foran
threshold-has-more = { $arm } har mer
threshold-stays-ahead = { $ahead } ligger foran { $behind } i { $outcome }
threshold-has-more-than = { $ahead } har mer { $outcome } enn { $behind }
threshold-start = { $first } minus { $second }: { $difference }
threshold-condition = { $name } { $side ->
    [above] stiger over
   *[below] synker under
} { $value }
threshold-condition-interval = { threshold-condition } ({ $interval })
threshold-or = { $first }, eller { $last }
threshold-answer-unclear = Det kan ikke avgjøres hvem av { $first } og { $second } som ligger foran i { $outcome } under standardantakelsene ({ $start }), så det er ingen rekkefølge som kan snu.
threshold-answer-fades = Ingen antakelse snur klart rekkefølgen mellom { $first } og { $second } i { $outcome } alene ({ $start }), men langs { $fades } av { $moved } kan den ikke lenger skilles fra tilfeldighet.
threshold-answer-holds = { $order } uansett hvilken av de { $moved } antakelsene som flyttes alene innenfor sitt spenn ({ $start }).
threshold-answer-turns = { $order } ({ $start }) med mindre { $conditions }.
threshold-answer-turns-more = { $order } ({ $start }) med mindre { $conditions }, eller { $more } andre antakelser flyttes lenger.
threshold-confirmed-turns = { $confirmed } av { $turns } vendepunkter ble bekreftet ved å simulere begge sider av verdien med andre tilfeldige tall.
threshold-not-confirmed = Ikke bekreftet, og bør ses på med flere familier: { $parameters }.
threshold-fading = Langs { $count } snur ikke rekkefølgen, men kan et sted i spennet ikke skilles fra tilfeldighet.

## Spenn

threshold-ranges-heading = Hvor langt kan hver antakelse flyttes?
threshold-ranges-turn = { $count } av { $moved } antakelser kan snu rekkefølgen alene; den første gjør det etter { $share } av veien til enden av spennet.
threshold-ranges-unconfirmed = Ingen av { $moved } antakelser snur rekkefølgen alene på en måte som andre tilfeldige tall bekrefter.
threshold-ranges-hold = Ingen av { $moved } antakelser snur rekkefølgen alene.
threshold-ranges-title = Hvor langt kan hver antakelse flyttes før rekkefølgen snur?
threshold-ranges-subtitle = Hver stolpe er spennet til én antakelse, flyttet alene, etter hvor snart den snur rekkefølgen mellom { $first } og { $second } i { $outcome }.
threshold-ranges-reading = Følg stolpen fra punktet til hver side: der fargen skifter, er rekkefølgen en annen. Tallene ved endene er endene av spennet, tallet til høyre er vendepunktet nærmest utgangspunktet, med 95 %-intervall.
threshold-no-order = ingen rekkefølge
threshold-becomes-unclear = blir uklart
threshold-never-turns = snur aldri
threshold-left-out = { $count } til snur ikke rekkefølgen; de står i tabellen.

## Tegnforklaringer

threshold-key-unclear = kan ikke avgjøres
threshold-key-start = utgangspunkt
threshold-key-turn = vendepunkt
threshold-key-line = rekkefølgen snur
threshold-key-interval = 95 %-intervall

## Tabeller

threshold-turns-table = Der rekkefølgen snur
threshold-turns-table-note = Vei: hvor langt fra utgangspunktet mot enden av spennet på den siden. Bekreftet: begge sider av vendepunktet er simulert med andre tilfeldige tall; «klart» når begge intervallene utelukker null.
threshold-all-table = Alle antakelser som ble flyttet
threshold-rank = Plass
threshold-assumption = Antakelse
threshold-grade = Grad
threshold-low = Lav
threshold-start-value = Utgangspunkt
threshold-high = Høy
threshold-turns-at = Snur ved
threshold-way = Vei
threshold-before = Forskjell før
threshold-beyond = Forskjell etter
threshold-confirmed-heading = Bekreftet
threshold-way-down = På vei ned
threshold-way-up = På vei opp
threshold-finding = { $finding ->
    [turns] snur ved { $value }
    [fades] uklart fra { $value }
    [settles] klart fra { $value }
    [holds] holder
    [unclear] uklart hele veien
   *[no_room] starter i denne enden
}
threshold-confirmed = { $confirmed ->
    [clearly] klart
    [yes] ja
   *[no] nei
}

## Profiler

threshold-profiles-heading = Hvordan endrer forskjellen seg på veien?
threshold-profiles-turn = Forskjellen skifter fortegn tidligst når { $condition }.
threshold-profiles-hold = Det ble ikke funnet noe bekreftet fortegnsskifte langs noen antakelse; disse bringer forskjellen nærmest null.
threshold-profiles-title = Hvordan endrer { $first } minus { $second } seg på veien?
threshold-profiles-subtitle = { $outcome }, { $unit }.{ " " }
threshold-profiles-reading = Hver rute flytter én antakelse over spennet (tallene ved endene). Over linjen ved 0 har { $first } mer, under den { $second }.

## Plan

threshold-planes-heading = To antakelser om gangen
threshold-planes-turn = Rekkefølgen snur i { $count } av { $planes } plan; over alle punkter i disse planene holder den klart i { $kept } og er klart motsatt i { $turned }.
threshold-planes-title = Hvor snur rekkefølgen når to antakelser flyttes?
threshold-planes-reading = Hver rute er ett punkt som er simulert. Linjen forbinder stedene der den gjennomsnittlige forskjellen er null; grå ruter kan ikke skilles fra null.

## Metode og begrensninger

threshold-method-search = Én antakelse flyttes fra utgangspunktet mot begge ender av sitt spenn mens alt annet står stille. Først regnes forskjellen mellom alternativene ut i et grovt rutenett over hele spennet, fordi den ikke trenger å stige eller synke hele veien; så ringes det nærmeste fortegnsskiftet på hver side av utgangspunktet inn, vekselvis med en rett linje og ved halvering, til det som gjenstår er langt smalere enn det tilfeldigheten gjør usikkert. Spenn der endene ligger en faktor 20 eller mer fra hverandre, gås på logaritmen.
threshold-method-interval = Intervallet for et vendepunkt rommer verdiene rundt det der forskjellen ikke kan skilles fra null, gjentakelse for gjentakelse. Det er åpent der spennet slutter først. Hvert vendepunkt bekreftes med tilfeldige tall som søket ikke har brukt, i begge ender av intervallet.
threshold-method-planes = Plan kartlegges i et rutenett på 9 ganger 9 punkter; linjen er rett mellom dem.
threshold-limits-together = Én eller to antakelser flyttes om gangen. Flere som flyttes sammen, kan snu en rekkefølge som ingen av dem snur alene.
threshold-limits-range = Et spenn er det vi holder for rimelig; et vendepunkt nær enden sier lite om hvor sannsynlig vendingen er.
