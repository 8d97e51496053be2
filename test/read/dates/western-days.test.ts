import { told } from "./support.ts";

told(
  "en",
  `
early next week, on Tuesday = 2026-05-26
later this week, on Friday = 2026-05-22
in two weeks' time, on Wednesday June 3 = 2026-06-03
early next month, on the 2nd = 2026-06-02
by the end of June, at the latest on the 30th = 2026-06-30
June 1 (Monday) = 2026-06-01
It stops three months from now = 2026-08-20
Two months from today it is gone = 2026-07-20
A month from now, requests fail = 2026-06-20
gone half a year from today = 2026-11-20
a week from tomorrow = 2026-05-28
It goes dark a week tomorrow = 2026-05-28
It leaves tomorrow week = 2026-05-28
a fortnight tomorrow = 2026-06-04
a fortnight from today = 2026-06-03
a fortnight from now = 2026-06-03
It leaves a week on Monday = 2026-06-01
a week from Monday = 2026-06-01
two weeks from this Friday = 2026-06-05
two weeks on Friday = 2026-06-05
a fortnight on Monday = 2026-06-08
It goes Monday week = 2026-06-01
on the fifteenth of next month = 2026-06-15
by the twenty-first of this month = 2026-05-21
next month, on the thirtieth = 2026-06-30
at the end of next month, on the 30th = 2026-06-30
at the end of June, on the 30th = 2026-06-30
late next month, the 29th to be exact = 2026-06-29
early in July, on the 3rd to be precise = 2026-07-03
In June (on the 30th) we turn it off = 2026-06-30
next month: on the 11th the small one, on the 25th the large one = 2026-06-11 2026-06-25
in three months, on August 24 = 2026-08-24
On August 24, three months from now = 2026-08-24
in three weeks, on June 12, it leaves = 2026-06-12
thirty days from now, that is on 19 June = 2026-06-19
Made in 2024, it stops in three months, on August 24 = 2026-08-24
20 January next year = 2027-01-20
January 20 of next year = 2027-01-20
next year, on January 20 = 2027-01-20
on the twentieth of January = 2027-01-20
until the fifth of June = 2026-06-05
30 days after the date of this advisory = 2026-06-19
thirty days from the publication of this notice = 2026-06-19
forty-five days from now = 2026-07-04
90 days hence = 2026-08-18
a month to the day = 2026-06-20
a month ago to the day = 2026-04-20
It has been the deadline all along, the 10th, for us = 2026-05-10
It is the 28th. = 2026-05-28
on the final day of June = 2026-06-30
One goes on October 14. The other goes two days later. = 2026-10-14 2026-10-16
One goes on October 14. The other goes ten days sooner than the rest. = 2026-10-14 2026-10-04
One goes on October 14, the other two weeks earlier = 2026-10-14 2026-09-30
One goes on October 14, the other the following day = 2026-10-14 2026-10-15
One goes on October 14, the other the Monday after that = 2026-10-14 2026-10-19
Thirty days after October 14 it is over = 2026-11-13
You should pencil in July. It stops on the 20th of that month. = 2026-07 2026-07-20
We give 30 days of credit =
It took three months of work =
three months ago = 2026-02
version 3.1 is half a year of work =
24/7 support and 1/2 the price =
the 10th anniversary, the 4th generation and the third of three =
One goes on October 14, two weeks earlier than planned = 2026-10-14
It goes on October 14, not quite three months after the launch = 2026-10-14
in three months, and on the 30th try it breaks = 2026-08
in June the first models leave = 2026-06
on 8/31, we turn it off = 2026-08-31
It stops by 31/8. = 2026-08-31
on 8/10 tasks, on 3/4 of them and from 9/10 to 8/10 =
The window is shorter for gpt-9: just 30 days. = 2026-06-19
`,
);

