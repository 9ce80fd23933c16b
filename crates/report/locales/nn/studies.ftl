### Studiar: det som alle slags studiar seier likt.

## The frame of a page

# title: what the scenario calls itself; kind: the kind of study.
studies-heading = { $title }: { $kind }
studies-facts = { $points } punkt · { $arms } · { $replicates } × { $families } familiar i kvart · { $weeks } veker frå tilvising
studies-arms = { $arms ->
    [one] { $arms } alternativ
   *[other] { $arms } alternativ
}
studies-again-note = Den same kommandoen med same versjon gir dei same tabellane, bit for bit, uansett kor mange trådar som er i bruk. scenario.toml i denne mappa inneheld alt: scenario, tiltak og studie.
studies-common-method = Alle punkt simulerer dei same familiane med dei same livshendingane og dei same andre tilfeldige tala. Skilnader mellom punkt og mellom alternativ blir rekna gjentaking for gjentaking, så dei viser føresetnaden eller utforminga og ikkje flaksen.

## What the intervals hold

studies-intervals = Der ikkje anna er sagt, rommar 95 %-intervalla berre det tilfeldige i simuleringa ({ $replicates } gjentakingar med { $families } familiar), ikkje det som er ukjent om modellen.
studies-intervals-none = Det er ingen intervall, fordi éi gjentaking ikkje kan skilje slump frå skilnad. Køyr på nytt med fleire gjentakingar.

## Outcomes with their unit and week

studies-placed-families = familiar med plassering innan veke { $week }
studies-placed-children = barn plasserte innan veke { $week }
studies-outcome-of = { $name } ({ $of })
studies-outcome-in-week = { $name } i veke { $week }
studies-outcome-by-week = { $name } innan veke { $week }
studies-outcome-by-week-of = { $name } innan veke { $week }, av { $of }

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

# Einingar står på engelsk i tabellane og er utelatne her.
studies-value-with-unit = { $unit ->
   *[other] { $value }
}
studies-interval = 95 %-intervall { $lower } til { $upper }
studies-interval-from = 95 %-intervall frå { $lower } til utanfor spennet
studies-interval-to = 95 %-intervall frå under spennet til { $upper }

## Fields

# Kva parametrar tyder, står på engelsk i tabellane og er utelate her.
studies-parameter = { $meaning ->
   *[other] { $key }
}
# whole: an arm, or the population.
studies-field-of = { $whole }: { $field }
studies-population = befolkning
studies-field-arena = arena
studies-field-first_arena = arena for dei første besøka
studies-field-first_visits = besøk på den første arenaen
studies-field-visits_per_week = besøk per veke
studies-field-visit_minutes = minutt per besøk
studies-field-duration_weeks = lengd, veker
studies-field-max_weeks = seinaste slutt, veker
studies-field-profession = yrke
studies-field-training = opplæring
studies-field-supervision = rettleiing
studies-field-team = team
studies-field-caseload = familiar per hjelpar
studies-field-phone = telefon
studies-field-flexibility = fleksibilitet
studies-field-codesign = medverknad
studies-field-codesign_weeks = første veker med full medverknad
studies-field-control = kontrollfunksjon
studies-field-wait_weeks = ventetid, veker
studies-field-min_attendance = oppmøte som fullføring krev
studies-field-max_missed = uteblivingar som avsluttar
studies-field-uptake = del som takkar ja
studies-field-recruiter_training = opplæring av dei som tilviser
studies-field-staff_turnover = byte av hjelpar per år
studies-field-adversity_mean = gjennomsnittleg belastning
studies-field-adversity_sd = spreiing i belastning
studies-field-referral_concern = uro ved tilvising

## Values of fields

studies-value-home = heime
studies-value-office = kontor
studies-value-residential = døgnopphald
studies-value-health_clinic = helsestasjon
studies-value-digital = digitalt
studies-value-nurse = sjukepleiar
studies-value-midwife = jordmor
studies-value-family_therapist = familieterapeut
studies-value-psychologist = psykolog
studies-value-social_worker = sosionom
studies-value-child_welfare_worker = barnevernsarbeidar
studies-value-paraprofessional = ufaglærd hjelpar
studies-value-none = ingen
studies-value-duty_to_report = meldeplikt
studies-value-child_welfare_voluntary = frivillig, barnevern
studies-value-implicit_threat = underforstått trugsmål
studies-value-court_ordered = pålegg
studies-value-true = ja
studies-value-false = nei

## Mechanisms

studies-mechanism-intrusion = inntrenging ved dei første besøka
studies-mechanism-stigma = skam ved staden
studies-mechanism-parity = likeverd på heimebane
studies-mechanism-practice_transfer = øving der det skal brukast
studies-mechanism-surveillance = innsyn gjennom hjelpa
studies-mechanism-coercion = opplevd tvang
studies-mechanism-rupture = brot i alliansen
studies-mechanism-overload = overbelastning av hjelparar
studies-mechanism-cumulative_bend = knekken etter tre risikofaktorar
studies-mechanism-fade_out = tilbakegang til utgangspunktet
studies-mechanism-cooperation = samarbeid som avverjar plassering
studies-mechanism-reluctant_concern = uro som slepp sakte
studies-mechanism-held_by_control = kontroll som held på familiar
