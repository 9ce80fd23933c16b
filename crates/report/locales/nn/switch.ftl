### Sida for ein studie med brytarar: kva konklusjonar som overlever når mekanismar blir slått av.

## Name, question, intervals

switch-name = mekanismar slått av
switch-asked = Kva konklusjonar om { $outcome } overlever når ein mekanisme i modellen blir slått av? Alternativ: { $arms }.

## Svaret

switch-one-replicate = Éi gjentaking gir ingen intervall, så ingenting kan konkluderast; køyr på nytt med fleire.
switch-no-conclusion = Med alle mekanismane på kan ikkje noko alternativ skiljast frå { $reference } i { $outcome }, så det finst ingen konklusjon som kunne overleve.
switch-answer = { $kept } av { $all } konklusjonar om { $outcome } overlever same { $size ->
    [1] kva for ein enkelt mekanisme som blir slått av
   *[other] kva for to mekanismar som blir slått av samstundes
}{ $kept ->
    [0] { "" }
   *[other] { " " }({ $robust } mot { $reference })
}.
switch-short-answer = { $all ->
    [0] Det finst ingen konklusjon som kunne overleve.
   *[other] { $kept } av { $all } konklusjonar overlever { $size ->
        [1] kvar enkelt brytar.
       *[other] kvart par av brytarar.
    }
}
switch-arm = { $arm }: { $difference }; { $consequences }.
switch-arm-unclear = { $arm }: kan ikkje skiljast frå referansen, { $difference }.
switch-arm-survives = han overlever kvar enkelt brytar
switch-arm-fades = han kan ikkje lenger skiljast utan { $mechanisms }
switch-arm-turns = han snur utan { $mechanisms }
switch-status = { $status ->
    [survives] overlever
    [fades] kan ikkje lenger skiljast
    [turns] snur
    [open] ingen konklusjon
    [appears] ein ny konklusjon
   *[none] –
}

## Éin mekanisme av om gongen

switch-singles-heading = Éin mekanisme av om gongen
switch-singles-note = Alternativ minus referanse med 95 %-intervall, og kva som skjer med konklusjonen. Andre utfall står i switch_contrasts.csv.
switch-title = Kva konklusjonar overlever? Skilnad frå { $reference }
switch-reading = Den første rada er modellen som han er. I kvar av dei andre er éin mekanisme av. Ein prikk som kryssar streken ved 0 eller blir hol, er ein konklusjon som treng mekanismen.
switch-all-on = alle mekanismane på
switch-without = utan { $mechanism }
switch-turned-off = slått av
switch-nothing-off = ingenting
# Intervallet er tomt der det ikkje finst.
switch-interval-status = { $interval } · { $status }

## To mekanismar av om gongen

switch-pairs-heading = To mekanismar av om gongen
switch-pairs-title = Kva konklusjonar overlever to brytarar?
switch-pairs-note = I kvar rute er mekanismane i rada og kolonnen av; på diagonalen berre éin. Berre alternativ med ein konklusjon er teikna.
switch-pairs-reading = Tala er skilnadene som er att. Ei farga rad er ein mekanisme som konklusjonen kviler på same kva anna som er av.
switch-pairs-table = Par som ein konklusjon ikkje overlever
switch-arm-heading = alternativ
switch-difference = skilnad
switch-conclusion = konklusjonen

## Kva som blir slått av

switch-switches-heading = Kva som blir slått av
switch-switches-answer = { $count } mekanismar blir slått av, kvar med eit namngitt sett verdiar.
switch-switches-table = Brytarar
# Seier at tabellen er på engelsk.
switch-switches-note = Tabellen er på engelsk, som dataa.
switch-mechanism = mekanisme
switch-removes = kva som er borte når han er av
switch-values = verdiar
switch-grade = grad
switch-source = kjelde

## Metode og avgrensingar

switch-method = Ein mekanisme blir slått av ved å setje tala slik at han ikkje kan verke (data/switches.csv); ein test viser for kvar at dei andre parametrane hans då ikkje har nokon verknad. Ein konklusjon er ein skilnad mellom eit alternativ og referansen med eit 95 %-intervall som utelukkar 0. Han overlever dersom skilnaden held på forteiknet når mekanismen er av, og intervallet framleis utelukkar 0.
switch-limits-real = At ein konklusjon treng ein mekanisme, viser ikkje at mekanismen er verkeleg; det viser kva konklusjonen kviler på.
switch-limits-chance = Med mange samanlikningar utelukkar nokre intervall 0 ved slump: ved 95 % om lag eitt av tjue av dei som ikkje skulle det.
