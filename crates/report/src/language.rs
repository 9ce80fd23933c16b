//! The two languages of figures and reports, phrase beside phrase.
//!
//! Every phrase is written once in each language in the same line of the table, so
//! none can be missing: a phrase without a translation does not compile. Sentences
//! that hold numbers are in `sentences`, the prose of the page in `prose`.

use homeground_core::outcomes::manifest::DrawnFrom;
use homeground_core::outcomes::manifest::{Interval, Manifest};

/// The language of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Norwegian, bokmål.
    Norwegian,
}

impl Language {
    /// The code of the language, as `--lang` and web pages write it.
    pub fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Norwegian => "nb",
        }
    }

    /// The language with this code; `no` is taken for `nb`.
    pub fn from_code(code: &str) -> Option<Language> {
        match code {
            "en" => Some(Language::English),
            "nb" | "no" => Some(Language::Norwegian),
            _ => None,
        }
    }

    /// Short phrases of figures and tables.
    pub fn words(self) -> &'static Words {
        match self {
            Language::English => &ENGLISH,
            Language::Norwegian => &NORWEGIAN,
        }
    }

    /// The language as it tells messages.
    pub fn teller(self) -> &'static crate::words::Words {
        crate::words::testing::words(self.code())
    }

    /// One of two phrases.
    pub fn pick<Phrase>(self, english: Phrase, norwegian: Phrase) -> Phrase {
        match self {
            Language::English => english,
            Language::Norwegian => norwegian,
        }
    }
}

