### Historia om éin familie, i tekst og som figur.

## Overskrifter og det som står rundt historia

story-title = Historia om familie { $family }
story-about-run = Frå scenarioet «{ $title }», gjentaking { $replicate }, parametertrekning { $draw }. Den same familien lever gjennom { $arms } alternativ: same start, same hell og uhell, eit anna tilbod. Tilstandar går frå 0 til 1; veker blir rekna frå tilvisinga.
story-family-heading = Familien
story-life-heading = Det livet fører med seg, same kven som hjelper
story-comparison-heading = Side om side
story-figure = Figur: { $files }
story-one-family = Dette er éin simulert familie: ei historie frå modellen, ikkje ein spådom om nokon.

## Familien ved tilvising

story-family = Familie { $family } har { $children ->
    [1] eitt barn på { story-age }.
   *[other] { story-children }; det som modellen følgjer, er { story-age }.
}
story-children = { $children ->
    [1] eitt barn
    [2] to barn
    [3] tre barn
    [4] fire barn
   *[other] { $children } barn
}
story-age = { $age ->
    [0] under eitt år
    [1] eitt år
   *[other] { $age } år
}
story-adversity = Av 100 familiar i befolkninga har omtrent { $harder } det lettare.
story-strains = Belastningar ({ $count } av { $all }): { $count ->
    [0] ingen
   *[other] { $names }
}.
story-supports = Støtte ({ $count } av { $all }): { $count ->
    [0] inga
   *[other] { $names }
}.
story-way-to-office = Vegen til eit kontor er { $travel ->
    [low] kort
    [middle] middels lang
   *[high] lang
} for dei, og å bli sett der ville vere { $shame ->
    [low] utan stor betydning
    [middle] ubehageleg
   *[high] tungt å bere
}.
story-at-referral = Ved tilvising: omsorgsevne { $capacity }, tillit til tenestene { $trust }, trivselen til barnet { $wellbeing }. Av faren som inga liste over faktorar forklarer, har dei meir enn omtrent { $danger } av 100 familiar; den delen ser ingen direkte.

## Faktorar

story-factor-child_behaviour = utfordrande åtferd hos barnet
story-factor-child_special_needs = særskilde behov hos barnet
story-factor-parental_mental_illness = psykisk sjukdom hos ein forelder
story-factor-parental_substance_misuse = rusproblem hos ein forelder
story-factor-domestic_violence = vald i heimen
story-factor-parental_conflict = konflikt mellom foreldra
story-factor-limited_parenting_skills = svake foreldreferdigheiter
story-factor-parental_cognitive_difficulties = kognitive vanskar hos ein forelder
story-factor-single_or_young_caregiver = einsleg eller svært ung omsorgsperson
story-factor-weak_social_network = svakt sosialt nettverk
story-factor-school_strain = vanskar på skulen
story-factor-unemployment = arbeidsløyse
story-factor-low_income = låg inntekt
story-factor-poor_housing = dårleg bustad
story-factor-caregiver_adversity = ein vond oppvekst hos omsorgspersonen
story-factor-minority_stress = minoritetsstress
story-factor-significant_adult = ein annan trygg vaksen
story-factor-leisure_activity = ein fritidsaktivitet
story-factor-supportive_network = eit støttande nettverk
story-factor-daycare_or_school = barnehage eller skule som fungerer
story-factor-reflective_capacity = ein omsorgsperson som ser sida til barnet
story-factor-easy_temperament = eit barn med lett temperament
story-factor-economic_stability = stabil økonomi
story-factor-coparent_cooperation = foreldre som samarbeider

## Livshendingar

story-no-life-events = Inga livshending rammar denne familien i oppfølgingstida.
story-life-events = Dei same livshendingane rammar i alle alternativ: { $events }.
story-life-event-in-week = veke { $week }: { story-life-event }
story-own-life-events = Dette alternativet set parametrane for livshendingar og har difor sine eigne.
story-life-event = { $size ->
    [small] eit lite slag
    [hard] eit hardt slag
   *[heavy] eit tungt slag
}

