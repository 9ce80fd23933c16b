### Historien om én familie, i tekst og som figur.

## Overskrifter og det som står rundt historien

story-title = Historien om familie { $family }
story-about-run = Fra scenariet «{ $title }», gjentakelse { $replicate }, parametertrekning { $draw }. Den samme familien lever gjennom { $arms } alternativer: samme start, samme hell og uhell, et annet tilbud. Tilstander går fra 0 til 1; uker regnes fra henvisning.
story-family-heading = Familien
story-life-heading = Det livet bringer, uansett hvem som hjelper
story-comparison-heading = Side om side
story-figure = Figur: { $files }
story-one-family = Dette er én simulert familie: en historie fra modellen, ikke en spådom om noen.

## Familien ved henvisning

story-family = Familie { $family } har { $children ->
    [1] ett barn på { story-age }.
   *[other] { story-children }; det som modellen følger, er { story-age }.
}
story-children = { $children ->
    [1] ett barn
    [2] to barn
    [3] tre barn
    [4] fire barn
   *[other] { $children } barn
}
story-age = { $age ->
    [0] under ett år
    [1] ett år
   *[other] { $age } år
}
story-adversity = Av 100 familier i befolkningen har omtrent { $harder } det lettere.
story-strains = Belastninger ({ $count } av { $all }): { $count ->
    [0] ingen
   *[other] { $names }
}.
story-supports = Støtte ({ $count } av { $all }): { $count ->
    [0] ingen
   *[other] { $names }
}.
story-way-to-office = Veien til et kontor er { $travel ->
    [low] kort
    [middle] middels lang
   *[high] lang
} for dem, og å bli sett der ville være { $shame ->
    [low] uten stor betydning
    [middle] ubehagelig
   *[high] tungt å bære
}.
story-at-referral = Ved henvisning: omsorgsevne { $capacity }, tillit til tjenestene { $trust }, barnets trivsel { $wellbeing }. Av faren som ingen liste over faktorer forklarer, har de mer enn omtrent { $danger } av 100 familier; den delen ser ingen direkte.

## Faktorer

story-factor-child_behaviour = utfordrende atferd hos barnet
story-factor-child_special_needs = særskilte behov hos barnet
story-factor-parental_mental_illness = psykisk sykdom hos en forelder
story-factor-parental_substance_misuse = rusproblemer hos en forelder
story-factor-domestic_violence = vold i hjemmet
story-factor-parental_conflict = konflikt mellom foreldrene
story-factor-limited_parenting_skills = svake foreldreferdigheter
story-factor-parental_cognitive_difficulties = kognitive vansker hos en forelder
story-factor-single_or_young_caregiver = enslig eller svært ung omsorgsperson
story-factor-weak_social_network = svakt sosialt nettverk
story-factor-school_strain = vansker på skolen
story-factor-unemployment = arbeidsledighet
story-factor-low_income = lav inntekt
story-factor-poor_housing = dårlig bolig
story-factor-caregiver_adversity = en vond oppvekst hos omsorgspersonen
story-factor-minority_stress = minoritetsstress
story-factor-significant_adult = en annen trygg voksen
story-factor-leisure_activity = en fritidsaktivitet
story-factor-supportive_network = et støttende nettverk
story-factor-daycare_or_school = barnehage eller skole som fungerer
story-factor-reflective_capacity = en omsorgsperson som ser barnets side
story-factor-easy_temperament = et barn med lett temperament
story-factor-economic_stability = stabil økonomi
story-factor-coparent_cooperation = foreldre som samarbeider

## Livshendelser

story-no-life-events = Ingen livshendelse rammer denne familien i oppfølgingstiden.
story-life-events = De samme livshendelsene rammer i alle alternativer: { $events }.
story-life-event-in-week = uke { $week }: { story-life-event }
story-own-life-events = Dette alternativet setter parameterne for livshendelser og har derfor sine egne.
story-life-event = { $size ->
    [small] et lite slag
    [hard] et hardt slag
   *[heavy] et tungt slag
}

