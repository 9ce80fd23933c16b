### Siden for en kalibrering.

## The frame of the page

calibration-title = Kalibrering mot forskningen
calibration-asked = Hvilke verdier av parameterne stemmer med det forskningen rapporterer, hva lar forskningen stå åpent, og hvor stemmer ikke modellen med den?
calibration-facts = { $targets } mål, { $parameters } parametre. { $points } punkter i { $waves } bølger med { $families } familier i hver utforming, så { $draws } trekninger med { $draw_families }. Mål: { $origin }.
calibration-intervals = Modellens intervaller (95 %) rommer det kalibreringen lar stå åpent om parameterne. Prediktive intervaller rommer også forskningens egen feil.

## The answer

# fit: checks-summary
calibration-answer = Kalibrert under lesningen { $reading } passer målene slik: { $fit }
calibration-answer-first-look = Utvalget er til et første blikk: det er verdt for få trekninger, eller kjedene er ikke enige.
calibration-edges = Hopet opp ved en ende av spennet: { $parameters }.

## What fits

calibration-fit = Hva som passer, og hva som ikke gjør det
calibration-fit-title = Den kalibrerte modellen mot målene sine
calibration-fit-table = Alle målene

## Parameters

calibration-parameters = Hva forskningen kunne fastsette, og hva den ikke kunne
calibration-parameters-answer = Av { $all } parametre opplyser forskningen { $informed }, sier litt om { $slightly } og ingenting om { $not }: de beholder hele sitt rimelige spenn.
calibration-parameters-first-look = Utvalget er verdt få trekninger, eller kjedene er ikke enige: noe av det som her ser ut til å være lært eller hopet opp, er tilfeldig.
calibration-parameters-listed = { $verdict ->
    [informed] Opplyst
    [slightly] Litt opplyst
   *[not] Ikke opplyst, så bare skjønn holder dem på plass
} ({ $count }): { $parameters }.
calibration-edge = { $parameter } ({ $meaning }) hoper seg opp ved den { $side ->
    [lower] nedre
   *[upper] øvre
} enden av spennet: { $share } av posterioren ligger i den siste tjuendedelen før { $end } ({ $unit }). Forskningen kan ville ha en verdi utenfor, eller en mekanisme som modellen mangler.
calibration-no-edges = Ingen parameter hoper seg opp ved en ende av spennet sitt.
calibration-parameters-reading = En farget linje som er kortere enn den grå stolpen: forskningen har snevret inn spennet. Et punkt borte fra den mørke streken: den har flyttet verdien. «Lært» er andelen av priorens varians som er borte; en parameter kan også være opplyst ved at den har flyttet seg.
calibration-parameters-table = Alle parametre som kunne flytte seg
calibration-heading-plausible = Rimelig
calibration-heading-median = Posterior median
calibration-heading-central = Sentral trekning
calibration-heading-moved = Flyttet, prior-SD
calibration-heading-learned = Lært
calibration-heading-verdict = Vurdering
calibration-heading-chains = Kjedene enige
calibration-verdict = { $verdict ->
    [informed] opplyst
    [slightly] litt
   *[other] ikke opplyst
}

## The figure of parameters

calibration-parameters-title = Hva som ble lært om parameterne
calibration-parameters-subtitle = Hver på tvers av sitt rimelige spenn, fra laveste til høyeste verdi. De mest opplyste først.
calibration-key-prior = prior, 95 %
calibration-key-centre = midten av den
calibration-key-posterior = posterior, 95 %
calibration-key-central = sentral trekning
calibration-key-slightly = litt opplyst
calibration-key-not = ikke opplyst
calibration-key-edge = hopet opp ved en ende
calibration-column-values = midt → sentral
calibration-column-learned = lært
calibration-lowest = lavest
calibration-highest = høyest rimelig

## Targets that pull against each other

calibration-conflicts = Mål som drar mot hverandre
calibration-conflicts-none = Ingen mål drar mot de andre: hvert ligger der de andre fører, innenfor to standardfeil.
calibration-conflicts-some = { $count ->
    [one] Ett mål drar mot andre.
   *[other] { $count } mål drar mot andre.
}
calibration-conflict-with = «{ $target }»: utelatt ville det ligge { $away } standardfeil fra der de andre fører. «{ $against }» holder det mest igjen: uten det ville det komme { $relief } standardfeil nærmere.
calibration-conflict = «{ $target }»: utelatt ville det ligge { $away } standardfeil fra der de andre fører. Ikke noe annet mål alene holder det igjen: det gjør modellens egne steg, eller de rimelige spennene.
calibration-conflicts-note = Avstandene er i standardfeil for forskning og posterior sammen. «Uten det» er det alle andre mål fører til; det er usikkert der få trekninger er igjen.
calibration-conflicts-table = Hva som skjer med hvert mål uten det selv
calibration-heading-with = Med det
calibration-heading-without = Uten det
calibration-heading-draws-left = Trekninger igjen
calibration-heading-against = Holdt igjen av

## Parameters that are tied together

