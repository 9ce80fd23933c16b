//! The standing text of the page, in both languages side by side.

use crate::language::{Language, phrases};

phrases!(Prose {
    not_for_one_family: "This compares designs of measures under stated assumptions. It is not for decisions about a single family.",
        "Dette sammenligner utforminger av tiltak under oppgitte antakelser. Det skal ikke brukes til avgjørelser om en enkelt familie.";
    contents: "Contents", "Innhold";
    scenario_asks: "The scenario itself asks:", "Scenarioet selv spør:";
    study_again_note: "The same command with the same version gives the same tables, bit for bit, whatever the number of threads. scenario.toml in this folder holds everything: scenario, programmes and study.",
        "Den samme kommandoen med samme versjon gir de samme tabellene, bit for bit, uansett antall tråder. scenario.toml i denne mappen inneholder alt: scenario, tiltak og studie.";
    question: "Question", "Spørsmål";
    answer: "Answer", "Svar";
    on_placement: "Placement", "Plassering";
    on_completion: "Completion", "Fullføring";
    what_intervals_hold: "What the intervals hold.", "Hva intervallene rommer.";
    warnings: "Notes from the run", "Merknader fra kjøringen";
    main_results: "Main results", "Hovedresultater";
    main_results_note: "Estimate, with its 95% interval below. Reference arm marked with *. A dash: not defined, for instance completion where there is no helper measure.",
        "Estimat, med 95 %-intervall under. Referansen er merket med *. Strek: ikke definert, for eksempel fullføring der det ikke finnes noe hjelpetiltak.";
    arm: "arm", "alternativ";
    figures: "Figures", "Figurer";
    how_to_read: "How to read it:", "Slik leses den:";
    figure_missing: "Not drawn: these results hold nothing for it.", "Ikke tegnet: resultatene har ingenting til den.";
    read_placement: "Each line is the share of referred families that have had at least one child placed by that week. The axis starts at 0, so heights can be compared. The week is counted from each family's own referral.",
        "Hver linje er andelen henviste familier som har fått minst ett barn plassert innen den uken. Aksen begynner på 0, så høyder kan sammenlignes. Uken telles fra familiens egen henvisning.";
    read_dots: "Completion is of families that started; placement is of all referred families, also those who declined. The two need not move together: control, for instance, can keep families in a measure and still lead to placement.",
        "Fullføring gjelder familier som begynte; plassering gjelder alle henviste, også de som takket nei. De to trenger ikke følges ad: kontroll kan for eksempel holde familier i et tiltak og likevel føre til plassering.";
    read_contrasts: "A point left of the line at 0 means less than the reference, right means more. The same simulated families meet both arms, which makes these differences more certain than the distance between two separate intervals. A hollow point means that the interval holds 0.",
        "Et punkt til venstre for streken ved 0 betyr mindre enn referansen, til høyre mer. De samme simulerte familiene møter begge alternativer, så forskjellene er sikrere enn avstanden mellom to atskilte intervaller. Et hult punkt betyr at intervallet inneholder 0.";
    read_exits: "At each week the heights of the layers are the shares of started families that have left in each way; they add to 100%. Families still in the measure are the pale layer at the top.",
        "For hver uke er høyden på lagene andelene av familiene som har sluttet på hver måte; de summerer til 100 %. Familier som fortsatt er i tiltaket, er det lyse laget øverst.";
    read_alliance: "The line is the family in the middle, the band holds 8 of 10 families. Alliance is the mean of bond and agreement with the helper, trust is trust in the services. The alliance curve ends where nobody is left in the measure.",
        "Linjen er familien i midten, båndet rommer 8 av 10 familier. Allianse er snittet av bånd og enighet med hjelperen, tillit er tillit til tjenestene. Alliansekurven slutter der ingen er igjen i tiltaket.";
    read_dose: "The stroke is what the plan says, the hollow point what helpers could offer, the filled point what families attended. Families that leave early plan fewer visits, so a short stroke can also mean early dropout.",
        "Streken er det planen sier, det hule punktet det hjelperne kunne tilby, det fylte punktet det som ble gjennomført. Familier som slutter tidlig, får færre planlagte besøk, så en kort strek kan også bety tidlig frafall.";
    read_cost: "Down and to the left is cheaper with fewer placements in the left panel; up and to the left is cheaper with more completion in the right one. Both axes start at 0.",
        "Nede til venstre er billigere med færre plasseringer i det venstre feltet; oppe til venstre er billigere med mer fullføring i det høyre. Begge akser begynner på 0.";
    read_subgroups: "In each row the points go from families with least (light, above) to most risk or adversity (dark, below). Panels of the same outcome share their scale.",
        "I hver rad går punktene fra familier med minst (lys, øverst) til mest risiko eller belastning (mørk, nederst). Felt med samme utfall har samme skala.";
    read_capacity: "The line is the family in the middle, the band holds 8 of 10 families. Look at the bands: families differ widely within an arm.",
        "Linjen er familien i midten, båndet rommer 8 av 10 familier. Se på båndene: familier er svært ulike innen samme alternativ.";
    contrasts: "Paired differences from the reference", "Parvise forskjeller fra referansen";
    contrasts_note: "Difference is arm less reference, ratio is arm by reference, for the same simulated families. Shares differ in percentage points. All outcomes and weeks are in contrasts.csv.",
        "Forskjell er alternativ minus referanse, forhold er alternativ delt på referanse, for de samme simulerte familiene. Forskjeller mellom andeler er i prosentpoeng. Alle utfall og uker står i contrasts.csv.";
    outcome: "outcome", "utfall";
    of_whom: "of", "av";
    week: "week", "uke";
    difference: "difference", "forskjell";
    ratio: "ratio", "forhold";
    better_in: "better in draws", "bedre i trekninger";
    reading: "reading", "lesning";
    no_contrasts: "There is one arm, so there is nothing to compare.", "Det er ett alternativ, så det er ingenting å sammenligne.";
    subgroups: "Groups of families", "Grupper av familier";
    subgroups_note: "By risk factors at referral and by quarter of adversity (4 has most).",
        "Etter risikofaktorer ved henvisning og etter fjerdedel av belastning (4 har mest).";
    group: "group", "gruppe";
    rows: "rows", "rader";
    method: "Method in short", "Metoden i korthet";
    method_model: "A simulated family has risk and protective factors, stress, caregiving capacity, trust in services and, while in a measure, an alliance with its helper. Week by week, visits build or break alliance, alliance carries attendance and learning, and capacity and stress decide how dangerous life at home is. Placement follows from what the service believes, which follows from what it sees. No design has an outcome written in: results come out of these steps.",
        "En simulert familie har risiko- og beskyttelsesfaktorer, stress, omsorgsevne, tillit til tjenestene og, mens den er i et tiltak, en allianse med hjelperen. Uke for uke bygger besøkene alliansen opp eller ned, alliansen bærer oppmøte og læring, og omsorgsevne og stress avgjør hvor farlig det er hjemme. Plassering følger av hva tjenesten tror, som følger av hva den ser. Ingen utforming har utfallet skrevet inn: resultatene kommer ut av disse stegene.";
    method_paired: "Every family meets the same life events in every arm (common random numbers). Differences are taken family by family, so that they show the design and not the luck of the draw.",
        "Hver familie møter de samme livshendelsene i hvert alternativ (felles tilfeldige tall). Forskjeller regnes familie for familie, så de viser utformingen og ikke flaksen.";
    method_estimators: "Shares placed are cumulative shares with a first placement since referral. Every simulated family is followed to the horizon, so nobody is censored and the Kaplan-Meier estimate is the plain share. Ways out of the measure compete: their cumulative incidences (Aalen-Johansen) add to 1 with those still in it. Completion of those started describes the measure; of those offered it also counts who accepted.",
        "Andeler plassert er kumulative andeler med en første plassering siden henvisning. Alle simulerte familier følges til siste uke, så ingen er sensurert, og Kaplan-Meier-estimatet er den enkle andelen. Måtene å slutte på konkurrerer: de kumulative insidensene (Aalen-Johansen) summerer til 1 med dem som fortsatt er i tiltaket. Fullføring av dem som begynte, beskriver tiltaket; av dem som fikk tilbudet, teller den også hvem som takket ja.";
    assumptions: "Every assumption", "Alle antakelser";
    assumptions_intro: "The numbers behind these results, with how well each is known. The tables of the model are shown whole, so not every row has a part in this run. Most sizes are not measured: look at the grades before trusting a small difference.",
        "Tallene bak resultatene, med hvor godt hvert av dem er kjent. Modellens tabeller vises hele, så ikke hver rad er med i denne kjøringen. De fleste størrelsene er ikke målt: se på gradene før du stoler på en liten forskjell.";
    grades: "Grades", "Grader";
    grade: "grade", "grad";
    grade_meaning: "meaning", "betydning";
    grade_a: "pooled estimate of a systematic review or meta-analysis", "samlet estimat fra systematisk oversikt eller metaanalyse";
    grade_b: "one trial, cohort or official statistic", "én studie, kohort eller offentlig statistikk";
    grade_c: "the sources report the direction, the size is ours", "kildene oppgir retningen, størrelsen er vår";
    grade_d: "our assumption", "vår antakelse";
    parameters_of_grade: "parameters", "parametere";
    constants_of_grade: "fixed numbers in formulas", "faste tall i formlene";
    in_this_run: "in this run", "i denne kjøringen";
    used: "used", "brukt";
    not_used: "not used in this run", "ikke brukt i denne kjøringen";
    swipe: "Swipe sideways to see it all.", "Sveip sidelengs for å se alt.";
    changed: "What this scenario changed", "Hva dette scenariet endret";
    nothing_changed: "The scenario keeps every parameter at its default.", "Scenariet beholder alle parametere slik de er i utgangspunktet.";
    drawn_note: "Parameters were drawn anew for every draw; where the scenario names no range, as is said above.",
        "Parameterne ble trukket på nytt for hver trekning; der scenariet ikke oppgir et spenn, slik det er sagt over.";
    parameter: "parameter", "parameter";
    value: "value", "verdi";
    default_of_reading: "default (reading {reading})", "utgangspunkt (lesning {reading})";
    centre: "centre of the prior", "midten av førfordelingen";
    defaults_note: "The default of a parameter is its value in the central draw of this reading; the centre of the prior is our best guess before calibration, and the range is what we hold plausible.",
        "Utgangspunktet for en parameter er verdien i den sentrale trekningen under denne lesningen; midten av førfordelingen er vår beste gjetning før kalibrering, og spennet er det vi holder for rimelig.";
    range: "range", "spenn";
    unit: "unit", "enhet";
    source: "source", "kilde";
    meaning: "meaning", "betydning";
    whole_scenario: "all arms", "alle alternativer";
    where_it_holds: "holds in", "gjelder";
    population: "Families", "Familiene";
    field: "field", "felt";
    programmes: "The arms, field by field", "Alternativene, felt for felt";
    note: "stated or assumed", "oppgitt eller antatt";
    no_helper_measure: "No helper measure: families are followed without one.", "Uten hjelpetiltak: familiene følges uten noe slikt.";
    why_here: "Why it is here:", "Hvorfor det er med:";
    all_parameters: "All parameters of the model", "Alle parametere i modellen";
    other_tables: "Other tables of the model", "Andre tabeller i modellen";
    tables_language: "Keys, sources and meanings stand as in the model's own tables.", "Nøkler, kilder og forklaringer står som i modellens egne tabeller, på engelsk.";
    arenas: "Arenas", "Arenaer";
    professions: "Professions", "Profesjoner";
    controls: "Control functions", "Kontrollfunksjoner";
    components: "Components", "Virkemidler";
    catalogue: "Risk and protective factors", "Risiko- og beskyttelsesfaktorer";
    populations: "Populations", "Populasjoner";
    costs: "Prices", "Priser";
    constants: "Fixed numbers inside the formulas", "Faste tall i formlene";
    limits: "Limits", "Begrensninger";
    limit_purpose: "The model tests designs and assumptions against each other. It does not predict what happens to any real family.",
        "Modellen prøver utforminger og antakelser mot hverandre. Den forutsier ikke hva som skjer med noen virkelig familie.";
    limit_family: "All children of a family share one wellbeing, and two caregivers count as one.", "Alle barn i en familie deler én trivsel, og to omsorgspersoner regnes som én.";
    limit_measure: "A family has one helper measure at a time; what other services do meanwhile is not in it.", "En familie har ett hjelpetiltak om gangen; hva andre tjenester gjør i mellomtiden, er ikke med.";
    limit_thresholds: "Services keep their thresholds whatever the supply of help or of places in care.", "Tjenestene holder på tersklene sine uansett tilgang på hjelp eller plasser.";
    limit_justice: "Discrimination, appeals and the county board are left out, so nothing here tells who is treated unjustly.", "Diskriminering, klager og barneverns- og helsenemnda er utelatt, så ingenting her sier hvem som behandles urettferdig.";
    limit_evidence: "Many effects are known in direction only. An interval cannot show an error in the structure of the model.", "For mange virkninger kjenner vi bare retningen. Et intervall kan ikke vise en feil i selve modellen.";
    again: "How to run it again", "Slik kjøres det på nytt";
    again_note: "The same program version, scenario and seed give the same numbers, whatever the number of threads. The file scenario.toml in this folder holds everything resolved.",
        "Samme programversjon, scenario og frø gir de samme tallene, uansett antall tråder. Filen scenario.toml i denne mappen har alt skrevet ut.";
    command: "command", "kommando";
    versions: "versions", "versjoner";
    seed: "seed", "frø";
    size: "size", "størrelse";
    started: "started", "startet";
    hash: "hash", "sjekksum";
    figures_also: "The figures are also in the folder figures/ as SVG and PNG.", "Figurene ligger også i mappen figures/ som SVG og PNG.";
});

impl Language {
    /// The standing text of the page.
    pub fn prose(self) -> &'static Prose {
        self.pick(&ENGLISH, &NORWEGIAN)
    }
}
