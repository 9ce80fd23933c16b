### Siden for en validering.

## The frame of the page

validation-title = Validering mot forskningen
validation-asked = Viser den kalibrerte modellen det studier har funnet, både dem den er kalibrert til og dem den aldri har sett?
validation-facts = { $targets } tall mot { $draws } av { $all } trekninger ({ $sample }), { $families } familier i en vanlig utforming. Mål: { $origin }.
validation-shipped-sample = programmets eget utvalg
validation-intervals = Modellens intervaller (95 %) rommer det kalibreringen lar stå åpent om parameterne, og tilfeldigheten i de simulerte familiene. Prediktive intervaller rommer også forskningens egen feil.

## The answer

# sets: validation-inside of each set.
validation-answer = Under lesningen { $reading } treffer modellen { $sets }, innenfor 95 %-intervaller.
# inside: checks-inside-of
validation-inside = { $inside } { $set ->
    [calibration] mål den er kalibrert til
    [validation] tall kalibreringen aldri så
   *[other] andre mål
}
validation-small = Dette er en liten kontroll ({ $draws } trekninger, { $families } familier i en vanlig utforming): dens egen tilfeldighet er med i modellens intervaller, og en rad nær en grense kan falle på den andre siden med et annet frø. --full tar alle trekninger med 8000 familier.
validation-table = Alle radene

## The test of the method

validation-ranks = Finner metoden igjen kjente parametre?
validation-ranks-summary = I { $data_sets } simulerte datasett med kjente parametre rommer 50 %-intervallene for parameterne sannheten i { $half } og 90 %-intervallene i { $most }, i gjennomsnitt.
validation-ranks-even = Ingen av { $all } histogrammer er ujevne ut over det tilfeldige (sannsynlighet under 1 %; { $expected } ville vært det ved ren tilfeldighet).
validation-ranks-uneven = { $count } av { $all } histogrammer er ujevne ut over 1 % ({ $expected } ville vært det ved ren tilfeldighet): { $quantities }.
validation-ranks-method = Dette prøver metoden (emulatorer og kjeder), ikke modellen: dataene er simulert av modellen selv, med feilene forskningen har (simuleringsbasert kalibrering).
validation-ranks-reading = Hver søyle teller datasettene der sannheten lå i den tidelen av posterioren. Alle søyler nær det grå båndet: posterioren sier det den vet. En haug i midten: intervallene er for vide, som er trygt. En dal: de er for smale. En skråning: de ligger til én side.
validation-ranks-table = Alle størrelser
validation-heading-quantity = Størrelse
validation-heading-half = 50 %-intervaller rommer
validation-heading-most = 90 %-intervaller rommer
validation-heading-uneven = Sannsynlighet for så ujevne rang
validation-heading-tenths = Datasett etter tidel
validation-ranks-title = Hvor kjente sannheter ligger blant trekningene
validation-ranks-subtitle = Datasett etter tidelen av posterioren som rommet sannheten. Først parameterne et datasett forteller mest om, så tallene til målene.
validation-key-data-sets = datasett
validation-key-even = jevnt, med 95 % av tilfeldigheten
validation-key-uneven = ujevnt (sannsynlighet under 1 %)
validation-ranks-mean = snitt over parametre

## Method and limits

validation-method-checks = Posterior prediktiv kontroll: utformingene hvert tall handler om, simuleres under trekninger av de kalibrerte parameterne. Tallet fra hver trekning får en feil som den i forskningen; der 95 % av dem ligger, er det prediktive intervallet. Et tall passer hvis forskningen ligger innenfor.
validation-method-set = Valideringssettet ble valgt før den første kalibreringen, og kalibreringen bruker det aldri.
validation-limit-chance = Av tjue tall som i virkeligheten passer, ligger ett utenfor ved en tilfeldighet. Et vidt intervall er lett å treffe: se også på bredden.
validation-limit-field = Valideringssettet er fra andre studier, men fra samme felt: det alle studier har felles, kan det ikke prøve.
