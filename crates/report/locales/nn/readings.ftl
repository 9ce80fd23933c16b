### Readings of the literature, and what draws from them hold.

readings-sentence = Lesing av forskinga: { $reading } ({ $meaning }).
readings-meaning-child = kalibrert med plassering talt etter barn: intensive tiltak gjev færre plasseringar
readings-meaning-family = kalibrert med plassering talt etter familie: det store forsøket fann ingen verknad på plassering, eller den motsette
readings-meaning-prior = ikkje kalibrert: dei handsette midtverdiane i dei rimelege områda
readings-own-sample = Det kalibrerte utvalet er frå ei eiga fil som er oppgjeven for denne køyringa.
readings-drawn = Parametrane vart trekte { $described }.

## After the number of draws

readings-from-prior = frå førfordelinga (prior): dei rimelege spenna, før kalibrering
readings-from-posterior = frå etterfordelinga (posterior): det kalibreringa under lesinga { $reading } lèt stå ope
readings-from-named-ranges = frå spenna som scenarioet oppgjev, alt anna slik det er i utgangspunktet
