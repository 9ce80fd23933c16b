### Sida for ei kalibrering.

## The frame of the page

calibration-title = Kalibrering mot forskinga
calibration-asked = Kva for verdiar av parametrane stemmer med det forskinga rapporterer, kva lèt forskinga stå ope, og kvar stemmer ikkje modellen med ho?
calibration-facts = { $targets } mål, { $parameters } parametrar. { $points } punkt i { $waves } bølgjer med { $families } familiar i kvar utforming, så { $draws } trekkingar med { $draw_families }. Mål: { $origin }.
calibration-intervals = Intervalla til modellen (95 %) rommar det kalibreringa lèt stå ope om parametrane. Prediktive intervall rommar òg feilen i forskinga sjølv.

## The answer

# fit: checks-summary
calibration-answer = Kalibrert under lesinga { $reading } passar måla slik: { $fit }
calibration-answer-first-look = Utvalet er til eit første blikk: det er verdt for få trekkingar, eller kjedene er ikkje samde.
calibration-edges = Hopa opp ved ein ende av spennet: { $parameters }.

## What fits

calibration-fit = Kva som passar, og kva som ikkje gjer det
calibration-fit-title = Den kalibrerte modellen mot måla sine
calibration-fit-table = Alle måla

## Parameters

calibration-parameters = Kva forskinga kunne fastsetje, og kva ho ikkje kunne
calibration-parameters-answer = Av { $all } parametrar opplyser forskinga { $informed }, seier litt om { $slightly } og ingenting om { $not }: dei beheld heile det rimelege spennet sitt.
calibration-parameters-first-look = Utvalet er verdt få trekkingar, eller kjedene er ikkje samde: noko av det som her ser ut til å vere lært eller hopa opp, er tilfeldig.
calibration-parameters-listed = { $verdict ->
    [informed] Opplyste
    [slightly] Litt opplyste
   *[not] Ikkje opplyste, så berre skjønn held dei på plass
} ({ $count }): { $parameters }.
calibration-edge = { $parameter } ({ $meaning }) hopar seg opp ved den { $side ->
    [lower] nedre
   *[upper] øvre
} enden av spennet: { $share } av posterioren ligg i den siste tjuandedelen før { $end } ({ $unit }). Forskinga kan vilje ha ein verdi utanfor, eller ein mekanisme som modellen manglar.
calibration-no-edges = Ingen parameter hopar seg opp ved ein ende av spennet sitt.
calibration-parameters-reading = Ei farga linje som er kortare enn den grå stolpen: forskinga har snevra inn spennet. Eit punkt borte frå den mørke streken: ho har flytta verdien. «Lært» er delen av variansen til prioren som er borte; ein parameter kan òg vere opplyst ved at han har flytta seg.
calibration-parameters-table = Alle parametrar som kunne flytte seg
calibration-heading-plausible = Rimeleg
calibration-heading-median = Posterior median
calibration-heading-central = Sentral trekking
calibration-heading-moved = Flytta, prior-SD
calibration-heading-learned = Lært
calibration-heading-verdict = Vurdering
calibration-heading-chains = Kjedene samde
calibration-verdict = { $verdict ->
    [informed] opplyst
    [slightly] litt
   *[other] ikkje opplyst
}

## The figure of parameters

calibration-parameters-title = Kva som vart lært om parametrane
calibration-parameters-subtitle = Kvar på tvers av det rimelege spennet sitt, frå lågaste til høgaste verdi. Dei mest opplyste først.
calibration-key-prior = prior, 95 %
calibration-key-centre = midten av han
calibration-key-posterior = posterior, 95 %
calibration-key-central = sentral trekking
calibration-key-slightly = litt opplyst
calibration-key-not = ikkje opplyst
calibration-key-edge = hopa opp ved ein ende
calibration-column-values = midt → sentral
calibration-column-learned = lært
calibration-lowest = lågast
calibration-highest = høgast rimeleg

## Targets that pull against each other

calibration-conflicts = Mål som dreg mot kvarandre
calibration-conflicts-none = Ingen mål dreg mot dei andre: kvart ligg der dei andre fører, innanfor to standardfeil.
calibration-conflicts-some = { $count ->
    [one] Eitt mål dreg mot andre.
   *[other] { $count } mål dreg mot andre.
}
calibration-conflict-with = «{ $target }»: utelate ville det liggje { $away } standardfeil frå der dei andre fører. «{ $against }» held det mest att: utan det ville det kome { $relief } standardfeil nærare.
calibration-conflict = «{ $target }»: utelate ville det liggje { $away } standardfeil frå der dei andre fører. Ikkje noko anna mål åleine held det att: det gjer dei eigne stega til modellen, eller dei rimelege spenna.
calibration-conflicts-note = Avstandane er i standardfeil for forsking og posterior saman. «Utan det» er det alle andre mål fører til; det er usikkert der få trekkingar er att.
calibration-conflicts-table = Kva som skjer med kvart mål utan det sjølv
calibration-heading-with = Med det
calibration-heading-without = Utan det
calibration-heading-draws-left = Trekkingar att
calibration-heading-against = Halde att av

## Parameters that are tied together