calibration-pairs = Parametre som henger sammen
calibration-pairs-none = Ingen to parametre er bundet sammen: hver kunne settes, eller stå åpen, for seg.
calibration-pairs-weak = Ingen to parametre er sterkt bundet sammen (korrelasjon på 0,5 eller mer).
calibration-pairs-strong = { $count } par er sterkt bundet sammen; de sterkeste: { $pairs }. Setter man den ene i et par for hånd, må den andre flyttes med.
calibration-pair = { $first } med { $second } ({ $correlation })
calibration-pairs-reading = Forskningen fastsetter et slikt par samlet, og ikke hver for seg. Trekninger fra posterioren beholder båndet; intervallet for én parameter viser det ikke.
calibration-pairs-title = Parametre som forskningen binder sammen
calibration-pairs-subtitle = Korrelasjon i posterioren. Til høyre følger høye verdier av den ene med høye verdier av den andre; til venstre med lave.

## How far the sample can be used

calibration-convergence = Hvor langt det er til å stole på
calibration-usable = Utvalget kan brukes som det er.
calibration-not-usable = Utvalget er til et første blikk: se hvorfor under, og gi det mer arbeid før det brukes.
calibration-chains = Største skalareduksjon for { $chains } kjeder: { $reduction } (1 er enighet); { $verdict ->
    [apart] kjedene er ikke enige: ta flere steg (--steps) før posterioren brukes
    [near] kjedene er omtrent enige: bra nok for medianer, ta flere steg (--steps) for halene
   *[together] kjedene er enige
}.
calibration-draws = De { $draws } vektede trekningene er verdt { $effective } med lik vekt, { $verdict ->
    [few] for få til 95 %-intervaller: ta flere trekninger (--draws) eller flere punkter (--points)
    [rough] nok til medianer og grove intervaller
   *[enough] nok til intervaller
}. Den største vekten er { $largest }.
calibration-one-draw = Én trekning alene har stor del i hvert resultat.
calibration-waves-reading = Emulatorene er raske stedfortredere for simulatoren. Der feilen deres er godt under 1, er det forskningen som utelukker; siste ord har alltid simulatoren selv, gjennom vektene til trekningene.
calibration-waves-table = Bølgene
calibration-heading-wave = Bølge
calibration-heading-points = Punkter
calibration-heading-not-ruled-out = Prior ikke utelukket
calibration-heading-median-error = Emulatorfeil, median
calibration-heading-worst-error = Emulatorfeil, verst
calibration-heading-within = Alle mål innenfor 3
calibration-heading-median-distance = Midtre avstand

## The figure of waves

calibration-waves-title = Hvordan søket snevret seg inn
calibration-waves-subtitle = Hver bølge simuleres der emulatorene fra de forrige gir rom. Bølge 0 er trukket fra prioren.
calibration-key-median-error = feil: det midterste målet
calibration-key-worst-error = feil: det verste målet
calibration-panel-not-ruled-out = Prior som ikke er utelukket
calibration-panel-error = Emulatorens feil, i forskningens standardfeil
calibration-panel-within = Punkter med alle mål innenfor 3
calibration-wave = bølge { $wave }

## How to use it

calibration-use = Slik brukes den
calibration-use-files = posterior.csv inneholder de vektede trekningene og den sentrale trekningen, som står for dem alle: verdiene parameterne har når et scenario ikke sier noe. DIR er denne mappen.
calibration-use-table = Kommandoer
calibration-use-to = For å
calibration-use-draw = Trekke parametre fra den i en kjøring
calibration-use-central = Kjøre med bare den sentrale trekningen
calibration-use-validate = Holde den opp mot forskning den ikke har sett
calibration-use-shipped = Bruke utvalget som følger med programmet
calibration-use-terminal = Slik brukes den:

## Method and limits

calibration-method-waves = Historietilpasning (history matching): modellen simuleres i punkter fra prioren, og for hvert mål lærer en gaussisk prosess tallet som funksjon av parameterne. I { $waves ->
    [one] { $waves } bølge til
   *[other] { $waves } bølger til
} tas nye punkter der ingen emulator utelukker målene, slik at emulatorene blir nøyaktige der det gjelder.
calibration-method-draws = Deretter trekker kjeder fra posterioren under de siste emulatorene, trekninger spredt over dem simuleres med mange familier, og hver vektes etter hvor godt simulatoren selv stemmer med målene, delt på det emulatoren sa (viktighetsvekter). Et mål teller etter standardfeilen sin; målene regnes som uavhengige av hverandre.
calibration-method-prior = Prioren til hver parameter er en trekant over det rimelige spennet med toppen i midten, på forholdsskala der spennet er vidt. Den sentrale trekningen er det vektede gjennomsnittet av alle trekninger på skalaen til priorens kvantiler.
calibration-method-verdicts = En parameter er opplyst når en tredjedel av prior-variansen er borte eller gjennomsnittet har flyttet seg 0,7 standardavvik; litt opplyst fra en tidel, eller 0,35. Den hoper seg opp ved en ende når mer enn en fjerdedel av posterioren ligger i den ytterste tjuendedelen av spennet, og minst tre ganger så mye som av prioren.
calibration-limit-agreement = At modellen stemmer med et mål, viser ikke at den gjør det av de samme grunnene som virkeligheten.
calibration-limit-comparable = De fleste målene er fra andre land og tjenester; hvor langt hvert kan sammenlignes, står i tabellen, og teller bare gjennom standardfeilen.
calibration-limit-judgement = Det forskningen ikke opplyser, er fortsatt skjønn: se på listen før du støtter deg på en slik parameter.
calibration-limit-readings = De to lesningene av forskningen står ved siden av hverandre. Ingen av dem er sannheten, og gjennomsnittet er det heller ikke.
