import { storiesOf } from '../complaint-words.ts';

/** Causes come again, every state is there, some answers were quick and some were not. */
export const englishComplaints = storiesOf(`
171|09:20|WhatsApp|medium|45|28|replacement|16.20|closed
House Espresso 1 kg|The bag was torn and the beans were all over the box.
leaking bag|Sent one more bag
158|13:05|call|low|30|26|return|5.60|resolved
Colombia Huila 250 g|Asked for whole beans, got them ground.
wrong shelf|Swapped in the shop
143|10:40|visit|low|5|1|replacement|1.30|resolved
Flat White|My flat white was far too sweet, I had asked for no syrup.
order not written down|Made again on the spot
131|15:30|WhatsApp|medium|70|30|discount|6|closed
House Espresso 1 kg|The office delivery came after our meeting.
courier booked too late|Booked a day ahead from now on
119|08:50|WhatsApp|high|25|50|replacement|16.20|closed
House Espresso 1 kg|The bag leaks again and the smell is gone.
leaking bag|Sent again, the valves were checked
104|11:15|Facebook|medium|120|24|refund|3.20|resolved
Toasted Teacake|My receipt charges the teacake twice.
till error|Paid back in cash
92|14:10|call|high|90|96|||resolved
Steel Hand Grinder|The grinder jams, after only two weeks.
loose factory screw|Repaired under guarantee
80|09:05|WhatsApp|medium|200|49|replacement|5.60|resolved
Colombia Huila 250 g|I got the Guji, although I had ordered the Huila.
wrong shelf|Huila sent, the Guji may be kept
67|16:20|visit|low|10|72|voucher|3|closed
|Waited half an hour for my order in an empty shop.
one person at the bar|One more person on Saturdays
55|10:30|call|medium|240|52|discount|8.50|resolved
House Espresso 1 kg|Monday's order came on Tuesday afternoon.
courier booked too late|Changed courier
46|12:45|WhatsApp|high|40|29|replacement|16.20|resolved
House Espresso 1 kg|The one kilo bag leaks at the bottom seam.
leaking bag|Sent again, bag supplier changed
38|09:35|email|low|300|47|||resolved
|Last month's invoice has the wrong company name.
outdated customer details|Invoice written again
27|15:50|marketplace|low|1500|74|replacement|3.70|resolved
Filter Papers, pack of 100|Twenty papers are missing from the pack.
supplier miscount|Sent a new pack
18|11:25|WhatsApp|high|35||||in progress
House Espresso 1 kg|Leaking again. This is the third time for our office.
leaking bag|
9|10:10|call|medium|150||||in progress
Gooseneck Kettle|The kettle had a dent when we opened the box.
|
4|14:35|Facebook|medium|65||||answered
Breakfast Blend 1 kg|The breakfast blend tastes different this month, more sour.
|
3|09:45|WhatsApp|high|||||new
Brazil Cerrado 1 kg|This week's delivery has not come and we have run out.
|
1|16:05|visit|medium|||||new
|A chair on the terrace wobbles, I nearly fell.
|
`);
