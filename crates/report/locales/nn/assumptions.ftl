### The assumptions behind a run.

## Name, question, intervals

assumptions-name = føresetnader
assumptions-asked = Kva kviler skilnaden mellom { $arms } i { $outcome } på, og kva ville det vere verdt å vite betre?
assumptions-intervals = 95 %-intervalla for andelar rommar valet av punkt, funne ved å trekkje dei på nytt; dei for skilnader rommar det tilfeldige i simuleringa ({ $replicates } gjentakingar med { $families } familiar).

assumptions-heading = Alle føresetnader
assumptions-intro = Tala bak resultata, med kor godt kvart av dei er kjent. Tabellane til modellen er viste heile, så ikkje kvar rad er med i denne køyringa. Dei fleste storleikane er ikkje målte: sjå på gradene før du stoler på ein liten skilnad.
assumptions-grades = Grader
assumptions-grade-meaning = tyding
assumptions-grade-a = samla estimat frå systematisk oversikt eller metaanalyse
assumptions-grade-b = éin studie, kohort eller offentleg statistikk
assumptions-grade-c = kjeldene oppgjev retninga, storleiken er vår
assumptions-grade-d = vår føresetnad
assumptions-parameters-of-grade = parametrar
assumptions-constants-of-grade = faste tal i formlane
assumptions-in-this-run = i denne køyringa
assumptions-used = brukt
assumptions-not-used = ikkje brukt i denne køyringa
assumptions-changed = Kva dette scenarioet endra
assumptions-nothing-changed = Scenarioet held på alle parametrane slik dei er i utgangspunktet.
assumptions-drawn-note = Parametrane vart trekte på nytt for kvar trekking; der scenarioet ikkje oppgjev eit spenn, slik det er sagt over.
assumptions-default-of-reading = utgangspunkt (lesing { $reading })
assumptions-centre = midten av førfordelinga
assumptions-defaults-note = Utgangspunktet for ein parameter er verdien i den sentrale trekkinga under denne lesinga; midten av førfordelinga er den beste gissinga vår før kalibrering, og spennet er det vi held for rimeleg.
assumptions-whole-scenario = alle alternativa
assumptions-where-it-holds = gjeld
assumptions-population = Familiane
assumptions-field = felt
assumptions-programmes = Alternativa, felt for felt
assumptions-note = oppgjeve eller føresett
assumptions-no-helper-measure = Utan hjelpetiltak: familiane er følgde utan noko slikt.
assumptions-why-here = Kvifor det er med:
assumptions-all-parameters = Alle parametrane i modellen
assumptions-other-tables = Andre tabellar i modellen
assumptions-tables-language = Nøklar, kjelder og forklaringar står som i modellen sine eigne tabellar, på engelsk.
assumptions-arenas = Arenaer
assumptions-professions = Profesjonar
assumptions-controls = Kontrollfunksjonar
assumptions-components = Verkemiddel
assumptions-catalogue = Risiko- og vernefaktorar
assumptions-populations = Populasjonar
assumptions-costs = Prisar
assumptions-constants = Faste tal i formlane

assumptions-stated = oppgjeve: { $note }
assumptions-assumed = føresett: { $note }
assumptions-yes = ja
assumptions-no = nei
assumptions-visits-a-week = { $rate } besøk i veka frå veke { $week }
