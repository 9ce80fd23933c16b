### Mål mot modellen: sider for kalibreringar og valideringar, og terminalen.

## Names

# Files of targets name them in English, and perhaps in Norwegian.
checks-target = { $english ->
   *[other] { $norwegian }
}
checks-set = { $set ->
    [calibration] Mål for kalibreringa
    [validation] Valideringssett, aldri brukt i kalibreringa
   *[other] Andre mål, ikkje brukte til å kalibrere dette utvalet
}
checks-comparable-closely = nært
checks-comparable-partly = delvis
checks-comparable-loosely = laust

## How many lie inside, and which do not

checks-inside-of = { $inside } av { $all }
checks-inside = { $inside } av { $all } ligg innanfor 95 %-intervallet for det modellen predikerer
checks-summary = { $inside }.
checks-summary-farthest = { $inside }; lengst unna er «{ $title }», { $errors } standardfeil frå forskinga.
checks-undefined = «{ $title }» kan ikkje vurderast: talet er ikkje definert i simuleringane (delt på null, eller ingen att å telje), medan forskinga seier { $evidence }.
checks-failure = «{ $title }» passar ikkje: forskinga seier { $evidence }, modellen { $model } (predikert { $predicted }), { $errors } standardfeil for { $side ->
    [high] høgt
   *[low] lågt
}{ $extent ->
    [far] , og det er langt unna.
   *[near] .
}
checks-all-fit = Ingenting ligg utanfor. Det viser at modellen kan stemme med desse tala, ikkje at stega i han er rette.

## The table

checks-heading-target = Mål
checks-heading-evidence = Forsking
checks-heading-posterior = Modell, posterior
checks-heading-predicted = Predikert
checks-heading-distance = Avstand, standardfeil
checks-heading-inside = Innanfor
checks-heading-comparable = Samanliknbart
# Families, design or designs, and week.
checks-about = { $population }, { $designs }, veke { $week }

## The figure

checks-figure-subtitle = Kor langt modellen ligg frå forskinga, i standardfeila til forskinga. Mål utanfor står først.
checks-evidence = forsking
checks-model = modell
checks-figure-axis = modell minus forsking, standardfeil
checks-figure-cut = Linjer og merke ved enden av aksen når lenger ut.
checks-key-evidence = forsking, 95 %-intervall
checks-key-model = modell: median, tjukt posteriorintervall, tynt prediktivt intervall
checks-key-outside = forskinga ligg utanfor det prediktive intervallet
checks-key-prior = før kalibrering (medianen til prioren)
checks-figure-reading = Alle rader har same akse: 0 er det forskinga seier, det grå bandet er 95 %-intervallet for ho. Den tjukke linja er det kalibreringa lèt stå ope, den tynne rommar òg feilen i ein ny studie som den i forskinga. Eit mål passar dersom den tynne linja når 0. Til høgre har modellen meir enn forskinga.

## The terminal

checks-terminal-target = mål
checks-terminal-distance = avstand
checks-terminal-inside = innanfor
checks-terminal-set = { $set }: { $inside } / { $all } innanfor intervallet

## What was simulated

checks-targets-of-program = dei som følgjer med programmet
checks-targets-of-program-and-file = dei som følgjer med programmet, og { $file }
checks-targets-of-file = berre { $file }
checks-size-seconds = { $millions } millionar familieveker, { $time } s
checks-size-minutes = { $millions } millionar familieveker, { $time } min
checks-again-note = Den same kommandoen med same versjon gir dei same tabellane, bit for bit, uansett kor mange trådar som er i bruk. targets.csv i denne mappa inneheld måla slik dei vart brukte.
