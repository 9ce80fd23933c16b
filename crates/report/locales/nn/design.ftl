### Sida for ein studie av utformingar.

## Name, question, intervals

design-name = utformingar
design-asked = Kva utforming av { $arms } gjer det best på { $outcome }, og kva gjer kvart val?

## The best designs

design-best = Dei beste utformingane
# others: design-may-be-chance or design-as-good.
design-best-answer = Av { $designs } er { $outcome } { $which } med { $design }, { $level }; { $others }
design-count = { $all } utformingar
design-count-within = { $all } utformingar innanfor { $limit }
design-limit-nok = { $limit } kr per familie
design-limit-hours = { $limit } hjelpartimar per familie
design-highest = høgast
design-lowest = lågast
design-may-be-chance = utan intervall kan det vere tilfeldig.
design-as-good = { $close } av dei { $others } andre utformingane kan ikkje skiljast frå henne.
design-none = Inga utforming ligg.
design-none-within = Inga utforming ligg innanfor { $limit }.
design-best-note = Dei første { $shown } av { $all } utformingar; alle står i design_ranking.csv og design_outcomes.csv. Siste rad er referansen slik scenarioet har han.
design-rank = plass
design-less-best = minus den beste
design-reference = referanse: { $arm }

## Effects

# inside: within a sentence.
design-main-effects = Hovudeffektar
    .inside = hovudeffektane
design-interactions = Samspel
    .inside = samspela
design-no-clear-effects = Ingen av dei { $all } { $effects } på { $outcome } kan skiljast frå 0.
design-clear-effects = { $count } av dei { $all } { $effects } på { $outcome } kan skiljast frå 0; den største er { $largest }, { $size }.
design-lowers-most = { $effect } senkar { $outcome } mest.
design-raises-most = { $effect } aukar { $outcome } mest.
design-nothing-clear = Ingenting kan skiljast frå 0.
design-instead-of = { $level } i staden for { $from }
design-from-to = { $field }: { $from } til { $level }
design-explained = Hovudeffektar og tovegs samspel forklarer til saman { $share } av variansen i { $outcome } mellom utformingar; resten er høgare samspel, krumming og slump.
design-effects-drawn = Dei { $drawn } største av { $all } er teikna; alle står i design_effects.csv.
design-effects-title = Kva gjer kvart val, i snitt over dei andre?
design-effects-subtitle = Skilnader mellom andelar i prosentpoeng. Strekar: 95 %-intervall.
design-effects-reading = Kvar rad endrar eitt felt; prikken er snittet over alle kombinasjonar av dei andre felta. Til høgre for 0 er meir, til venstre mindre.
design-interactions-title = Kva val endrar det andre val gjer?
design-interactions-reading = Ein skilnad mellom skilnader: kor mykje meir den første endringa gjer saman med den andre enn utan. 0 tyder at dei to berre blir lagde saman.
design-change = endring
design-aliases = kan ikkje skiljast frå

## Cost against outcome

design-frontier = Kostnad mot utfall
design-one-on-frontier = Éi utforming, { $first }, er både billegast og best ({ $first_cost } per familie, { $first_level }).
design-frontier-answer = { $count } av { $all } utformingar ligg på fronten for kostnad og utfall, { $sure } av dei i 95 % av gjentrekkingane: frå { $first } ({ $first_cost } per familie, { $first_level }) til { $last } ({ $last_cost }, { $last_level }).
design-nok = { $number } kr
design-hours = { $number } timar
design-frontier-title = Kva utformingar gjev meir for mindre?
design-frontier-subtitle = Kvart punkt er ei utforming; nummeret står i tabellen under.
design-cost-axis = { $cost ->
    [cost_nok] kostnad, 1000 kr per familie
    [cost_visits_nok] kostnad besøk, 1000 kr per familie
   *[other] hjelpartimar per familie
}
# Beside the line at the most that a design may cost.
design-limit = grense
design-on-frontier = på fronten
design-other-designs = andre utformingar
design-reference-arm = referansen
design-frontier-takeaway = { $count } av { $all } utformingar kan ikkje slåast til kostnaden sin.
design-frontier-reading = Inga utforming som kostar like lite, gjer det betre enn dei på linja. Punkt nær linja kan byte plass med dei reint tilfeldig.
design-frontier-table = Utformingar på fronten
design-number = nummer
design-frontier-share = på fronten i gjentrekkingar

## Method and limits

design-method-full = Alle { $runs } kombinasjonane av nivåa blir simulerte.
design-method-fraction = { $runs } av { $all } kombinasjonar blir simulerte: ein regulær fraksjon av oppløysing { $resolution }. Effektar som han ikkje kan skilje, står saman i tabellen.
design-method-latin-hypercube = { $runs } utformingar er spreidde over områda til felta i ein latinsk hyperkube. Effektane er dei til ei rett linje, frå nedre til øvre ende: { $ranges }.
design-method-effects = Effektane blir rekna ut med minste kvadrats metode i kvar gjentaking, med hovudeffektar og tovegs samspel; intervalla kjem frå spreiinga over gjentakingar. Ein hovudeffekt er snittet på eit nivå minus snittet på det første nivået, der alle kombinasjonar av dei andre felta tel likt.
design-limits-best = Den beste av mange utformingar ser litt betre ut enn ho er: ein del av forspranget er tilfeldig. Utformingar der skilnaden frå henne rommar 0, er like gode så langt denne studien kan sjå.
design-limits-cost = Kostnadane omfattar det modellen prisar: besøk med reise og administrasjon, kompenserande tiltak, og veker i plassering der alle kostnader er med.