## Tilbudet i et alternativ

story-offer = Tilbudet: { $profession } møter familien { $place }, { $rate }, { $minutes } minutter hver gang, i { $weeks } uker, { $control }.
story-nothing-offered = Ingenting tilbys; familien greier seg selv.
story-beside-programme = Ved siden av: { $measures }.
story-no-helper-but = Ingen hjelper, men: { $measures }.
story-not-followed-up = { $measure } (uten oppfølging)
story-checks = kontroll (uanmeldte besøk, rustester)
story-intake = Tjenesten har { $helpers } hjelpere; denne familien kommer i uke { $week } av et inntak på { $weeks } uker.

story-place-changes = først { $first }, så { $then }
story-arena-home = hjemme
story-arena-office = på kontoret
story-arena-residential = på institusjon
story-arena-health_clinic = på helsestasjonen
story-arena-digital = på skjerm

story-profession-nurse = en sykepleier
story-profession-midwife = en jordmor
story-profession-family_therapist = en familieterapeut
story-profession-psychologist = en psykolog
story-profession-social_worker = en sosialarbeider
story-profession-child_welfare_worker = en barnevernsarbeider
story-profession-paraprofessional = en hjelper uten fagutdanning

story-control-none = uten makt over familien
story-control-duty_to_report = med meldeplikt
story-control-child_welfare_voluntary = som frivillig tiltak i barnevernet
story-control-implicit_threat = under en uuttalt trussel
story-control-court_ordered = som pålegg, ikke etter eget valg

story-compensating-respite = avlastning
story-compensating-support_contact = støttekontakt
story-compensating-leisure = støtte til fritid
story-compensating-financial = økonomisk støtte

story-rate-by-need = så ofte behovet tilsier
story-rate-from-week = { $rate } fra uke { $week }
story-rate-none = ingen besøk
story-rate-weekly = hver uke
story-rate-every-other-week = annenhver uke
story-rate-every-weeks = hver { $weeks }. uke
story-rate-times-a-week = { $times } ganger i uken

## Måned for måned

story-referral = Henvist
story-month = Måned { $month }
story-end = Slutten
story-week = Uke { $week }: { $events }.
story-weeks = Uke { $first }–{ $last }: { $events }.
story-duration = { $weeks ->
    [1] én uke
   *[other] { $weeks } uker
}

## Det som skjer

story-declines = De takker nei.
story-accepts = De takker ja.
story-starts = { $waited ->
    [0] tiltaket begynner straks
    [1] etter én uke på vent begynner tiltaket
   *[other] etter { $waited } uker på vent begynner tiltaket
}
story-starts-alliance = { story-starts } (allianse { $alliance })
story-completes = tiltaket er fullført: { story-visits-of-measure }, omsorgsevne { $capacity }
story-drops-out = familien trekker seg fra tiltaket: { story-visits-of-measure }
story-terminated = tjenesten avslutter tiltaket etter { $missed } uteblivelser på rad: { story-visits-of-measure }
story-expires = tiden løper ut før tiltaket er fullført: { story-visits-of-measure }, omsorgsevne { $capacity }
story-placement-ends-measure = plasseringen avslutter tiltaket
story-leaves-queue = de mister plassen i køen
story-strain-comes = en ny belastning, { $factor }
story-strain-goes = en belastning letter, { $factor }
story-support-comes = en ny støtte, { $factor }
story-support-goes = en støtte forsvinner, { $factor }
story-life-event-stress = { story-life-event } (stress { $stress })
story-colleague-comes = hjelperen er borte, og en kollega kommer i stedet
story-nobody-comes = hjelperen er borte, og ingen kommer
story-new-helper = hjelperen slutter, og en annen tar over
story-new-helper-alliance = { story-new-helper } (allianse { $alliance })
story-breaks = noe brister mellom familie og hjelper (allianse { $alliance })
story-mends = bruddet repareres etter { story-duration }
story-placed = { $children ->
    [1] ett barn plasseres utenfor hjemmet
   *[other] { story-children } plasseres utenfor hjemmet
}
story-placed-danger = { story-placed } (fare { $danger }, tjenestens bekymring { $concern })
story-reunified = hjemme igjen etter { story-duration } i plassering

