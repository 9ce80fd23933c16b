### Siden for en studie av utforminger.

## Name, question, intervals

design-name = utforminger
design-asked = Hvilken utforming av { $arms } gjør det best på { $outcome }, og hva gjør hvert valg?

## The best designs

design-best = De beste utformingene
# others: design-may-be-chance or design-as-good.
design-best-answer = Av { $designs } er { $outcome } { $which } med { $design }, { $level }; { $others }
design-count = { $all } utforminger
design-count-within = { $all } utforminger innen { $limit }
design-limit-nok = { $limit } kr per familie
design-limit-hours = { $limit } hjelpertimer per familie
design-highest = høyest
design-lowest = lavest
design-may-be-chance = uten intervaller kan det være tilfeldig.
design-as-good = { $close } av de { $others } andre utformingene kan ikke skilles fra den.
design-none = Ingen utforming ligger.
design-none-within = Ingen utforming ligger innen { $limit }.
design-best-note = De første { $shown } av { $all } utforminger; alle står i design_ranking.csv og design_outcomes.csv. Siste rad er referansen slik scenarioet har den.
design-rank = plass
design-less-best = minus den beste
design-reference = referanse: { $arm }

## Effects

# inside: within a sentence.
design-main-effects = Hovedeffekter
    .inside = hovedeffekter
design-interactions = Samspill
    .inside = samspill
design-no-clear-effects = Ingen av de { $all } { $effects } på { $outcome } kan skilles fra 0.
design-clear-effects = { $count } av { $all } { $effects } på { $outcome } kan skilles fra 0; den største er { $largest }, { $size }.
design-lowers-most = { $effect } senker { $outcome } mest.
design-raises-most = { $effect } øker { $outcome } mest.
design-nothing-clear = Ingenting kan skilles fra 0.
design-instead-of = { $level } i stedet for { $from }
design-from-to = { $field }: { $from } til { $level }
design-explained = Hovedeffekter og toveis samspill forklarer til sammen { $share } av variansen i { $outcome } mellom utforminger; resten er høyere samspill, krumning og tilfeldighet.
design-effects-drawn = De { $drawn } største av { $all } er tegnet; alle står i design_effects.csv.
design-effects-title = Hva gjør hvert valg, i snitt over de andre?
design-effects-subtitle = Forskjeller mellom andeler i prosentpoeng. Streker: 95 %-intervaller.
design-effects-reading = Hver rad endrer ett felt; prikken er snittet over alle kombinasjoner av de andre feltene. Til høyre for 0 er mer, til venstre mindre.
design-interactions-title = Hvilke valg endrer hva andre gjør?
design-interactions-reading = En forskjell mellom forskjeller: hvor mye mer den første endringen gjør sammen med den andre enn uten. 0 betyr at de to bare legges sammen.
design-change = endring
design-aliases = kan ikke skilles fra

## Cost against outcome

design-frontier = Kostnad mot utfall
design-one-on-frontier = Én utforming, { $first }, er både billigst og best ({ $first_cost } per familie, { $first_level }).
design-frontier-answer = { $count } av { $all } utforminger ligger på fronten for kostnad og utfall, { $sure } av dem i 95 % av gjentrekkingene: fra { $first } ({ $first_cost } per familie, { $first_level }) til { $last } ({ $last_cost }, { $last_level }).
design-nok = { $number } kr
design-hours = { $number } timer
design-frontier-title = Hvilke utforminger gir mer for mindre?
design-frontier-subtitle = Hvert punkt er en utforming; nummeret står i tabellen under.
design-cost-axis = { $cost ->
    [cost_nok] kostnad, 1000 kr per familie
    [cost_visits_nok] kostnad besøk, 1000 kr per familie
   *[other] hjelpertimer per familie
}
# Beside the line at the most that a design may cost.
design-limit = grense
design-on-frontier = på fronten
design-other-designs = andre utforminger
design-reference-arm = referansen
design-frontier-takeaway = { $count } av { $all } utforminger kan ikke slås til sin kostnad.
design-frontier-reading = Ingen utforming som koster like lite, gjør det bedre enn dem på linjen. Punkter nær den kan bytte plass med den ved en tilfeldighet.
design-frontier-table = Utforminger på fronten
design-number = nummer
design-frontier-share = på fronten i gjentrekkinger

## Method and limits

design-method-full = Alle { $runs } kombinasjoner av nivåene simuleres.
design-method-fraction = { $runs } av { $all } kombinasjoner simuleres: en regulær fraksjon av oppløsning { $resolution }. Effekter som den ikke kan skille, står sammen i tabellen.
design-method-latin-hypercube = { $runs } utforminger er spredt over feltenes områder i en latinsk hyperkube. Effektene er en rett linjes, fra nedre til øvre ende: { $ranges }.
design-method-effects = Effektene regnes ut med minste kvadraters metode i hver gjentakelse, med hovedeffekter og toveis samspill; intervallene kommer fra spredningen over gjentakelser. En hovedeffekt er snittet på et nivå minus snittet på det første nivået, der alle kombinasjoner av de andre feltene teller likt.
design-limits-best = Den beste av mange utforminger ser litt bedre ut enn den er: en del av forspranget er tilfeldig. Utforminger der forskjellen fra den rommer 0, er like gode så langt denne studien kan se.
design-limits-cost = Kostnadene omfatter det modellen priser: besøk med reise og administrasjon, kompenserende tiltak, og uker i plassering der alle kostnader er med.
