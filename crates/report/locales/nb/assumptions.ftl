### The assumptions behind a run.

## Name, question, intervals

assumptions-name = antakelser
assumptions-asked = Hva hviler forskjellen mellom { $arms } i { $outcome } på, og hva ville det vært verdt å vite bedre?
assumptions-intervals = 95 %-intervallene for andeler rommer valget av punkter, funnet ved å trekke dem på nytt; de for forskjeller rommer simuleringens tilfeldighet ({ $replicates } gjentakelser med { $families } familier).

assumptions-heading = Alle antakelser
assumptions-intro = Tallene bak resultatene, med hvor godt hvert av dem er kjent. Modellens tabeller vises hele, så ikke hver rad er med i denne kjøringen. De fleste størrelsene er ikke målt: se på gradene før du stoler på en liten forskjell.
assumptions-grades = Grader
assumptions-grade-meaning = betydning
assumptions-grade-a = samlet estimat fra systematisk oversikt eller metaanalyse
assumptions-grade-b = én studie, kohort eller offentlig statistikk
assumptions-grade-c = kildene oppgir retningen, størrelsen er vår
assumptions-grade-d = vår antakelse
assumptions-parameters-of-grade = parametere
assumptions-constants-of-grade = faste tall i formlene
assumptions-in-this-run = i denne kjøringen
assumptions-used = brukt
assumptions-not-used = ikke brukt i denne kjøringen
assumptions-changed = Hva dette scenariet endret
assumptions-nothing-changed = Scenariet beholder alle parametere slik de er i utgangspunktet.
assumptions-drawn-note = Parameterne ble trukket på nytt for hver trekning; der scenariet ikke oppgir et spenn, slik det er sagt over.
assumptions-default-of-reading = utgangspunkt (lesning { $reading })
assumptions-centre = midten av førfordelingen
assumptions-defaults-note = Utgangspunktet for en parameter er verdien i den sentrale trekningen under denne lesningen; midten av førfordelingen er vår beste gjetning før kalibrering, og spennet er det vi holder for rimelig.
assumptions-whole-scenario = alle alternativer
assumptions-where-it-holds = gjelder
assumptions-population = Familiene
assumptions-field = felt
assumptions-programmes = Alternativene, felt for felt
assumptions-note = oppgitt eller antatt
assumptions-no-helper-measure = Uten hjelpetiltak: familiene følges uten noe slikt.
assumptions-why-here = Hvorfor det er med:
assumptions-all-parameters = Alle parametere i modellen
assumptions-other-tables = Andre tabeller i modellen
assumptions-tables-language = Nøkler, kilder og forklaringer står som i modellens egne tabeller, på engelsk.
assumptions-arenas = Arenaer
assumptions-professions = Profesjoner
assumptions-controls = Kontrollfunksjoner
assumptions-components = Virkemidler
assumptions-catalogue = Risiko- og beskyttelsesfaktorer
assumptions-populations = Populasjoner
assumptions-costs = Priser
assumptions-constants = Faste tall i formlene

assumptions-stated = oppgitt: { $note }
assumptions-assumed = antatt: { $note }
assumptions-yes = ja
assumptions-no = nei
assumptions-visits-a-week = { $rate } besøk i uken fra uke { $week }
