import { told } from "./support.ts";

told(
  "es",
  `
el 1 y el 15 de junio = 2026-06-01 2026-06-15
la semana que viene, el viernes = 2026-05-29
el próximo día 3 = 2026-06-03
a mediados del mes que viene, el 15 = 2026-06-15
dentro de tres meses, el 24 de agosto = 2026-08-24
dos meses a partir de hoy = 2026-07-20
treinta días a contar de hoy = 2026-06-19
dentro de un mes exacto = 2026-06-20
justo dentro de un mes = 2026-06-20
de hoy en ocho días = 2026-05-28
quince días a partir de mañana = 2026-06-05
30 días después de la fecha de este aviso = 2026-06-19
30 días desde hoy = 2026-06-19
dentro de cuarenta y cinco días = 2026-07-04
dentro de dos semanas, el 3 de junio = 2026-06-03
a finales de mes, el 30 = 2026-05-30
a finales del mes que viene, el día 30 = 2026-06-30
a finales de septiembre, concretamente el 30 = 2026-09-30
a principios de julio (el 3) = 2026-07-03
en junio, exactamente el 12 = 2026-06-12
el quince del mes que viene = 2026-06-15
el próximo mes, el día 15 = 2026-06-15
el uno de julio = 2026-07-01
el primero de julio = 2026-07-01
el treinta y uno de agosto = 2026-08-31
el 20 de enero del año que viene = 2027-01-20
el 20 de enero del próximo año = 2027-01-20
del 26 de este mes = 2026-05-26
el 26 del presente mes = 2026-05-26
el último día del mes = 2026-05-31
hasta el 31, sin prórroga = 2026-05-31
se apaga el 28. = 2026-05-28
desde hoy = 2026-05-20
a partir de hoy = 2026-05-20
el 31/8 se apaga = 2026-08-31
a partir del 31/08 = 2026-08-31
Uno se va el 14 de octubre y otro dos semanas más tarde = 2026-10-14 2026-10-28
Uno se va el 14 de octubre. Dos días después, el otro. = 2026-10-14 2026-10-16
Uno se va el 14 de octubre y otro diez días antes que el resto = 2026-10-14 2026-10-04
Uno se va el 14 de octubre y otro al día siguiente = 2026-10-14 2026-10-15
Uno se va el 14 de octubre y otro el lunes siguiente = 2026-10-14 2026-10-19
Treinta días después del 14 de octubre = 2026-11-13
Será en julio. El 20 de ese mes se apaga. = 2026-07 2026-07-20
el lunes en una semana = 2026-06-01
30 días de crédito y dos semanas de silencio =
hace tres meses = 2026-02
la versión 3.1, 24/7, a 1/2 precio =
el 10 aniversario, el 4 estrellas, el 30 % =
por la mañana =
diez días antes de lo previsto =
`,
);