## Tilbodet i eit alternativ

story-offer = Tilbodet: { $profession } møter familien { $place }, { $rate }, { $minutes } minutt kvar gong, i { $weeks } veker, { $control }.
story-nothing-offered = Ingenting blir tilbode; familien greier seg sjølv.
story-beside-programme = Ved sida av: { $measures }.
story-no-helper-but = Ingen hjelpar, men: { $measures }.
story-not-followed-up = { $measure } (utan oppfølging)
story-checks = kontroll (umelde besøk, rustestar)
story-intake = Tenesta har { $helpers } hjelparar; denne familien kjem i veke { $week } av eit inntak på { $weeks } veker.

story-place-changes = først { $first }, så { $then }
story-arena-home = heime
story-arena-office = på kontoret
story-arena-residential = på institusjon
story-arena-health_clinic = på helsestasjonen
story-arena-digital = på skjerm

story-profession-nurse = ein sjukepleiar
story-profession-midwife = ei jordmor
story-profession-family_therapist = ein familieterapeut
story-profession-psychologist = ein psykolog
story-profession-social_worker = ein sosialarbeidar
story-profession-child_welfare_worker = ein barnevernsarbeidar
story-profession-paraprofessional = ein hjelpar utan fagutdanning

story-control-none = utan makt over familien
story-control-duty_to_report = med meldeplikt
story-control-child_welfare_voluntary = som frivillig tiltak i barnevernet
story-control-implicit_threat = under ein uuttalt trussel
story-control-court_ordered = som pålegg, ikkje etter eige val

story-compensating-respite = avlasting
story-compensating-support_contact = støttekontakt
story-compensating-leisure = støtte til fritid
story-compensating-financial = økonomisk støtte

story-rate-by-need = så ofte som behovet tilseier
story-rate-from-week = { $rate } frå veke { $week }
story-rate-none = ingen besøk
story-rate-weekly = kvar veke
story-rate-every-other-week = annakvar veke
story-rate-every-weeks = kvar { $weeks }. veke
story-rate-times-a-week = { $times } gonger i veka

## Månad for månad

story-referral = Tilvist
story-month = Månad { $month }
story-end = Slutten
story-week = Veke { $week }: { $events }.
story-weeks = Veke { $first }–{ $last }: { $events }.
story-duration = { $weeks ->
    [1] éi veke
   *[other] { $weeks } veker
}

## Det som skjer

story-declines = Dei takkar nei.
story-accepts = Dei takkar ja.
story-starts = { $waited ->
    [0] tiltaket begynner straks
    [1] etter éi veke på vent begynner tiltaket
   *[other] etter { $waited } veker på vent begynner tiltaket
}
story-starts-alliance = { story-starts } (allianse { $alliance })
story-completes = tiltaket er fullført: { story-visits-of-measure }, omsorgsevne { $capacity }
story-drops-out = familien trekkjer seg frå tiltaket: { story-visits-of-measure }
story-terminated = tenesta avsluttar tiltaket etter { $missed } fråvær på rad: { story-visits-of-measure }
story-expires = tida går ut før tiltaket er fullført: { story-visits-of-measure }, omsorgsevne { $capacity }
story-placement-ends-measure = plasseringa avsluttar tiltaket
story-leaves-queue = dei mistar plassen i køen
story-strain-comes = ei ny belastning, { $factor }
story-strain-goes = ei belastning lettar, { $factor }
story-support-comes = ei ny støtte, { $factor }
story-support-goes = ei støtte fell bort, { $factor }
story-life-event-stress = { story-life-event } (stress { $stress })
story-colleague-comes = hjelparen er borte, og ein kollega kjem i staden
story-nobody-comes = hjelparen er borte, og ingen kjem
story-new-helper = hjelparen sluttar, og ein annan tek over
story-new-helper-alliance = { story-new-helper } (allianse { $alliance })
story-breaks = noko brest mellom familie og hjelpar (allianse { $alliance })
story-mends = brotet blir reparert etter { story-duration }
story-placed = { $children ->
    [1] eitt barn blir plassert utanfor heimen
   *[other] { story-children } blir plasserte utanfor heimen
}
story-placed-danger = { story-placed } (fare { $danger }, uroa til tenesta { $concern })
story-reunified = heime att etter { story-duration } i plassering