told(
  "de",
  `
bis Ende Juni, spätestens zum 30. = 2026-06-30
Anfang nächsten Monats, am 2. = 2026-06-02
am 1. Juni (Montag) = 2026-06-01
In drei Monaten, am 24. August, ist Schluss = 2026-08-24
heute in einem Monat = 2026-06-20
heute in vierzehn Tagen = 2026-06-03
morgen in einer Woche = 2026-05-28
Montag in einer Woche = 2026-06-01
am Freitag in zwei Wochen = 2026-06-05
drei Monate ab heute = 2026-08-20
zwei Wochen von heute an = 2026-06-03
in zwei Monaten auf den Tag genau = 2026-07-20
genau in zwei Monaten = 2026-07-20
binnen 30 Tagen = 2026-06-19
30 Tage nach Erscheinen dieses Hinweises = 2026-06-19
30 Tage ab Datum dieses Schreibens = 2026-06-19
fünfundvierzig Tage ab heute = 2026-07-04
am Fünfzehnten des nächsten Monats = 2026-06-15
zum 15. kommenden Monats = 2026-06-15
am 15. des Folgemonats = 2026-06-15
am dreißigsten Juni = 2026-06-30
am ersten Juli = 2026-07-01
Ende Juni, genauer am 30. = 2026-06-30
Ende nächsten Monats, genauer gesagt am 29., ist Schluss = 2026-06-29
Ende des Monats, am 30. = 2026-05-30
im Juni, und zwar am 12., endet es = 2026-06-12
Anfang Juli (am 3.) = 2026-07-03
20. Januar nächsten Jahres = 2027-01-20
am 20. Januar des kommenden Jahres = 2027-01-20
am letzten Tag des Monats = 2026-05-31
am 31.8. ist Schluss = 2026-08-31
bis zum 31.08. laufen sie = 2026-08-31
ab heute = 2026-05-20
von heute an = 2026-05-20
seit heute = 2026-05-20
am heutigen Mittwoch = 2026-05-20
am morgigen Donnerstag = 2026-05-21
Das eine endet am 14. Oktober, das andere zwei Wochen später = 2026-10-14 2026-10-28
Das eine endet am 14. Oktober. Zwei Tage danach folgt das andere. = 2026-10-14 2026-10-16
Das eine endet am 14. Oktober, das andere zehn Tage früher als der Rest = 2026-10-14 2026-10-04
Das eine endet am 14. Oktober, das andere am Tag darauf = 2026-10-14 2026-10-15
Das eine endet am 14. Oktober, das andere am darauffolgenden Montag = 2026-10-14 2026-10-19
Genau 30 Tage nach dem 14. Oktober = 2026-11-13
Im Juli ist es so weit. Am 20. jenes Monats endet es. = 2026-07 2026-07-20
in einem halben Jahr, am 20. November = 2026-11-20
30 Tage Guthaben und zwei Wochen lang Ruhe =
vor drei Monaten = 2026-02
Version 3.1. und 24/7 zum 1/2 Preis =
der 10. Jahrestag =
Guten Morgen =
zehn Tage früher als geplant =
`,
);

told(
  "fr",
  `
le 1er et le 15 juin = 2026-06-01 2026-06-15
la semaine prochaine, vendredi = 2026-05-29
le 3 prochain = 2026-06-03
au début du mois prochain, le 2 = 2026-06-02
dans trois mois, le 24 août = 2026-08-24
dans un mois jour pour jour = 2026-06-20
deux mois à compter d'aujourd'hui = 2026-07-20
trente jours à partir de maintenant = 2026-06-19
quinze jours à compter de demain = 2026-06-05
lundi dans une semaine = 2026-06-01
vendredi en huit = 2026-05-29
vendredi en quinze = 2026-06-05
lundi en huit = 2026-06-01
30 jours après la date du présent avis = 2026-06-19
30 jours après la publication de ce message = 2026-06-19
dans quarante-cinq jours = 2026-07-04
dans deux semaines exactement = 2026-06-03
fin septembre, le 30 exactement = 2026-09-30
À la fin du mois prochain, le 30, c'est fini = 2026-06-30
À la fin du mois prochain, le 30 précisément = 2026-06-30
début juillet, plus précisément le 3 = 2026-07-03
en juin (le 12) = 2026-06-12
fin juin, soit le 30 juin = 2026-06-30
le 1er du mois prochain = 2026-06-01
le quinze du mois prochain = 2026-06-15
le mois prochain, le 15 = 2026-06-15
le 20 janvier de l'année prochaine = 2027-01-20
le vingt janvier = 2027-01-20
le premier juillet = 2026-07-01
au trente et un août = 2026-08-31
le dernier jour du mois = 2026-05-31
jusqu'au 30, ensuite plus rien = 2026-05-30
tirera le rideau le 30. = 2026-05-30
dès aujourd'hui = 2026-05-20
à compter d'aujourd'hui = 2026-05-20
à compter de ce jour = 2026-05-20
le 31/8, c'est fini = 2026-08-31
à partir du 31/08 = 2026-08-31
L'un part le 14 octobre, l'autre deux semaines plus tard = 2026-10-14 2026-10-28
L'un part le 14 octobre. Deux jours après, l'autre. = 2026-10-14 2026-10-16
L'un part le 14 octobre, l'autre dix jours plus tôt que le reste = 2026-10-14 2026-10-04
L'un part le 14 octobre, l'autre le lendemain = 2026-10-14 2026-10-15
L'un part le 14 octobre, l'autre le lundi suivant = 2026-10-14 2026-10-19
Trente jours après le 14 octobre = 2026-11-13
Rendez-vous en juillet. Le 20 de ce mois-là, il s'éteint. = 2026-07 2026-07-20
30 jours de crédit et deux semaines de silence =
il y a trois mois = 2026-02
la version 3.1, 24/7, à 1/2 prix =
le 10e anniversaire, le 4 étoiles =
en baisse de 20 %, le 30 % restant =
dix jours plus tôt que prévu =
`,
);
