"""Every rule, named one family after the other."""

from reviewer.rules.advert import filler, furniture
from reviewer.rules.advert import text as advert_text
from reviewer.rules.consistency import forms, names, numbers, repeats, short_forms, slots
from reviewer.rules.count import announced, growth, sums
from reviewer.rules.date import calendar, clock, parts, relative
from reviewer.rules.format import ending as format_ending
from reviewer.rules.format import page as format_page
from reviewer.rules.format import text as format_text
from reviewer.rules.formulation import incomplete, law_titles, members, near_miss, superseded
from reviewer.rules.numbering import punctuation as label_punctuation
from reviewer.rules.numbering import sequence
from reviewer.rules.numbering import style as label_style
from reviewer.rules.numeral import style as numeral_style
from reviewer.rules.numeral import twice
from reviewer.rules.office import terms as office_terms
from reviewer.rules.people import privacy
from reviewer.rules.people import spelling as person_spelling
from reviewer.rules.placeholder import asterisk, blanks, crosses, dropped, fields, letters, shapes, somebody, years
from reviewer.rules.punctuation import doubled, pairs, usage, width
from reviewer.rules.punctuation import style as punctuation_style
from reviewer.rules.rule import Rule
from reviewer.rules.spacing import invisible, spaces
from reviewer.rules.typo import confusables, idioms, repeated, unusual
from reviewer.rules.typo import years as impossible_years

RULES: tuple[Rule, ...] = (
    *asterisk.RULES,
    *letters.RULES,
    *years.RULES,
    *crosses.RULES,
    *shapes.RULES,
    *blanks.RULES,
    *fields.RULES,
    *somebody.RULES,
    *dropped.RULES,
    *filler.RULES,
    *advert_text.RULES,
    *furniture.RULES,
    *sequence.RULES,
    *label_style.RULES,
    *label_punctuation.RULES,
    *announced.RULES,
    *sums.RULES,
    *growth.RULES,
    *pairs.RULES,
    *doubled.RULES,
    *width.RULES,
    *punctuation_style.RULES,
    *usage.RULES,
    *spaces.RULES,
    *invisible.RULES,
    *confusables.RULES,
    *idioms.RULES,
    *repeated.RULES,
    *unusual.RULES,
    *impossible_years.RULES,
    *calendar.RULES,
    *clock.RULES,
    *parts.RULES,
    *relative.RULES,
    *numeral_style.RULES,
    *twice.RULES,
    *repeats.RULES,
    *forms.RULES,
    *slots.RULES,
    *names.RULES,
    *numbers.RULES,
    *short_forms.RULES,
    *person_spelling.RULES,
    *privacy.RULES,
    *office_terms.RULES,
    *near_miss.RULES,
    *law_titles.RULES,
    *members.RULES,
    *superseded.RULES,
    *incomplete.RULES,
    *format_page.RULES,
    *format_text.RULES,
    *format_ending.RULES,
)
