### Mål mot modellen: sider for kalibreringer og valideringer, og terminalen.

## Names

# Files of targets name them in English, and perhaps in Norwegian.
checks-target = { $english ->
   *[other] { $norwegian }
}
checks-set = { $set ->
    [calibration] Mål for kalibreringen
    [validation] Valideringssett, aldri brukt i kalibreringen
   *[other] Andre mål, ikke brukt til å kalibrere dette utvalget
}
checks-comparable-closely = nært
checks-comparable-partly = delvis
checks-comparable-loosely = løst

## How many lie inside, and which do not

checks-inside-of = { $inside } av { $all }
checks-inside = { $inside } av { $all } ligger innenfor 95 %-intervallet for det modellen predikerer
checks-summary = { $inside }.
checks-summary-farthest = { $inside }; lengst unna er «{ $title }», { $errors } standardfeil fra forskningen.
checks-undefined = «{ $title }» kan ikke bedømmes: tallet er ikke definert i simuleringene (delt på null, eller ingen igjen å telle), mens forskningen sier { $evidence }.
checks-failure = «{ $title }» passer ikke: forskningen sier { $evidence }, modellen { $model } (predikert { $predicted }), { $errors } standardfeil for { $side ->
    [high] høyt
   *[low] lavt
}{ $extent ->
    [far] , og det er langt unna.
   *[near] .
}
checks-all-fit = Ingenting ligger utenfor. Det viser at modellen kan stemme med disse tallene, ikke at stegene i den er riktige.

## The table

checks-heading-target = Mål
checks-heading-evidence = Forskning
checks-heading-posterior = Modell, posterior
checks-heading-predicted = Predikert
checks-heading-distance = Avstand, standardfeil
checks-heading-inside = Innenfor
checks-heading-comparable = Sammenlignbart
# Families, design or designs, and week.
checks-about = { $population }, { $designs }, uke { $week }

## The figure

checks-figure-subtitle = Modellens avstand fra forskningen, i forskningens egne standardfeil. Mål utenfor står først.
checks-evidence = forskning
checks-model = modell
checks-figure-axis = modell minus forskning, standardfeil
checks-figure-cut = Linjer og merker ved enden av aksen når lenger ut.
checks-key-evidence = forskning, 95 %-intervall
checks-key-model = modell: median, tykt posteriorintervall, tynt prediktivt intervall
checks-key-outside = forskningen ligger utenfor det prediktive intervallet
checks-key-prior = før kalibrering (priorens median)
checks-figure-reading = Alle rader har samme akse: 0 er det forskningen sier, det grå båndet er 95 %-intervallet for den. Den tykke linjen er det kalibreringen lar stå åpent, den tynne rommer også feilen i en ny studie som den i forskningen. Et mål passer hvis den tynne linjen når 0. Til høyre har modellen mer enn forskningen.

## The terminal

checks-terminal-target = mål
checks-terminal-distance = avstand
checks-terminal-inside = innenfor
checks-terminal-set = { $set }: { $inside } / { $all } innenfor intervallet

## What was simulated

checks-targets-of-program = programmets egne
checks-targets-of-program-and-file = programmets egne og { $file }
checks-targets-of-file = bare { $file }
checks-size-seconds = { $millions } millioner familieuker, { $time } s
checks-size-minutes = { $millions } millioner familieuker, { $time } min
checks-again-note = Den samme kommandoen med samme versjon gir de samme tabellene, bit for bit, uansett antall tråder. targets.csv i denne mappen inneholder målene slik de ble brukt.
