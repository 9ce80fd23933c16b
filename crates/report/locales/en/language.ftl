### English. The first language: the others have the same keys, and it stands in where one is missing.

## The language itself

# What the language calls itself.
language-name = English
# What it is called in the help of the program, which is in English.
language-in-english = English
# Other codes that `--lang` takes for this language, with blanks between them.
language-aliases = { "" }

## Numbers

number-decimal-sign = .
# Between groups of three digits; one sign, or { "" } for none.
number-group-sign = ,
# From how many digits on groups are set apart.
number-group-from = 4
number-percent = { $number }%
number-range = { $lower }–{ $upper }
# Where an end has a minus, a dash would be hard to read.
number-range-minus = { $lower } to { $upper }

## Dates

date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }

## Lists: "a, b and c"

list-separator = { ", " }
list-last = { $first } and { $last }