## Besøk

story-visits-of-measure = { $planned ->
    [0] det ble aldri noe besøk
   *[other] { $attended } av { $planned } besøk gjennomført
}
story-visits-all-missed = { $planned ->
    [1] ett besøk, uteblitt
    [2] uteblitt fra begge besøk
   *[other] uteblitt fra alle { $planned } besøk
}
story-visits-all-kept = { $planned ->
    [1] ett besøk, gjennomført
    [2] begge besøk gjennomført
   *[other] alle { $planned } besøk gjennomført
}
story-visits-some-kept = { $attended } av { $planned } besøk gjennomført

## Slutten på oppfølgingen

story-ends = Etter { $horizon } uker { $placement ->
    [home] bor alle hjemme, og har gjort det hele tiden
    [placed] varer plasseringen ennå, { story-duration } til nå
   *[reunified] bor alle hjemme igjen, etter { story-duration } i plassering
}{ $engagement ->
    [declined] ; de har aldri hatt en hjelper
    [waiting] ; de venter ennå på en hjelper
    [engaged] ; de er fortsatt i tiltaket
   *[other] { "" }
}.
story-states-at-end = Tillit { $trust }, omsorgsevne { $capacity }, stress { $stress }, barnets trivsel { $wellbeing }; fare { $danger }, tjenestens bekymring { $concern }.

## Hvor en familie står med tiltaket

story-engagement-untreated = ingen hjelper
story-engagement-declined = takket nei
story-engagement-waiting = venter ennå
story-engagement-engaged = fortsatt i tiltaket
story-engagement-completed = fullført
story-engagement-dropped-out = frafall
story-engagement-terminated = avsluttet av tjenesten
story-engagement-expired = tiden løp ut
story-engagement-ended-by-placement = avsluttet ved plassering
story-measure-ended = { $how }, uke { $week }
story-in-care-since = { $measure }; plassert fra uke { $week }, { story-duration }

## Tabeller

story-column-arm = alternativ
story-column-measure = hjelpetiltak
story-column-visits-kept = besøk
story-column-breaks = brudd
story-column-away-from-week = ute fra uke
story-column-weeks-away = uker ute
story-column-week = uke
story-column-visits = besøk
story-column-alliance = allianse
story-column-trust = tillit
story-column-capacity = evne
story-column-stress = stress
story-column-wellbeing = trivsel
story-column-danger = fare
story-column-concern = bekymring
story-column-standing = hvor de står
story-row-at-referral = ved henvisning
story-standing-placed = plassert
story-standing-engaged = i tiltaket
story-standing-waiting = venter

## Figuren

story-figure-title = Én familie, { $arms } liv: familie { $family }
story-figure-subtitle = Den samme familien i hvert alternativ, med de samme livshendelsene. 0 er lavest, 1 er høyest. Én simulert familie: en historie fra modellen, ikke en spådom om noen.
story-figure-axis = uker siden henvisning
story-figure-life-events = livshendelser, de samme i hvert alternativ
story-figure-taller = høyere: hardere
story-key-kept = besøk gjennomført
story-key-missed = besøk uteblitt
story-key-breaks = brudd i alliansen
story-key-mended = brudd reparert
story-key-new-helper = ny hjelper
story-key-helper-away = hjelper borte
story-curve-trust = tillit
story-curve-capacity = omsorgsevne
story-curve-stress = stress
story-curve-danger = fare
story-curve-concern = bekymring
story-curve-alliance = allianse
