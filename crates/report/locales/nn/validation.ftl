### Sida for ei validering.

## The frame of the page

validation-title = Validering mot forskinga
validation-asked = Viser den kalibrerte modellen det studiar har funne, både dei han er kalibrert til og dei han aldri har sett?
validation-facts = { $targets } tal mot { $draws } av { $all } trekkingar ({ $sample }), { $families } familiar i ei vanleg utforming. Mål: { $origin }.
validation-shipped-sample = utvalet som følgjer med programmet
validation-intervals = Intervalla til modellen (95 %) rommar det kalibreringa lèt stå ope om parametrane, og det tilfeldige i dei simulerte familiane. Prediktive intervall rommar òg feilen i forskinga sjølv.

## The answer

# sets: validation-inside of each set.
validation-answer = Under lesinga { $reading } treffer modellen { $sets }, innanfor 95 %-intervall.
# inside: checks-inside-of
validation-inside = { $inside } { $set ->
    [calibration] mål han er kalibrert til
    [validation] tal kalibreringa aldri såg
   *[other] andre mål
}
validation-small = Dette er ein liten kontroll ({ $draws } trekkingar, { $families } familiar i ei vanleg utforming): det tilfeldige i han sjølv er med i intervalla til modellen, og ei rad nær ei grense kan falle på den andre sida med eit anna frø. --full tek alle trekkingar med 8000 familiar.
validation-table = Alle radene

## The test of the method

validation-ranks = Finn metoden att kjende parametrar?
validation-ranks-summary = I { $data_sets } simulerte datasett med kjende parametrar rommar 50 %-intervalla for parametrane sanninga i { $half } og 90 %-intervalla i { $most }, i gjennomsnitt.
validation-ranks-even = Ingen av { $all } histogram er ujamne ut over det tilfeldige (sannsyn under 1 %; { $expected } ville vore det ved rein slump).
validation-ranks-uneven = { $count } av { $all } histogram er ujamne ut over 1 % ({ $expected } ville vore det ved rein slump): { $quantities }.
validation-ranks-method = Dette prøver metoden (emulatorar og kjeder), ikkje modellen: dataa er simulerte av modellen sjølv, med feila forskinga har (simuleringsbasert kalibrering).
validation-ranks-reading = Kvar søyle tel datasetta der sanninga låg i den tidelen av posterioren. Alle søyler nær det grå bandet: posterioren seier det han veit. Ein haug i midten: intervalla er for vide, og det er trygt. Ein dal: dei er for smale. Ei skråning: dei ligg til éi side.
validation-ranks-table = Alle storleikar
validation-heading-quantity = Storleik
validation-heading-half = 50 %-intervall rommar
validation-heading-most = 90 %-intervall rommar
validation-heading-uneven = Sannsyn for så ujamne rangar
validation-heading-tenths = Datasett etter tidel
validation-ranks-title = Kvar kjende sanningar ligg mellom trekkingane
validation-ranks-subtitle = Datasett etter tidelen av posterioren som romma sanninga. Først parametrane eit datasett fortel mest om, så tala til måla.
validation-key-data-sets = datasett
validation-key-even = jamt, med 95 % av det tilfeldige
validation-key-uneven = ujamt (sannsyn under 1 %)
validation-ranks-mean = snitt over parametrar

## Method and limits

validation-method-checks = Posterior prediktiv kontroll: utformingane kvart tal handlar om, blir simulerte under trekkingar av dei kalibrerte parametrane. Talet frå kvar trekking får ein feil som den i forskinga; der 95 % av dei ligg, er det prediktive intervallet. Eit tal passar dersom forskinga ligg innanfor.
validation-method-set = Valideringssettet vart valt før den første kalibreringa, og kalibreringa bruker det aldri.
validation-limit-chance = Av tjue tal som i røynda passar, ligg eitt utanfor ved eit slumpetreff. Eit vidt intervall er lett å treffe: sjå òg på breidda.
validation-limit-field = Valideringssettet er frå andre studiar, men frå same felt: det alle studiar har felles, kan det ikkje prøve.