calibration-pairs = Parametrar som heng saman
calibration-pairs-none = Ingen to parametrar er bundne saman: kvar kunne setjast, eller stå open, for seg.
calibration-pairs-weak = Ingen to parametrar er sterkt bundne saman (korrelasjon på 0,5 eller meir).
calibration-pairs-strong = { $count } par er sterkt bundne saman; dei sterkaste: { $pairs }. Set ein den eine i eit par for hand, må den andre flyttast med.
calibration-pair = { $first } med { $second } ({ $correlation })
calibration-pairs-reading = Forskinga fastset eit slikt par samla, og ikkje kvar for seg. Trekkingar frå posterioren beheld bandet; intervallet for éin parameter viser det ikkje.
calibration-pairs-title = Parametrar som forskinga bind saman
calibration-pairs-subtitle = Korrelasjon i posterioren. Til høgre følgjer høge verdiar av den eine med høge verdiar av den andre; til venstre med låge.

## How far the sample can be used

calibration-convergence = Kor langt det er til å lite på
calibration-usable = Utvalet kan brukast som det er.
calibration-not-usable = Utvalet er til eit første blikk: sjå kvifor under, og gi det meir arbeid før det blir brukt.
calibration-chains = Største skalareduksjon for { $chains } kjeder: { $reduction } (1 er semje); { $verdict ->
    [apart] kjedene er ikkje samde: ta fleire steg (--steps) før posterioren blir brukt
    [near] kjedene er om lag samde: bra nok for medianar, ta fleire steg (--steps) for halane
   *[together] kjedene er samde
}.
calibration-draws = Dei { $draws } vekta trekkingane er verde { $effective } med lik vekt, { $verdict ->
    [few] for få til 95 %-intervall: ta fleire trekkingar (--draws) eller fleire punkt (--points)
    [rough] nok til medianar og grove intervall
   *[enough] nok til intervall
}. Den største vekta er { $largest }.
calibration-one-draw = Éi trekking åleine har stor del i kvart resultat.
calibration-waves-reading = Emulatorane er raske stadfortredarar for simulatoren. Der feilen deira er godt under 1, er det forskinga som utelukkar; siste ordet har alltid simulatoren sjølv, gjennom vektene til trekkingane.
calibration-waves-table = Bølgjene
calibration-heading-wave = Bølgje
calibration-heading-points = Punkt
calibration-heading-not-ruled-out = Prior ikkje utelukka
calibration-heading-median-error = Emulatorfeil, median
calibration-heading-worst-error = Emulatorfeil, verst
calibration-heading-within = Alle mål innanfor 3
calibration-heading-median-distance = Midtre avstand

## The figure of waves

calibration-waves-title = Korleis søket snevra seg inn
calibration-waves-subtitle = Kvar bølgje blir simulert der emulatorane frå dei førre gir rom. Bølgje 0 er trekt frå prioren.
calibration-key-median-error = feil: det midtarste målet
calibration-key-worst-error = feil: det verste målet
calibration-panel-not-ruled-out = Prior som ikkje er utelukka
calibration-panel-error = Feilen til emulatoren, i standardfeila til forskinga
calibration-panel-within = Punkt med alle mål innanfor 3
calibration-wave = bølgje { $wave }

## How to use it

calibration-use = Slik bruker du han
calibration-use-files = posterior.csv inneheld dei vekta trekkingane og den sentrale trekkinga, som står for dei alle: verdiane parametrane har når eit scenario ikkje seier noko. DIR er denne mappa.
calibration-use-table = Kommandoar
calibration-use-to = For å
calibration-use-draw = Trekkje parametrar frå han i ei køyring
calibration-use-central = Køyre med berre den sentrale trekkinga
calibration-use-validate = Halde han opp mot forsking han ikkje har sett
calibration-use-shipped = Bruke utvalet som følgjer med programmet
calibration-use-terminal = Slik bruker du han:

## Method and limits

calibration-method-waves = Historietilpassing (history matching): modellen blir simulert i punkt frå prioren, og for kvart mål lærer ein gaussisk prosess talet som funksjon av parametrane. I { $waves ->
    [one] { $waves } bølgje til
   *[other] { $waves } bølgjer til
} blir nye punkt tekne der ingen emulator utelukkar måla, slik at emulatorane blir nøyaktige der det gjeld.
calibration-method-draws = Deretter trekkjer kjeder frå posterioren under dei siste emulatorane, trekkingar spreidde over dei blir simulerte med mange familiar, og kvar blir vekta etter kor godt simulatoren sjølv stemmer med måla, delt på det emulatoren sa (viktigheitsvekter). Eit mål tel etter standardfeilen sin; måla blir rekna som uavhengige av kvarandre.
calibration-method-prior = Prioren til kvar parameter er ein trekant over det rimelege spennet med toppen i midten, på forholdsskala der spennet er vidt. Den sentrale trekkinga er det vekta gjennomsnittet av alle trekkingar på skalaen til kvantila i prioren.
calibration-method-verdicts = Ein parameter er opplyst når ein tredjedel av prior-variansen er borte eller gjennomsnittet har flytta seg 0,7 standardavvik; litt opplyst frå ein tidel, eller 0,35. Han hopar seg opp ved ein ende når meir enn ein fjerdedel av posterioren ligg i den ytste tjuandedelen av spennet, og minst tre gonger så mykje som av prioren.
calibration-limit-agreement = At modellen stemmer med eit mål, viser ikkje at han gjer det av dei same grunnane som røyndomen.
calibration-limit-comparable = Dei fleste måla er frå andre land og tenester; kor langt kvart kan samanliknast, står i tabellen, og tel berre gjennom standardfeilen.
calibration-limit-judgement = Det forskinga ikkje opplyser, er framleis skjønn: sjå på lista før du støttar deg på ein slik parameter.
calibration-limit-readings = Dei to lesingane av forskinga står ved sida av kvarandre. Ingen av dei er sanninga, og gjennomsnittet er det heller ikkje.
