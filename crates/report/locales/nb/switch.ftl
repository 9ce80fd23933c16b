### Siden for en studie med brytere: hvilke konklusjoner som overlever når mekanismer slås av.

## Name, question, intervals

switch-name = mekanismer slått av
switch-asked = Hvilke konklusjoner om { $outcome } overlever når en mekanisme i modellen slås av? Alternativer: { $arms }.

## Svaret

switch-one-replicate = Én gjentakelse gir ingen intervaller, så ingenting kan konkluderes; kjør på nytt med flere.
switch-no-conclusion = Med alle mekanismer på kan ingen alternativer skilles fra { $reference } i { $outcome }, så det er ingen konklusjon som kunne overleve.
switch-answer = { $kept } av { $all } konklusjoner om { $outcome } overlever uansett { $size ->
    [1] hvilken enkelt mekanisme som slås av
   *[other] hvilke to mekanismer som slås av samtidig
}{ $kept ->
    [0] { "" }
   *[other] { " " }({ $robust } mot { $reference })
}.
switch-short-answer = { $all ->
    [0] Det er ingen konklusjon som kunne overleve.
   *[other] { $kept } av { $all } konklusjoner overlever { $size ->
        [1] hver enkelt bryter.
       *[other] hvert par av brytere.
    }
}
switch-arm = { $arm }: { $difference }; { $consequences }.
switch-arm-unclear = { $arm }: kan ikke skilles fra referansen, { $difference }.
switch-arm-survives = den overlever hver enkelt bryter
switch-arm-fades = den kan ikke lenger skilles uten { $mechanisms }
switch-arm-turns = den snur uten { $mechanisms }
switch-status = { $status ->
    [survives] overlever
    [fades] kan ikke lenger skilles
    [turns] snur
    [open] ingen konklusjon
    [appears] en ny konklusjon
   *[none] –
}

## Én mekanisme av om gangen

switch-singles-heading = Én mekanisme av om gangen
switch-singles-note = Alternativ minus referanse med 95 %-intervall, og hva som skjer med konklusjonen. Andre utfall står i switch_contrasts.csv.
switch-title = Hvilke konklusjoner overlever? Forskjell fra { $reference }
switch-reading = Den første raden er modellen som den er. I hver av de andre er én mekanisme av. En prikk som krysser streken ved 0 eller blir hul, er en konklusjon som trenger mekanismen.
switch-all-on = alle mekanismer på
switch-without = uten { $mechanism }
switch-turned-off = slått av
switch-nothing-off = ingenting
# Intervallet er tomt der det ikke finnes.
switch-interval-status = { $interval } · { $status }

## To mekanismer av om gangen

switch-pairs-heading = To mekanismer av om gangen
switch-pairs-title = Hvilke konklusjoner overlever to brytere?
switch-pairs-note = I hver rute er mekanismene i raden og kolonnen av; på diagonalen bare én. Bare alternativer med en konklusjon er tegnet.
switch-pairs-reading = Tallene er forskjellene som er igjen. En farget rad er en mekanisme som konklusjonen hviler på uansett hva annet som er av.
switch-pairs-table = Par som en konklusjon ikke overlever
switch-arm-heading = alternativ
switch-difference = forskjell
switch-conclusion = konklusjonen

## Hva som slås av

switch-switches-heading = Hva som slås av
switch-switches-answer = { $count } mekanismer slås av, hver med et navngitt sett verdier.
switch-switches-table = Brytere
# Sier at tabellen er på engelsk.
switch-switches-note = Tabellen er på engelsk, som dataene.
switch-mechanism = mekanisme
switch-removes = hva som er borte når den er av
switch-values = verdier
switch-grade = grad
switch-source = kilde

## Metode og begrensninger

switch-method = En mekanisme slås av ved å sette tallene slik at den ikke kan virke (data/switches.csv); en test viser for hver at de andre parameterne dens da ikke har noen virkning. En konklusjon er en forskjell mellom et alternativ og referansen med et 95 %-intervall som utelukker 0. Den overlever hvis forskjellen beholder fortegnet når mekanismen er av, og intervallet fortsatt utelukker 0.
switch-limits-real = At en konklusjon trenger en mekanisme, viser ikke at mekanismen er virkelig; det viser hva konklusjonen hviler på.
switch-limits-chance = Med mange sammenligninger utelukker noen intervaller 0 ved en tilfeldighet: ved 95 % om lag ett av tjue av dem som ikke skulle det.