/// Builds a struct of phrases and its two values.
macro_rules! phrases {
    ($type:ident { $($name:ident: $english:literal, $norwegian:literal;)* }) => {
        /// Phrases in one language.
        #[derive(Debug)]
        pub struct $type {
            /// The language of the phrases.
            pub language: $crate::language::Language,
            $(#[doc = $english] pub $name: &'static str,)*
        }

        static ENGLISH: $type = $type {
            language: $crate::language::Language::English,
            $($name: $english,)*
        };

        static NORWEGIAN: $type = $type {
            language: $crate::language::Language::Norwegian,
            $($name: $norwegian,)*
        };
    };
}
pub(crate) use phrases;

phrases!(Words {
    placement_title: "How many families have had a child placed?",
        "Hvor mange familier har fått et barn plassert?";
    placement_subtitle: "Share of families with a first out-of-home placement, by weeks since referral.",
        "Andel familier med en første plassering utenfor hjemmet, etter uker siden henvisning.";
    placement_shading: "Shaded: interval.", "Skygge: intervall.";
    line_interval: "Lines: intervals.", "Streker: intervaller.";
    share_of_families: "share of families", "andel familier";
    weeks_since_referral: "weeks since referral", "uker siden henvisning";
    exits_title: "How do families leave the measure?", "Hvordan slutter familiene i tiltaket?";
    exits_subtitle: "Of families that started, the share that has left in each way (cumulative; the layers add to 100%).",
        "Av familiene som begynte: andelen som har sluttet på hver måte (kumulativt; lagene summerer til 100 %).";
    dots_title: "Completion and placement, arm by arm", "Fullføring og plassering, alternativ for alternativ";
    dots_subtitle: "By week {week}. Families that complete more are not always placed less.",
        "Innen uke {week}. Mer fullføring betyr ikke alltid færre plasseringer.";
    completed_of_started: "Completed, of families that started", "Fullført, av familiene som begynte";
    families_placed: "Families with a child placed", "Familier med plassering";
    contrasts_title: "How far is each arm from {reference}?", "Hvor langt er hvert alternativ fra {reference}?";
    contrasts_subtitle: "Differences by week {week}: the same families under both arms, arm less reference.",
        "Forskjeller innen uke {week}: de samme familiene i begge alternativer, alternativ minus referanse.";
    key_clear: "interval excludes 0", "intervallet utelukker 0";
    key_unclear: "interval holds 0: cannot be told apart", "intervallet inneholder 0: kan ikke skilles";
    contrast_placed: "Families placed, per 1000", "Familier med plassering, per 1000";
    contrast_completed: "Completed, per 1000 started", "Fullført, per 1000 som begynte";
    contrast_weeks_in_care: "Weeks in care per family", "Uker i plassering per familie";
    contrast_cost: "Cost per family, 1000 NOK", "Kostnad per familie, 1000 kr";
    alliance_trust_title: "Alliance and trust by week", "Allianse og tillit uke for uke";
    alliance_trust_subtitle: "0 is none, 1 is full. Alliance is of families engaged in that week: those who left are not in it. Trust is of all families.",
        "0 er ingen, 1 er full. Alliansen gjelder familier som er i tiltaket den uken: de som har sluttet, er ikke med. Tilliten gjelder alle familier.";
    capacity_stress_title: "How do caregiving capacity and stress move?",
        "Hvordan endrer omsorgsevne og stress seg?";
    capacity_stress_subtitle: "0 is lowest, 1 is highest. All families, also those who left the measure or never started.",
        "0 er lavest, 1 er høyest. Alle familier, også de som sluttet i eller aldri begynte i tiltaket.";
    key_median: "the family in the middle (median)", "familien i midten (median)";
    key_percentiles: "8 in 10 families (10th to 90th percentile)", "8 av 10 familier (10. til 90. persentil)";
    dose_title: "How much help do families receive?", "Hvor mye hjelp får familiene?";
    dose_subtitle: "Visits per family that started, by week {week}. Between planned and delivered lie absence and overload of helpers; between delivered and attended, visits the family missed.",
        "Besøk per familie som begynte, innen uke {week}. Mellom planlagt og tilbudt ligger hjelpernes fravær og for mange familier per hjelper; mellom tilbudt og gjennomført ligger besøk familien uteble fra.";
    visits_planned: "planned", "planlagt";
    visits_delivered: "delivered", "tilbudt";
    visits_attended: "attended", "gjennomført";
    dose_values: "attended / planned · share", "gjennomført / planlagt · andel";
    visits_per_started: "visits per family that started", "besøk per familie som begynte";
    cost_title: "What does it cost, and what comes of it?", "Hva koster det, og hva kommer ut av det?";
    cost_subtitle: "Cost per family referred against outcomes, by week {week}.",
        "Kostnad per henvist familie mot utfall, innen uke {week}.";
    cost_axis: "cost per family, 1000 NOK", "kostnad per familie, 1000 kr";
    cost_note: "Cost counts visits when attended (with travel and administration), compensating measures and weeks in care. Missed visits, boarding in residential stays and training are not priced. Other costs and later savings are not in it.",
        "Kostnaden omfatter gjennomførte besøk (med reise og administrasjon), kompenserende tiltak og uker i plassering. Besøk familien uteble fra, botilbudet i døgnopphold og opplæring er ikke priset. Andre kostnader og senere besparelser er ikke med.";
    placement_bands: "Bands are for each arm alone; the paired differences are in the figure of contrasts.",
        "Båndene gjelder hvert alternativ for seg; de parvise forskjellene står i figuren med forskjeller.";
    placement_one_band: "With this many arms, only the band of {reference} is drawn. It is for that arm alone; the paired differences are in the figure of contrasts.",
        "Med så mange alternativer er bare båndet for {reference} tegnet. Det gjelder det alternativet for seg; de parvise forskjellene står i figuren med forskjeller.";
    subgroups_title: "Is it the same for all families?", "Er det likt for alle familier?";
    subgroups_subtitle: "Placement and completion by week {week}, by risk factors at referral and by quarter of adversity.",
        "Plassering og fullføring innen uke {week}, etter risikofaktorer ved henvisning og etter fjerdedel av belastning.";
    no_helper_short: "no helper measure", "uten hjelpetiltak";
    left_out_no_helper: "Left out, because no family starts a helper measure there:",
        "Utelatt fordi ingen familie begynner i et hjelpetiltak der:";
    interval_monte_carlo: "Intervals (95%) hold the chance of the simulation, not what we do not know about the parameters.",
        "Intervallene (95 %) rommer simuleringens tilfeldighet, ikke det vi ikke vet om parameterne.";
    interval_parameters: "Intervals (95%) hold both uncertainty about parameters and the chance of the simulation.",
        "Intervallene (95 %) rommer både usikkerhet om parameterne og simuleringens tilfeldighet.";
    interval_prior: "Intervals (95%) hold both uncertainty about parameters (prior: plausible ranges) and the chance of the simulation.",
        "Intervallene (95 %) rommer både usikkerhet om parameterne (prior: rimelige spenn) og simuleringens tilfeldighet.";
    interval_posterior: "Intervals (95%) hold both uncertainty about parameters (posterior, after calibration) and the chance of the simulation.",
        "Intervallene (95 %) rommer både usikkerhet om parameterne (posterior, etter kalibrering) og simuleringens tilfeldighet.";
    interval_none: "There are no intervals: one replicate cannot tell chance from difference.",
        "Det er ingen intervaller: én gjentakelse kan ikke skille tilfeldighet fra forskjell.";
});

impl Words {
    /// What the intervals of a run hold, in one sentence.
    pub fn interval_note(&self, manifest: &Manifest) -> &'static str {
        match manifest.interval {
            Interval::MonteCarlo => self.interval_monte_carlo,
            Interval::ParametersAndMonteCarlo => match manifest.drawn_from {
                Some(DrawnFrom::Prior) => self.interval_prior,
                Some(DrawnFrom::Posterior) => self.interval_posterior,
                Some(DrawnFrom::NamedRanges) | None => self.interval_parameters,
            },
            Interval::None => self.interval_none,
        }
    }

    /// A subtitle, with how intervals are drawn if there are any.
    pub fn with_intervals(&self, subtitle: &str, drawn: &str, interval: Interval) -> String {
        match interval {
            Interval::None => subtitle.to_owned(),
            _ => format!("{subtitle} {drawn}"),
        }
    }

    /// Name of an outcome; one that is new keeps the name it has in the files.
    pub fn outcome<'name>(&self, outcome: &'name str) -> &'name str {
        let (english, norwegian) = match outcome {
            "placed" => ("placed", "plassering"),
            "placed_again" => ("placed again", "plassert på nytt"),
            "reunified" => ("reunified", "tilbakeført"),
            "uptake" => ("accepted the offer", "takket ja"),
            "completed" => ("completed", "fullført"),
            "dropped_out" => ("dropped out", "frafall"),
            "terminated" => ("ended by the service", "avsluttet av tjenesten"),
            "expired" => ("time ran out", "tiden løp ut"),
            "ended_by_placement" => ("ended by placement", "avsluttet ved plassering"),
            "still_engaged" => ("still in the measure", "fortsatt i tiltaket"),
            "waiting" => ("waiting", "venter"),
            "visits" => ("visits attended", "besøk gjennomført"),
            "visits_planned" => ("visits planned", "besøk planlagt"),
            "visits_delivered" => ("visits delivered", "besøk tilbudt"),
            "hours" => ("hours with a helper", "timer med hjelper"),
            "hours_planned" => ("hours planned", "timer planlagt"),
            "hours_delivered" => ("hours delivered", "timer tilbudt"),
            "attended_share" => (
                "attended of planned visits",
                "gjennomført av planlagte besøk",
            ),
            "alliance" => ("alliance", "allianse"),
            "trust" => ("trust", "tillit"),
            "capacity" => ("capacity", "omsorgsevne"),
            "stress" => ("stress", "stress"),
            "wellbeing" => ("child wellbeing", "barnets trivsel"),
            "concern" => ("concern of the service", "tjenestens bekymring"),
            "danger" => ("danger", "fare"),
            "weeks_in_care" => ("weeks in care", "uker i plassering"),
            "cost_nok" => ("cost, NOK", "kostnad, kr"),
            "cost_visits_nok" => ("cost of visits, NOK", "kostnad besøk, kr"),
            "cost_compensating_nok" => (
                "cost of compensating measures, NOK",
                "kostnad kompenserende tiltak, kr",
            ),
            "cost_care_nok" => ("cost of care, NOK", "kostnad plassering, kr"),
            "helper_hours" => ("helper hours", "hjelpertimer"),
            "risk_factors" => ("risk factors at referral", "risikofaktorer ved henvisning"),
            "weeks_waited" => ("weeks waited", "uker ventet"),
            other => return other,
        };
        self.language.pick(english, norwegian)
    }

    /// Of whom an outcome is measured.
    pub fn unit<'name>(&self, unit: &'name str) -> &'name str {
        let (english, norwegian) = match unit {
            "family" => ("families", "familier"),
            "child" => ("children", "barn"),
            "started" => ("families that started", "familier som begynte"),
            "offered" => ("families offered it", "familier som fikk tilbudet"),
            other => return other,
        };
        self.language.pick(english, norwegian)
    }

    /// Name of a group of families.
    pub fn group(&self, grouping: &str, group: &str) -> String {
        match (grouping, group) {
            ("risk_factors", group) => {
                let group = group.replace('-', "–");
                let name = self.language.pick("risk factors", "risikofaktorer");
                let or_more = self.language.pick("or more", "eller flere");
                match group.strip_suffix('+') {
                    Some(number) => format!("{number} {or_more} {name}"),
                    None => format!("{group} {name}"),
                }
            }
            ("adversity_quartile", "1") => self
                .language
                .pick(
                    "least adversity (quarter 1)",
                    "minst belastning (fjerdedel 1)",
                )
                .to_owned(),
            ("adversity_quartile", "4") => self
                .language
                .pick(
                    "most adversity (quarter 4)",
                    "mest belastning (fjerdedel 4)",
                )
                .to_owned(),
            ("adversity_quartile", group) => {
                format!("{} {group}", self.language.pick("quarter", "fjerdedel"))
            }
            (_, group) => group.to_owned(),
        }
    }

    /// Heading of a panel of the figure of subgroups.
    pub fn subgroup_panel(&self, outcome: &str, grouping: &str) -> String {
        let outcome = match outcome {
            "placed" => self.language.pick("Placed", "Plassering"),
            _ => self.language.pick("Completed", "Fullført"),
        };
        let grouping = match grouping {
            "risk_factors" => self
                .language
                .pick("by risk factors", "etter risikofaktorer"),
            _ => self.language.pick("by adversity", "etter belastning"),
        };
        format!("{outcome} {grouping}")
    }
}