told(
  "pt",
  `
no próximo dia 3 = 2026-06-03
na semana que vem, na sexta = 2026-05-29
em meados do mês que vem, no dia 15 = 2026-06-15
daqui a três meses, em 24 de agosto = 2026-08-24
dois meses a partir de hoje = 2026-07-20
trinta dias a contar de hoje = 2026-06-19
exatamente daqui a um mês = 2026-06-20
daqui a exato um mês = 2026-06-20
quinze dias a partir de amanhã = 2026-06-05
30 dias após a data deste aviso = 2026-06-19
30 dias a partir de agora = 2026-06-19
em quarenta e cinco dias = 2026-07-04
daqui a duas semanas, em 3 de junho = 2026-06-03
em 30 dias, no dia 19 de junho = 2026-06-19
no fim do mês, dia 30 = 2026-05-30
no fim do mês que vem, no dia 30 = 2026-06-30
no final de setembro, mais precisamente no dia 30 = 2026-09-30
no início de julho (dia 3) = 2026-07-03
em junho, exatamente no dia 12 = 2026-06-12
no dia quinze do mês que vem = 2026-06-15
no próximo mês, dia 15 = 2026-06-15
em primeiro de julho = 2026-07-01
no dia trinta e um de agosto = 2026-08-31
em 20 de janeiro do ano que vem = 2027-01-20
20 de janeiro do próximo ano = 2027-01-20
no dia 26 deste mês = 2026-05-26
em 26 do corrente mês = 2026-05-26
no último dia do mês = 2026-05-31
até o dia 31 = 2026-05-31
a partir de hoje = 2026-05-20
de hoje em diante = 2026-05-20
desde hoje = 2026-05-20
até 31/8 = 2026-08-31
em 31/08 o modelo sai = 2026-08-31
Um sai em 14 de outubro e o outro duas semanas mais tarde = 2026-10-14 2026-10-28
Um sai em 14 de outubro. Dois dias depois, o outro. = 2026-10-14 2026-10-16
Um sai em 14 de outubro e o outro dez dias antes dos demais = 2026-10-14 2026-10-04
Um sai em 14 de outubro e o outro no dia seguinte = 2026-10-14 2026-10-15
Um sai em 14 de outubro e o outro na segunda-feira seguinte = 2026-10-14 2026-10-19
Trinta dias após o 14 de outubro = 2026-11-13
Será em julho. No dia 20 daquele mês ele sai. = 2026-07 2026-07-20
na segunda-feira daqui a uma semana = 2026-06-01
O prazo é mais curto: apenas 30 dias. = 2026-06-19
30 dias de crédito e duas semanas de silêncio =
há três meses = 2026-02
a versão 3.1, 24/7, a 1/2 preço =
a segunda geração e a quarta versão =
apenas 30 dias de uso por conta =
dez dias antes do previsto =
`,
);

told(
  "it",
  `
l'1 e il 15 giugno = 2026-06-01 2026-06-15
la settimana prossima, venerdì = 2026-05-29
a metà del mese prossimo, il 15 = 2026-06-15
tra tre mesi, il 24 agosto = 2026-08-24
due mesi a partire da oggi = 2026-07-20
trenta giorni da oggi = 2026-06-19
esattamente tra un mese = 2026-06-20
fra quattro settimane esatte, di mercoledì = 2026-06-17
quindici giorni da domani = 2026-06-05
lunedì tra una settimana = 2026-06-01
30 giorni dopo la data di questo avviso = 2026-06-19
30 giorni dalla data del presente avviso = 2026-06-19
tra quarantacinque giorni = 2026-07-04
tra due settimane, il 3 giugno = 2026-06-03
a fine mese, il 30 = 2026-05-30
alla fine del mese prossimo, il 30 = 2026-06-30
a fine settembre, per la precisione il 30 = 2026-09-30
a inizio luglio (il 3) = 2026-07-03
a giugno, esattamente il 12 = 2026-06-12
il quindici del mese prossimo = 2026-06-15
il mese prossimo, il 15 = 2026-06-15
il primo luglio = 2026-07-01
il trentuno agosto = 2026-08-31
il 20 gennaio dell'anno prossimo = 2027-01-20
il 20 gennaio del prossimo anno = 2027-01-20
il 15 di questo mese = 2026-05-15
dal 30 del mese = 2026-05-30
l'ultimo giorno del mese = 2026-05-31
entro il 31, non oltre = 2026-05-31
si spegne il 28. = 2026-05-28
l'8 del mese prossimo = 2026-06-08
da oggi = 2026-05-20
a partire da oggi = 2026-05-20
Dal 31/8 non risponde = 2026-08-31
entro il 31/08 = 2026-08-31
Uno esce il 14 ottobre, l'altro due settimane più tardi = 2026-10-14 2026-10-28
Uno esce il 14 ottobre. Due giorni dopo, l'altro. = 2026-10-14 2026-10-16
Uno esce il 14 ottobre, l'altro dieci giorni prima degli altri = 2026-10-14 2026-10-04
Uno esce il 14 ottobre, l'altro il giorno dopo = 2026-10-14 2026-10-15
Uno esce il 14 ottobre, l'altro il lunedì successivo = 2026-10-14 2026-10-19
Trenta giorni dopo il 14 ottobre = 2026-11-13
Sarà a luglio. Il 20 di quel mese si spegne. = 2026-07 2026-07-20
30 giorni di credito e due settimane di silenzio =
tre mesi fa = 2026-02
la versione 3.1, 24/7, a 1/2 prezzo =
il 10 per cento, il 4 stelle, il 30% =
dieci giorni prima del previsto =
`,
);