## Besøk

story-visits-of-measure = { $planned ->
    [0] det vart aldri noko besøk
   *[other] { $attended } av { $planned } besøk gjennomførte
}
story-visits-all-missed = { $planned ->
    [1] eitt besøk, ikkje møtt
    [2] ikkje møtt til begge besøka
   *[other] ikkje møtt til alle { $planned } besøka
}
story-visits-all-kept = { $planned ->
    [1] eitt besøk, gjennomført
    [2] begge besøka gjennomførte
   *[other] alle { $planned } besøka gjennomførte
}
story-visits-some-kept = { $attended } av { $planned } besøk gjennomførte

## Slutten på oppfølginga

story-ends = Etter { $horizon } veker { $placement ->
    [home] bur alle heime, og har gjort det heile tida
    [placed] varer plasseringa enno, { story-duration } til no
   *[reunified] bur alle heime att, etter { story-duration } i plassering
}{ $engagement ->
    [declined] ; dei har aldri hatt ein hjelpar
    [waiting] ; dei ventar enno på ein hjelpar
    [engaged] ; dei er framleis i tiltaket
   *[other] { "" }
}.
story-states-at-end = Tillit { $trust }, omsorgsevne { $capacity }, stress { $stress }, trivselen til barnet { $wellbeing }; fare { $danger }, uroa til tenesta { $concern }.

## Kvar ein familie står med tiltaket

story-engagement-untreated = ingen hjelpar
story-engagement-declined = takka nei
story-engagement-waiting = ventar enno
story-engagement-engaged = framleis i tiltaket
story-engagement-completed = fullført
story-engagement-dropped-out = fråfall
story-engagement-terminated = avslutta av tenesta
story-engagement-expired = tida gjekk ut
story-engagement-ended-by-placement = avslutta ved plassering
story-measure-ended = { $how }, veke { $week }
story-in-care-since = { $measure }; plassert frå veke { $week }, { story-duration }

## Tabellar

story-column-arm = alternativ
story-column-measure = hjelpetiltak
story-column-visits-kept = besøk
story-column-breaks = brot
story-column-away-from-week = ute frå veke
story-column-weeks-away = veker ute
story-column-week = veke
story-column-visits = besøk
story-column-alliance = allianse
story-column-trust = tillit
story-column-capacity = evne
story-column-stress = stress
story-column-wellbeing = trivsel
story-column-danger = fare
story-column-concern = uro
story-column-standing = kvar dei står
story-row-at-referral = ved tilvising
story-standing-placed = plassert
story-standing-engaged = i tiltaket
story-standing-waiting = ventar

## Figuren

story-figure-title = Éin familie, { $arms } liv: familie { $family }
story-figure-subtitle = Den same familien i kvart alternativ, med dei same livshendingane. 0 er lågast, 1 er høgast. Éin simulert familie: ei historie frå modellen, ikkje ein spådom om nokon.
story-figure-axis = veker sidan tilvising
story-figure-life-events = livshendingar, dei same i kvart alternativ
story-figure-taller = høgare: hardare
story-key-kept = besøk gjennomført
story-key-missed = ikkje møtt til besøk
story-key-breaks = brot i alliansen
story-key-mended = brot reparert
story-key-new-helper = ny hjelpar
story-key-helper-away = hjelpar borte
story-curve-trust = tillit
story-curve-capacity = omsorgsevne
story-curve-stress = stress
story-curve-danger = fare
story-curve-concern = uro
story-curve-alliance = allianse
