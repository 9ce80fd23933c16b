### Studier: det som alle slags studier sier likt.

## The frame of a page

# title: what the scenario calls itself; kind: the kind of study.
studies-heading = { $title }: { $kind }
studies-facts = { $points } punkter · { $arms } · { $replicates } × { $families } familier i hvert · { $weeks } uker fra henvisning
studies-arms = { $arms ->
    [one] { $arms } alternativ
   *[other] { $arms } alternativer
}
studies-again-note = Den samme kommandoen med samme versjon gir de samme tabellene, bit for bit, uansett antall tråder. scenario.toml i denne mappen inneholder alt: scenario, tiltak og studie.
studies-common-method = Alle punkter simulerer de samme familiene med de samme livshendelsene og de samme øvrige tilfeldige tallene. Forskjeller mellom punkter og mellom alternativer regnes gjentakelse for gjentakelse, så de viser antakelsen eller utformingen og ikke flaksen.

## What the intervals hold

studies-intervals = Der ikke annet er sagt, rommer 95 %-intervallene bare simuleringens tilfeldighet ({ $replicates } gjentakelser med { $families } familier), ikke det som er ukjent om modellen.
studies-intervals-none = Det er ingen intervaller, fordi én gjentakelse ikke kan skille tilfeldighet fra forskjell. Kjør på nytt med flere gjentakelser.

## Outcomes with their unit and week

studies-placed-families = familier med plassering innen uke { $week }
studies-placed-children = barn plassert innen uke { $week }
studies-outcome-of = { $name } ({ $of })
studies-outcome-in-week = { $name } i uke { $week }
studies-outcome-by-week = { $name } innen uke { $week }
studies-outcome-by-week-of = { $name } innen uke { $week }, av { $of }

## Units and differences

studies-axis-less = { $outcome }, minus { $reference }
studies-percentage-points = prosentpoeng
studies-points = poeng
studies-share = andel
studies-nok = kr
studies-nok-per-family = kr per familie
# Thousands of kroner in a narrow cell.
studies-thousands = { $number }k
studies-difference = { $value } (95 %-intervall { $ends })

## Values of parameters

# Enheter står på engelsk i tabellene og er utelatt her.
studies-value-with-unit = { $unit ->
   *[other] { $value }
}
studies-interval = 95 %-intervall { $lower } til { $upper }
studies-interval-from = 95 %-intervall fra { $lower } til utenfor spennet
studies-interval-to = 95 %-intervall fra under spennet til { $upper }

## Fields

# Hva parametere betyr, står på engelsk i tabellene og er utelatt her.
studies-parameter = { $meaning ->
   *[other] { $key }
}
# whole: an arm, or the population.
studies-field-of = { $whole }: { $field }
studies-population = befolkning
studies-field-arena = arena
studies-field-first_arena = arena for de første besøkene
studies-field-first_visits = besøk i den første arenaen
studies-field-visits_per_week = besøk per uke
studies-field-visit_minutes = minutter per besøk
studies-field-duration_weeks = varighet, uker
studies-field-max_weeks = seneste slutt, uker
studies-field-profession = yrke
studies-field-training = opplæring
studies-field-supervision = veiledning
studies-field-team = team
studies-field-caseload = familier per hjelper
studies-field-phone = telefon
studies-field-flexibility = fleksibilitet
studies-field-codesign = medvirkning
studies-field-codesign_weeks = første uker med full medvirkning
studies-field-control = kontrollfunksjon
studies-field-wait_weeks = ventetid, uker
studies-field-min_attendance = oppmøte som kreves for fullføring
studies-field-max_missed = uteblivelser som avslutter
studies-field-uptake = andel som takker ja
studies-field-recruiter_training = opplæring av dem som henviser
studies-field-staff_turnover = bytte av hjelper per år
studies-field-adversity_mean = gjennomsnittlig belastning
studies-field-adversity_sd = spredning i belastning
studies-field-referral_concern = bekymring ved henvisning

## Values of fields

studies-value-home = hjemme
studies-value-office = kontor
studies-value-residential = døgnopphold
studies-value-health_clinic = helsestasjon
studies-value-digital = digitalt
studies-value-nurse = sykepleier
studies-value-midwife = jordmor
studies-value-family_therapist = familieterapeut
studies-value-psychologist = psykolog
studies-value-social_worker = sosionom
studies-value-child_welfare_worker = barnevernsarbeider
studies-value-paraprofessional = ufaglært hjelper
studies-value-none = ingen
studies-value-duty_to_report = meldeplikt
studies-value-child_welfare_voluntary = frivillig, barnevern
studies-value-implicit_threat = underforstått trussel
studies-value-court_ordered = pålegg
studies-value-true = ja
studies-value-false = nei

## Mechanisms

# As in data/switches.csv.
studies-mechanism-intrusion = inntrenging ved de første besøkene
studies-mechanism-stigma = skam ved stedet
studies-mechanism-parity = likeverd på hjemmebane
studies-mechanism-practice_transfer = øving der det skal brukes
studies-mechanism-surveillance = innsyn gjennom hjelpen
studies-mechanism-coercion = opplevd tvang
studies-mechanism-rupture = brudd i alliansen
studies-mechanism-overload = overbelastning av hjelpere
studies-mechanism-cumulative_bend = knekken etter tre risikofaktorer
studies-mechanism-fade_out = tilbakegang til utgangspunktet
studies-mechanism-cooperation = samarbeid som avverger plassering
studies-mechanism-reluctant_concern = bekymring som slipper sakte
studies-mechanism-held_by_control = kontroll som holder på familier
