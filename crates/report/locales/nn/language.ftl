### Nynorsk.

## The language itself

language-name = norsk nynorsk
language-in-english = Norwegian (nynorsk)
language-aliases = { "" }

## Numbers

number-decimal-sign = ,
# A narrow space that breaks no line.
number-group-sign = { "\u202F" }
# Four digits are read without a gap.
number-group-from = 5
number-percent = { $number }{ "\u202F" }%
number-range = { $lower }–{ $upper }
number-range-minus = { $lower } til { $upper }

## Dates

date = { $day }. { $month ->
    [1] januar
    [2] februar
    [3] mars
    [4] april
    [5] mai
    [6] juni
    [7] juli
    [8] august
    [9] september
    [10] oktober
    [11] november
   *[12] desember
} { $year }

## Lists: "a, b og c"

list-separator = { ", " }
list-last = { $first } og { $last }
