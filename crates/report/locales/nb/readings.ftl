### Readings of the literature, and what draws from them hold.

readings-sentence = Lesning av forskningen: { $reading } ({ $meaning }).
readings-meaning-child = kalibrert med plassering talt etter barn: intensive tiltak gir færre plasseringer
readings-meaning-family = kalibrert med plassering talt etter familie: det store forsøket fant ingen virkning på plassering, eller den motsatte
readings-meaning-prior = ikke kalibrert: de håndsatte midtverdiene i de rimelige områdene
readings-own-sample = Det kalibrerte utvalget er fra en egen fil som er oppgitt for denne kjøringen.
readings-drawn = Parameterne ble trukket { $described }.

## After the number of draws

readings-from-prior = fra førfordelingen (prior): de rimelige spennene, før kalibrering
readings-from-posterior = fra etterfordelingen (posterior): det kalibreringen under lesningen { $reading } lar stå åpent
readings-from-named-ranges = fra spennene som scenariet oppgir, alt annet slik det er i utgangspunktet
