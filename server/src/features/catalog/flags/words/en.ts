import type { Vocabulary } from '../matching.ts';

export const englishWords: Vocabulary = [
  [
    'fee',
    `evaluation licence, evaluation fee, challenge fee, entry challenge, contribution, contributions, aufwand, costs towards, note of, instalment, advance of, request an advance, *fee, fees, charge, charges, surcharge, deposit, deposits, bond, commitment of, commitment fee, down payment, prepayment, security deposit, processing cost*, admin cost*, administration cost*, handling cost*, registration cost*, retainer, contribution of, contribution towards, tuition payment, levy, one off payment, one time payment, upfront payment, advance payment, invoice, bail, caution money, holding payment, reservation payment, activation payment, seat commitment, nominal sum, small sum, nominal amount, token amount, stamp duty, instalment of, self pay, buy in`,
  ],
  [
    'thing',
    `photo book, photo shoot, headshots, comp card*, visa*, permit*, work permit, certificate*, certification, background check*, dbs, crb, police check*, credit check*, clearance, training, course, programme, starter kit, start kit, starter pack*, welcome pack*, kit, kits, materials, study pack*, booklet*, exam, test, exam booklet, medical, medical check*, health check*, vaccination, uniform, license, licence, software license, software, laptop, device, equipment, headset, tablet, id badge, badge, work badge, paperwork, papers, embassy file, embassy, file costs, application form, registration, enrolment, enrollment, induction, insurance, background report, credit report, assessment, portfolio, screening, drug test, sample kit, module, account activation, sponsorship, sponsorship certificate, relocation file, translation*, notary, membership, security pass, lanyard, ticket*, background verification, document verification, police clearance, onboarding pack*, starter set, access code, login code, licence key, profile listing`,
  ],
  [
    'cost',
    `cost, costs, costing, price of, priced at, amounts to, comes to, comes out at, total of, totals, set you back, for only, at only, is only, just, worth, runs to`,
  ],
  [
    'pay',
    `payment by instalments, first instalment, in two instalments, in instalments, transferred, lay out, collected, is collected, has to be ordered, handed, handed in, put down, pays, payable when, advanced by, pay, payable, paid, paying, remit, remits, transfer, transfers, send, sends, wire, wired, settle, settled, settles, cover, covers, purchase, purchased, buy, order, due, is due, owed, deposit, top up, load, forward, hand over, secure, secures, bring in cash, in cash, payment link, credit cards accepted, make a payment, prepay, advance, lend, invest, contribute, shoulder, bear`,
  ],
  [
    'borne',
    `candidates are charged, you are charged, by the worker, bought from us, buy from us, buy it from us, purchased from us, ordered from us, purchase from us, order from us, buy them from us, by the applicant, by the candidate, by the trainee, by the employee, by you, by the hire, asks you to lay out, lay out the, you lay out, at your own expense, at own expense, at your expense, at the candidate* expense, at the applicant* expense, own cost, at your cost, borne by the candidate*, borne by the applicant*, borne by applicant*, borne by candidate*, borne by you, covered by the candidate*, covered by the applicant*, covered by applicant*, covered by candidate*, paid by the candidate*, paid by the applicant*, paid by applicant*, paid by candidate*, payable by the candidate*, payable by the applicant*, payable by applicant*, payable by candidate*, candidate* cover, candidates cover themselves, candidate* pay, candidate* pays, candidate* remit, applicant* pay, applicant* pays, applicant* cover, applicant* remit, candidate* settle, applicant* settle, candidate* transfer, applicant* transfer, candidate* send, applicant* send, candidate* purchase, applicant* purchase, candidate* buy, applicant* buy, cover themselves, cover themself, proofreaders cover, cover yourself, pay yourself, pay for yourself, you pay for, you cover the, you only pay, you only cover, all you pay, only thing you pay, you will need to pay, you need to pay, you have to pay, you must pay, you are asked to pay, you ll be asked to pay, you ll need to pay, you re asked to pay, we ask you to pay, asked to pay, required to pay, required to deposit, asked to transfer, asked to deposit, required to purchase, must purchase, need to purchase, have to purchase, need to buy, must buy, have to buy, required to buy, asked to buy, asked to purchase, out of your own pocket, out of pocket, self funded by, self financed, new starters pay, new hires pay, new joiners pay, hires pay, starters cover, joiners cover, trainees pay,
    trainee pays, worker pays, workers pay, employee pays, employees pay, you settle, you remit, you transfer, you front, you advance, candidates cover, candidate covers, applicants cover, applicant covers, applicants order their own, candidates order their own, candidates arrange their own, applicants arrange their own, candidate meets the, applicants meet the, worker covers, covers the cost .. up front, what it costs you, every applicant pays, each applicant pays, every candidate pays, each candidate pays, everybody pays, new people pay, newcomers pay, beginners pay, newcomers transfer, applicants reserve, each applicant reserves, candidates reserve, each applicant sends, applicants contribute, each pays, recruits pay, you reimburse, you finance, you fund your`,
  ],
  [
    'free',
    `would cost you, would cost around, would otherwise cost, reimbursed on presentation, refunded on presentation, reimburses against, refunds against, from your .. pay, from your .. wage*, from your .. salary, from the .. wage*, from their .. wage*, held back from, owe a, sliding scale, if you resign, resign, for nothing, get the .. for nothing, settled by the, paid by the, covered by the, met by the, borne by the employer, borne by us, borne by the company, from first wage*, from the first wage*, from your pay, from your first pay*, from your last pay*, out of your pay, out of your wages, out of wages, off your wages, off your first wage*, taken from, kept from, kept back from, withheld from, stopped from, pay back, pay it back, paying back, repay, repayment, claw back, clawback, pro rata, if you leave, who leaves, leave within, leaving early, leaves early, leave earlier, leave before, per cent off, we contribute, contribute to your, top up your pension, match your, free of, instead of charging, never charged, are never asked, not asked, no deposit, without a deposit, no upfront, nobody pays, none of which you pay, nothing to buy, you pay nothing, costs you nothing, cost you nothing, we pay, we cover, we ll cover, we ll pay, we will pay, we will cover, we fund, we finance, we reimburse, we refund, we order and pay, we book and pay, we also pay, we also cover, we ll reimburse, paid by us, paid for by us, covered by us, funded by us, met by us, reimbursed by us, by the employer, by the company, by the firm, by the hospice, on us, on the house, on the firm, on the company, on our account, on our side, at our expense, at our cost, at no cost, no cost, at no charge, no charge, no charges, free of charge, no fee, no fees, without charge, without fee*, free training, for free, never pay, never charge, not charge, do not charge, don t charge, don t pay, nothing to pay, pay nothing, pays nothing, fees are banned, fee waiver*, waived, is waived, ours to pay, we take care of the cost*, company pays, company covers, employer pays,
    employer covers, employer funds, the university pays, the school pays, the council pays, the trust pays, firm pays, reimburse you, reimbursement, cover every penny, cover all costs, cover the cost*, cover your, pay for your, pays for your, pay your, pays your, fund your, funds your, funded, company funded, fully funded, lent to you, sponsor your, on full pay, is free, are free, provided free, from your wage*, from your first wage*, from your salary, from wages, taken from payroll, from payroll, deducted from your wages, paid exercise, paid trial, paid task, we owe you, claim back, claim it back, expenses are paid, covers the cost*, covers the fee*, covers your, bears the cost*, will refund, we pay it, we pay that, we pay this, will reimburse, we pay for it, we pay them, paid by the employer, is for us to pay, that s on us, our treat, expense report, against a receipt, bring the receipt, bring us the receipt, show us the receipt, send us the bill, we put down, we pay up, refunded by us, we give it back, you may keep it, and you get it back with, pay it back to you, we pay both, we pay half, we refund half, we send you on, we send you to, we put you through, you are put through, we enrol you, we sign you up, without cost, attend free, attends free, is handed over, are handed over, handed over on day, we issue, issued free`,
  ],
  [
    'refund',
    `you get back, get back, earn back, earned back, you get it back, get it all back, you ll get it back, gets it back, reimburse it, repaid to you, it returns, returns to you, freed after, refund*, refundable, non refundable, reimbursed, comes back to you, comes back, get it back, get this back, get that back, back with your first, back with the first, returned to you, returned with, is returned, are returned, released after, released to you, is released, it s released, will be released, credited back, paid back, deducted from your first, offset against, recouped, recover it, added back, added to your first, given back, back in your first, returned in full, back after`,
  ],
  [
    'prepay',
    `has been received, is received, has been paid, is paid, half of it now, half now, may start as soon as, as soon as, once we have received, before .. can be, before .. is, before .. are, cash on delivery, in our shop, from our shop, in our store, from our store, our online shop, in our web shop, today, from you, prior to, ahead of your, ahead of the, before the, otherwise your place, next person, when you book, when booking, together with your documents, on booking, on registration, upon registration, upon booking, in cash, in any case, by voucher, in advance, upfront, up front, beforehand, before your first, before the first, before you start, before starting, before day one, before your start, before joining, before the contract, before we issue, before we send, before the interview, before training, to book your, to reserve, to secure your, to secure the, to secure a, to confirm your, to hold your, to guarantee your, to activate, to unlock, to release, to process your, to open your file, to start the process, to lodge, seat commitment, within 24 hours, within 48 hours, once you accept, once selected, once shortlisted, shortlisted candidates, on acceptance, as places are limited, only then, as soon as payment, after payment, upon payment, on receipt of payment, once payment, once paid, half after, first instalment, once your payment, with your application, along with your form, with the form, along with the form, successful applicant*, successful candidate*, who reach the final, payment link, please settle, must be settled, is settled, are settled, proof of payment, receipt of payment, payment receipt, transfer receipt, first .. then, receive back, before delivery, before shipping, before we post, before we ship, is shipped once, are shipped once, shipped once, ships once, posted once, before the courier, to get a slot, to get on`,
  ],
  ['buy', `buy, purchase, get, send, scratch, pick up, load, order, use`],
  [
    'code',
    `code, codes, pin, pins, scratch, scratched, photo, photos, picture, numbers, back of, receipt, rub *, rub the strip, backs, digits`,
  ],
  [
    'bank',
    `name of your bank, bank name, mobile deposit, name of the bank, account number, account no, account and routing, routing number, routing no, sort code*, iban, bic, swift code, bank details, banking details, bank account details, bank account information, bank s name, the bank you use, which bank, direct deposit form, voided check, voided cheque, void cheque, account holder, card details, debit card details, bank information`,
  ],
  [
    'secret',
    `digits of the card, digits of your card, code you get by text, code you receive by text, code texted to you, code we text you, card and pin, card with pin, card and its pin, card and the pin, card plus pin, user name and password of your bank, username, pay stub, payslip, benefits portal, employer portal, log in to your bank, login to your bank, open your bank, your bank and approve, bank and approve, online banking, internet banking, mobile banking login, banking app login, banking password*, card number, card no, cvv, cvc, security code, both sides of your debit, both sides of your card, both sides of your bank card, front and back of your debit, front and back of your card, front and back of your bank card, picture of your debit card, photo of your debit card, photo of your bank card, picture of your bank card, photo of your credit card, picture of your credit card, expiry date, expiration date and, pin code, your pin, one time password*, one time code*, verification code*, security question*, login screenshot, screenshot of your bank*, screenshot of your balance, screenshot of your account, bank statement*, credit limit, seed phrase, recovery phrase, mother s maiden name, login details for your bank, login to your bank*, bank login, id me, id dot me, account password, online access code*, banking credential*, mobile deposit, credit report with, three digits on the back, digits on the back, numbers on the back, online banking username, banking username, memorable word, memorable information, login for your bank, login of your bank, banking login, banking password, front and back of the debit, front and back of the card, front and back of the bank, both sides of the debit, both sides of the card, both sides of the bank, debit card together with, card together with its, code on the back, code at the back, code on its back, number on the back of, numbers on the back of, code from the back, number on the front of, numbers on the front of, security digits,
    online banking user, banking user, bank user, pin and, expiry, expiry and, its pin, card pin, tan, banking pin, your banking, bank password`,
  ],
  [
    'paper',
    `driver license front, license front and, licence front and, driver license, passport copy, copy of your passport, copies of your passport, passport scan, scan of your passport, passport photo*, photo of your passport, picture of your passport, passport bio page, id copy, copy of your id, copy of id, scan of your id, photo of your id, picture of your id, photo of your identity card, both sides of your id, both sides of your driver*, both sides of your cdl, both sides of your licence, both sides of your license, front and back of your id, front and back of your driver*, front and back of your licence, front and back of your license, social security number, social security no, ssn, social insurance number, sin number, national insurance number, ni number, driver s license photo*, driving licence photo*, copy of your driver*, photo of your driver*, picture of your driver*, id card, passport, identity document*, w 2, w2, tax return, utility bill, birth certificate, aadhaar, pan card, passport page, pictures of your passport, pictures of your id, photos of your id, photos of your passport, state id, government id, driving licence on both, driver s licence, ssn card, social security card, social insurance card, residence permit, proof of address, council tax bill, payslip*, your id, your identity card, id both sides, id on both sides, scans of your passport, scan of passport, scans of passport, passport and, passport scans, copies of your id, picture of id, driving licence and, driver s license and`,
  ],
  [
    'selfie',
    `selfie with your id, selfie with your passport, selfie holding, selfie with the id, selfie with id, holding your id, holding your passport, social security card, ssn, social security number, social security and`,
  ],
  [
    'send',
    `fill in the form with, complete the form with, reply with, answer with, respond with, write us your, tell us your, text your, text us your, quote your, give us your, have these ready, have .. ready, have them ready, needs your, needs, send, email, e mail, mail us, upload, attach, include, submit, provide, give us, forward, share, state, tell us, text me, text us, have at hand, have ready, at hand, be ready with, enclose, let me have, let us have, need your, requires your, we require, must contain, fill in, enter, scan, keep ready, mail me, mail it, message us, hand in, tell the, type, put in`,
  ],
  [
    'apply',
    `application*, apply, applying, applicant*, form, first message, before the interview, pre hire, before hiring, to get started, set you up, registration, pre qualif*, eligibility, along with, in your reply, to be considered, payroll matching, onboarding form, candidate*, interview, offer letter, shortlist*, enrol*, to confirm your identity`,
  ],
  [
    'later',
    `first day, day one, after signing, once you have signed, once signed, contract signed, signed contract, signed your contract, after you ve signed, not until, only after, for viewing, in person, hand back, take home again, hr system, secure portal, once you have joined, after you join, never ask, never asks, do not ask, don t ask, will not ask, won t ask, do not send, don t send, please don t, no bank details, never by email, client*, clients, customer* data, supplier*, suppliers, we will never, tenants, tenant, after you accept, after you have accepted, once you ve accepted, once you have accepted, accepted an offer, accepted the offer, after acceptance of, on their first day, on your first day, in your first month, in your first week, once you join, when you join, after your start, after the start, on joining, you say yes, said yes, when you accept, once hired, after hiring, at induction, for payroll once, on day one`,
  ],
  [
    'contact',
    `look for, ask for, waiting, text, add, hire there, write, call there, reply to, replies on, answer on, applicants, interested, for details, more info, text me, text us, write to, write me, write us, message me, message us, message, add me, add us, contact, contact us, reach me, reach us, reach, chat with, chat on, hit us, ping, dm, interview, interviewed, interviews, briefing, conversation, continue on, move to, hr manager on, hiring manager on, manager on, apply on, apply via, apply through, send * to, forward * to, speak with, talk to, get in touch, connect with, recruiter on, write a, number`,
  ],
  [
    'only',
    `please do not phone, do not phone, don t phone, only chats on, only answers on, only replies on, chats only on, answers only on, only via, only on, only through, only by, only reachable, exclusively, solely, no calls, no phone calls, don t call, do not call, please don t call, can t use the phone, cannot use the phone, can t take calls, cannot take calls, phone is broken, not by phone, no video, no voice, text interview, chat interview, interview runs on, interview takes place on, interview is held on, interview will be held on, interview by text, interview via text, text based interview, text only, texts only, messages only, chats only, remain unread, not be read, go unread, not read, don t check this, do not check this, rarely check, not answer here, don t reply here, do not reply here, don t reply through, do not reply through, don t apply here, do not apply here, not through this, not via this, not on this, instead of applying, rather than this site, leave this platform, outside this platform, outside the platform, outside of this site, emails are not, mail is not, mails are not, applications by mail, applications by email, applications by e mail, applications here, direct selection, faster there, faster on, add our, add my, private number, personal number, private address, personal address, personal email, private email, private mail, my own address, private inbox, inbox here, directly to me, by text chat, text chat only, by chat only, over chat only, chat only, in writing only, only by chat, only in chat, takes place by chat, takes place there, takes place in the chat, takes place in writing, is held by chat, happens by chat, by chat and, does not take calls, doesn t take calls, never calls, does not answer calls, doesn t answer calls, answers no calls, answers neither`,
  ],
  [
    'normal',
    `or drop in, or come by, or pop in, or stop by, or come in, or message, by mail or, by email or, by e mail or, e mail or, email or, call or text, text or call, by phone or, or by email, or by e mail, or by phone, email works too, email works just as well, e mail works too, whichever you prefer, whichever suits, whatever suits you, with the form, by form, via form, apply with, application form, hire by form, or call the, or call us, or phone the, or phone us, or ring us, call or, phone or, phone derek, careers page, career page, career site, our website, on our site, online form, short form, apply online, via the form, through the form, fill in the form, fill in the short, call the office, phone the office, ring us, give us a call, takes calls, pop in, drop in, drop by, come by, walk in, by post, formal applications, applications to, applications go to, apply through our, apply via our, apply at our, cv to, send a cv, send your cv, résumé to, resume to, through our portal, by email to, by e mail to, job centre, ask in the shop, ask at the counter, paid trial, trial shift*, trial day, or email, or e mail, or mail, at the desk, at the counter, in the shop, come and see us, come to the shop, call at the`,
  ],
  [
    'parcel',
    `letters, box, parcel*, package*, shipment*, packet*, deliveries, goods, boxes, mail items, letters and parcel*, merchandise, item*, electronics`,
  ],
  [
    'home',
    `your flat, your home, at home, from home, home address, your address, to your door, your doorstep, your house, your place, your residence, your apartment, where you live, in your garage, spare room, home based, your garage, your hallway, your own address, your private address, under your name, your living room`,
  ],
  [
    'relabel',
    `take off the invoice, remove the invoice, put on a new, new invoice, shipping slip, slip we, slip, new sticker, new label*, relabel*, re label*, new shipping label*, label* we, prepaid label*, our label*, attach the label*, print the label*, print label*, prepaid shipping label*, label that we, repack*, re pack*, fresh label*, replace the label*, label*, consolidate, waybill*, way bill*, shipping paper*, customs form*, sticker*, shipping document*, wrap them, wrap it, pack them again, pack it again, packed again, pack them into`,
  ],
  [
    'forward',
    `post it, shipping slip, courier point, parcel shop, drop off point, forward, forwarding, forwarded, reship*, re ship*, resend*, re send*, ship them on, ship it on, send them on, send it on, pass them on, pass it on, onward, drop off, drop them off, drop it off, post office, send on, ship on, dispatch them, take them to, bring them to, hand them in, hand them to, hand it to, give them to, courier collects, courier picks, picked up by, carry them to, bring it to, leave for our, travel on to`,
  ],
  [
    'account',
    `transfer to you, pay to you, paid to you, pay you directly, transferred to you, your .. account, your .. accounts, own bank account, your account, your own account, your bank account, your own bank account, your personal account, your checking account, a checking account older, your current account, own account, personal account, personal bank account, private account, your own bank, in your account, to your account, into your account, pay you, pays you, to your card, on your card, your card, your wallet, through you, with you first, land with you, in your bank, your paypal`,
  ],
  [
    'incoming',
    `passes through your account, pass through your account, shows up in your account, lands in your account, land in your account, is transferred to your, transferred to your, are sent to your, is sent to your, appear on your, appears on your, wire the amount to your, wire to your, settle into your, pay money, pay their, money to, money from, enters, comes to, receive, receives, received, incoming, arrive, arrives, arrived, credited, comes in, come in, land, lands, paid in, pay into, paid into, deposited, collect, accept, customer payments, client funds, client payments, payments from, transfers from, funds from, donations, proceeds`,
  ],
  [
    'onward',
    `to the names we give, to the names given, withdraw the cash, feed it, feed the, move it, move the, pass the, transfer it, send it, to our head office, in cash to, forward, forwards, pass on, pass them on, pass it on, send on, wire, transfer, remit, send the rest, send the remainder, send the balance, the rest of it, the rest to, the rest in, pass the rest, the rest goes, the remainder, remaining, onward, to our galler*, to our supplier*, to our partner*, withdraw, cash out, convert, by wire, to the wallet, send it to, send them to, what exceeds it, the excess, the surplus, whatever is left, what is over, pass them on as, paid from it, what is left over, use what is left, send the other, from what remains, and send the, pass it to, pass them to, send it on, send them on, forward the, forward it, forward them, move the money, move it on, hand the rest, give the rest, bring the rest, the remaining, hand the money, take the cash, in cash to our, pass on the, change it into, change them into, swap it, swap them, exchange it for, exchange them for, what is left, what remains, what s left, the leftover`,
  ],
  [
    'keep',
    `keeping, keep $, keep £, keep €, keep .. %, keep .. percent, keep your, keep what, keep the difference, keep a, keep it, you keep, keep *0, keep *5, keeping your, keeping a, is yours, are yours, per cent, retain, hold back, deduct, minus, less your, % of, percent, commission, your share, your cut, % commission, as your pay, you take, take out, take your, take off, subtract, your percentage, your reward`,
  ],
  [
    'cheque',
    `paycheck, company cheque, cashier s check*, cashiers check*, certified check*, bank draft, cheque, cheques, check for, check of, check around, company check, paycheck in advance, mail you a check, send you a check, the check clears, check clears, cheque clears, checks, e check, cashier s check, cashier s cheque, bank cheque, banker s draft, money orders reach`,
  ],
  [
    'bankit',
    `deposit it, deposit the, deposit, put it in, pay it in, put it into, cash it, cash the, pay in, bank it, mobile deposit, clears, cleared, credits you, print and deposit, deposit by phone, deposit it by phone, put them into your bank, put it into your bank, pay them into your, deposit them`,
  ],
  [
    'openacc',
    `open a bank account, open an account, open accounts, open new account*, open bank accounts, opens an account, opening accounts, opening bank accounts, register an account, open a verified, verified profile, verified account, create accounts at, register at two, account in your name, accounts in your name, in your own name, under your name, under your own name, sign up with your real, with your real data, with your real details, your true identity, your real identity, register with your own identity`,
  ],
  [
    'handover',
    `change the e mail, change the email, change the address to, the one we supply, replace the e mail, pass on the login, pass the login, passes the login, give us the login, hand us the, send us the access, hand over the card, hand over the login, forward us the, forward the card, forward the codes, the login and, cards and codes, cards and pins, login and the, hand over, send us the login, pass us the login, forward the login, login data, login details, access data, credentials, give us the, share the login, share access, send us the card, pass the card, sim card, use it yourself, for your own use, own use, intend to use, rent out your account, rent your account, lend your account, rent your, lend us your, letter unopened, unopened, hand over the access, hand over the log in, the log in data, log in data and, data and the pin, hand us your, give us your account, give us access, access and a bank card, send the card to us`,
  ],
  [
    'videoident',
    `video selfie, selfie video, video identification, id call, video check, id check by video, video ident*, video verification, video call verification, identity check by video, verify yourself`,
  ],
  [
    'task',
    `task*, order*, reviews, rate, rating, ratings, like videos, liking, likes, optimi*, click, clicks, hotel*, products, boost, subscribe, missions, merge, vip, level, combination, set of, app ratings, data matching, like products, tap, submit, press submit, rounds, round, forty times, rate hotels, star ratings, give stars, listings, click through`,
  ],
  [
    'topup',
    `with your own balance, own balance, the more you load, load your balance, goes negative, top it up, top your, tops up, turns negative, fund your account, add funds, top up, topped up, recharge*, negative balance, clear the balance, balance must, replenish, recharge your, deposit your own, unlock the next, next level, higher level, vip, merged task*, lucky order*, combined order*, premium task*, withdraw your earnings, withdraw your commission, working account, work account, own funds, small investment, start capital, starting capital, minimum deposit, add money, add the money, add your own, below zero, put in the difference, pay the difference, add the difference, refill, charge your balance, load more, own money in, buy a package, buy packages, task package*, unlock level, purchase a level, unlocks at`,
  ],
  [
    'advance',
    `wire you funds, wire you money, send you money, send you a, money in advance, in advance, funds in advance, i will send you, i ll send you, will send your first, transfer you money, send you funds, advance you, prepaid to your, money for the, along with some money, i ll transfer, reimbursed from, before i return, with money i, with funds i`,
  ],
  [
    'errand',
    `approved vendor, office equipment, purchases, drop gift, clients, errand*, gifts, presents, buy gift*, purchase gift*, run errands, shopping for me, on my behalf, for my wife, post office, mail my, open my mail, wheelchair, seller, movers, equipment vendor, our vendor, certified vendor, vendor`,
  ],
  [
    'away',
    `abroad, overseas, out of town, travelling, traveling, on business, currently in, until i return, when i return, when i am back, hearing, deaf, in hospital, offshore, on a ship, on mission, not in the country`,
  ],
  [
    'offsite',
    `do not use the, don t use the apply, do not click, don t click, don t press, everything happens over, everything runs through, everything goes through, private address, personal address, private mailbox, private inbox, private number, private e mail, private email, personal email, my own address, don t check this, do not check this, don t look at this, do not look at this, don t read this, do not read this, rarely check, rarely look, seldom look, don t look here, not look here, not via this site, not through this, not via this, don t reply here, do not reply here, don t reply through, do not reply through, do not answer here, don t apply here, do not apply here, applications here, applications via this, messages here, not on this site, outside this platform, outside the platform, outside of this site, leave this platform, rather than this site, remain unread, go unread, are not read, is not read, stay unread, not monitored, do not see messages, cannot see messages here, portal inbox, away from this site, off this site, off the platform, don t check mail*, don t read mail*, don t check email*, don t read email*, do not check email*, do not read email*, emails are not answered, forget the form, forget the application, skip the form, skip the application, no application needed, no need to apply here, cannot process applications, can t process applications, any other way are not, by any other way are, we cannot see it, we can t see it, don t reply on the website, do not reply on the website, not on the website, not reply on the site, mails are ignored, mail is ignored, emails are ignored, mails get ignored, ignores mails, ignores mail, ignores emails, does not read mail*, doesn t read mail*, does not answer mail*, doesn t answer mail*, does not answer calls or, nor mails, nor mail, or mail and, do not apply through`,
  ],
  [
    'ownname',
    `real documents, genuine documents, own details, your details, your own data, your own documents, your name, your own name, your own names, your real name, their real names, own name, your real details, your real data, your true data, your real identity, your true identity, your own identity, real name, true details, genuine details`,
  ],
  [
    'bankish',
    `bank, banks, bank account, bank accounts, exchange, exchanges, neobank*, account, accounts, wallet*`,
  ],
  ['sole', `only, exclusively, solely`],
  [
    'escrow',
    `escrow*, trust account, months of rent, months rent, month s rent, rent in advance, holding account`,
  ],
  ['view', `viewing, viewings, visit, see the, before, only when, only once, returned, contract, keys, key`],
  ['remote', `share your screen, sharing your screen`],
  [
    'others',
    `purchaser*, bidder*, heir*, account holder*, policy holder*, take payments, takes payments, taking payments, collect payments, test accounts, teenager*, pay refunds, issue refunds, player*, attendee*, exhibitor*, driver pays, applicants for a licence, owner*, shipper*, stallholder*, trader*, collect, customer*, client*, guest*, patient*, tenant*, student*, pupil*, parent*, member*, landlord*, supplier*, resident*, donor*, borrower*, claimant*, passenger*, traveller*, shopper*, user*, participant*, consumer*, victim*, visitor*, investor*, merchant*, families, family, buyers, debtors, subscribers, policyholder*, households, farmers, charities, volunteers, refugee*, migrant*, you sell, we sell, sell, sells, selling, sold in`,
  ],
  [
    'recruit',
    `people you know, you introduce, colleague you introduce, person you introduce, each person, earn while, while they sleep, while you sleep, partner level*, whatever they order, share of what, every friend, each friend, you bring in, who join through you, bring friends, bring two, bring a friend, invite friends, invite two, invite others, refer two, recruit, recruit friends, recruit others, your own team, build a team, build your team, build your own team, downline, upline, sponsor, network marketing, multi level, each person you, every person you, each new partner, each new member, people you bring, partners you bring, partners below, your line, levels deep, people under you, direct partners, circle of friends, residual income, passive income, financial freedom, financial independence, be your own boss`,
  ],
  [
    'entry',
    `entry from, entry at, start from, starting package, entrance package, bundle, start bundle, levels, silver, gold, bronze, partner levels, starter package, starter pack, starter set, starter box, business package, business kit, entry package, partner package, membership, licence, joining, join with, buy in, first order, minimum order, opening order, own stock, stock of, sample case, invest, investment, activation, entry fee, products worth, initial order, packages, start package`,
  ],
  [
    'except',
    `apart from, except, except for, with the exception, all but, other than, excluding, only the, but not the`,
  ],
  [
    'warn',
    `adverts that, ads that, adverts which, ads which, postings that ask, pretend*, imperson*, fake, scam*, fraud*, fraudster*, phishing, beware, report such, report it, be careful, suspicious, should anybody, should anyone, should someone, if anybody, if anyone, if someone, if somebody, anyone who asks you, strangers, trick*, tricked, con men, conmen, swindl*, money mule*, mules, robbed, victims of, in our name, lure*, deceiv*, dodgy, bogus, say no to, talk them out of, warn them, too good to be true`,
  ],
  [
    'messengerlike',
    `green chat app, green app, green messenger, blue messenger, blue chat app, paper plane, chat app, messaging app, messenger app, instant messenger, encrypted chat, encrypted messenger, private chat`,
  ],
  [
    'cvv',
    `cvv, cvc, three digits, digits on the back, digits behind, numbers on the back, card number and, card number with, card no and, long number on, number across the front`,
  ],
  [
    'benefit',
    `days at, hours at, shifts at, paid at, up to, as much as, bring a friend, refer a, referral, gets you, get *, both get, you both, we give, every starter, everyone gets, gets a, receives a, each gets, we add, allowance, budget, bonus*, per diem, stipend, worth, value of, valued at, discount*, tips, revenue, turnover, raised, funding, savings, grant*, subsid*, prize*, gift, welcome bonus, pension, voucher*, overtime, differential, premium, toward your, towards your, fund`,
  ],
  [
    'authority',
    `to the regulator, the regulator s, the state charges, the city charges, the council charges, the county charges, by the city, by the county, by the state, at the doctor, doctor s, red cross, st john ambulance, from your gp, with the tax office, sia licence, sia license, sia fee, to the sia, home office, dvla, dvsa, the irs, to the state, and the state, state exam, state licence, state license, to the council, the council s, to the chamber, by law, as the law, the law wants, required by law, the law says, driving school, approved school, accredited college, exam board, examining body, to the school and, city hall, town hall, health department, to the government, licensing authority, the authority charges, dmv, to the regulator`,
  ],
  [
    'vendor',
    `buy it through our, buy it in our, buy it from our, order it from our, order it through our, order from our, buy from our, purchase it from our, purchase it through, our approved vendor, our approved supplier, our approved dealer, approved vendor, our certified vendor, our vendor, our supplier, our partner shop, our partner store, our dealer, our contract dealer, our equipment partner, our retail partner, vendor of ours, use the link in our, the link in our answer, the link that we, through our link, via our link, no other provider, only provider, provider we name, provider we work with, provider named in, report from our`,
  ],
  [
    'login',
    `details that you use for your bank, details you use for your bank, same details as for your bank, you use for your bank, you use at your bank, you use for online banking, your bank details at the link, bank details at the link, choose your bank and, select your bank and, pick your bank and, enter your user name, enter your username, enter your online banking, sign in there with, log in with your, log into your, login with your, logging in with your, sign in with your, sign into your, sign in with the user, sign in with the same, use your online banking, connect your bank, link your bank, your online banking, name and password of your, credentials of your bank`,
  ],
  [
    'downline',
    `in your structure, of your structure, person in your, people in your structure, grows with every person, grows with each person, no limit either, unlimited income, below you, beneath you, levels deep, level deep, downline, residual income, passive income, from level two, from level, each of them to find, each of your, do the same, everybody below, everyone below, people under you, bring in more, retired at, your own team of, build a team of, be your own boss, no ceiling`,
  ],
  [
    'interview',
    `interview via, interview on, interview over, interview through, interviews via, interviews on, interviews are held in writing, interview is held, interview is conducted, interview takes place, interviews take place, interview will take place, interview by, hiring manager on, recruiter on, interview is on, interviewed on, interviewed via`,
  ],
  [
    'paynow',
    `must reach us, has to reach us, must be with us by, must be received by, forward the receipt, send the receipt, send us the receipt, send us proof, upload the receipt, proof of payment, order it for, order it online for, settle the .. with, settle it with, pay it online, pay it with, pay it via, pay it by, pay it through, please pay, please transfer, pay via, pay through the, pay online, transfer it to, send it to our, pay it before, pay it to, pay now, payable by, payable via, payable when, payable on, payable before, by bank transfer when, by bank transfer before, by bank transfer with, must arrive, has to arrive, please send, please wire, please forward, wire it, wire the, send it by, send it via, send it through, transfer before, to be sent`,
  ],
  [
    'covers',
    `from the first salary, from your first salary, from the first wage*, from your first wage*, from the first pay, from the first paycheck, the region pays, the agency pays, comes out of your, come out of your, out of your first, deducted from, taken from your, kept from your, half is paid, half of it is paid, the other half is ours, paid by the council, paid by the state, pays half, we pay it, we pay that, we pay them, we pay both, we pay half, we pay for it, we pay for both, we cover it, we cover that, we cover both, we ll pay it, is paid by us, are paid by us, on our account, and we pay, the company pays it, we refund it, we refund half, we reimburse it, we reimburse you, and you get it back with`,
  ],
  [
    'lodging',
    `accommodation, room, rooms, rent, lodging, flat available, flat share, parking, locker, meals, lunch, studio, studios, flats, caravan, bunk, bed, staff housing, annexe`,
  ],
  [
    'subscription',
    `membership in our, membership in the, subscription to our, enrolment in our, registration in our, place in our talent, our talent pool, our database, our casting, our agency file, our register, listed in our, talent pool`,
  ],
  [
    'simcontract',
    `phone contract*, mobile contract*, mobile phone contract*, sim card*, sim contract*, phone plan*, phone line*`,
  ],
  [
    'rentout',
    `lend us your, rent us your, rent out your account, rent out your profile, rent out your seller, rent your account, rent your profile, list our own goods under your name, sell our goods under your, hand over the access, let us use your account, hardly use it`,
  ],
  [
    'reach',
    `add our, add mr, add mrs, add ms, add the, add me, add us, add *, ping me, ping us, find me, find us, text me, text us, type, say hello, hit me up, drop me a line, drop us a line, message me, message our, write to me, write to our, talk to our, text our, text the, text her, text him, text mr, text mrs, contact our, contact the, contact mr, contact mrs, reach out to, reach our, reach him, reach her, chat with our, start a chat, open a chat, find mr, find mrs, find ms, find our, look for our, search for our, look up our, write to mr, write to ms, write to mrs, message mr, message ms, message mrs, message him, message her, text .. with, send him, send her`,
  ],
  [
    'asks',
    `the only thing we ask, only thing we ask, we ask for, we ask you for, ask for a, we charge, we collect from you, we only ask, is the only thing we ask, we request, asks for a, our fee, our fees, our charge, our commission, agency fee, placement fee, our agency charges, our lawyer charges, the lawyer charges, lawyer needs, lawyer asks, the consulate asks, the embassy asks, the agent asks, agent collects, he collects, she collects, is collected, are collected, we collect, we take a`,
  ],
  [
    'perminute',
    `a minute, per minute, the minute, each minute, per text, each text, a text, per message, each message, per sms, each sms, each one is charged, each is charged, each one costs, each costs, every one costs, every text costs, every message costs, charged at, billed at, cost per text, per reply, each reply, every reply, per call, premium rate, premium number, standard rate plus`,
  ],
  [
    'dial',
    `ring, dial, phone the number, call the number, call our, calls, the call, your call, hotline, automatic line, automated line, text the word, text .. to, send the word, send the text`,
  ],
  ['texts', `text, texts, message, messages, sms`],
  [
    'gate',
    `only to people, only to those, only people who, only those who, only graduates, only to graduates, only our graduates, only certified, only to certified, hire only, hires only, only hire, only hires, only considers, only consider, once you are certified, guarantees a position, guarantees you a, guaranteed position, guaranteed placement, guarantee a job, guaranteed job, job guarantee, after placement, placement follows, no other certificate*, other certificates are not, before we assign, before you are assigned, are assigned after, we then place you, we then assign, open to holders, open only to, only place candidates, only place people, we only place, only take people who, as soon as you have finished, once you have finished, once you have passed, once you pass, when you have passed, after you pass, after passing, requirement is our, without it there, without it we cannot, without it we do not, required before, must hold our, must have completed our, must complete our`,
  ],
  [
    'ourcourse',
    `our academy, our course, our training, our school, our institute, our seminar, our workshop, our programme, our certificate, from our academy, at our academy, starter programme, class, classes, lessons, online lessons, workshop, seminar, bootcamp, course, courses, academy, webinar`,
  ],
  [
    'renews',
    `until you cancel, until cancelled, until canceled, unless you cancel, unless cancelled, cancel any time, cancel at any time, renews automatically, renews monthly, renews itself`,
  ],
  [
    'pickbank',
    `choose your bank, select your bank, pick your bank, click your bank, choose the bank, select the bank, find your bank, name of your bank and, bank from the list, your bank from, look for your bank, look up your bank, tap your bank, pick the bank, your bank in the list, bank in the list`,
  ],
  [
    'signin',
    `log in, login, logs in, logging in, log on, sign in, signing in, sign on, log yourself in, logging into, logging in to, log into, log in at, log in to, signing into, sign into, enter your, enter the same, same data as, same details as, same login, as you always do, as usual, your usual, usual details`,
  ],
  [
    'mailbox',
    `mailbox, mail box, inbox, e mail, email, mail account, gmail, outlook, google account, apple id, icloud, microsoft account`,
  ],
  ['password', `password*, passcode, passphrase`],
  [
    'textedcode',
    `code your bank, code that your bank, code sent to your phone, code on your phone, code we send, code that arrives, code which arrives, digits that, code from your phone, code to your phone, code by text, six digit code, login code, confirmation code*, security code*`,
  ],
  [
    'nointerview',
    `no interview*, without interview*, without an interview, skip the interview, instead of an interview, no need to come in, nobody needs to come, we hold no interviews, do not hold interviews, don t hold interviews, approves candidates automatically, approved automatically, hired automatically, hired immediately, hired on the spot, without talking, without meeting, without a call, hiring is automatic, hire automatically, hire without, decision is automatic, hired without, no talk, no meeting, no phone call needed, nobody interviews, straight away without, in place of a conversation, in place of an interview, instead of a conversation, instead of talking, instead of meeting, nobody needs to, we never meet, before we talk, before any interview, to be considered send`,
  ],
  [
    'selfshot',
    `selfie*, photo of yourself, picture of yourself, photo of you holding, picture of you holding, photo of your face, picture of your face, portrait with, video of your face, video of yourself, video of you, clip of your face, clip of yourself, video selfie, face scan, scan of your face, in which you hold, where you hold, on which you hold, you holding it, holding it, beside your face, next to your face, next to your head`,
  ],
  [
    'receives',
    `you receive payments, you receive transfers, you receive money, you receive deposits, you receive donations, you will receive payments, you will receive transfers, you will receive money, you ll receive payments, you ll receive transfers, you ll receive money, receive payments from, receive transfers from, receive money from, receive incoming`,
  ],
  [
    'giftcard',
    `card* from google play, card* for google play, card* from apple, card* from steam, card* of google play, apple gift, google play, itunes, xbox card*, playstation card*, prepaid visa card*, vanilla card*, target card*, sephora card*, gift voucher*`,
  ],
  [
    'cashout',
    `withdraw*, cash out, pay out, paid out, payout, with a bonus, commission, earnings, reward, rewards`,
  ],
  [
    'proveid',
    `verify your identity, confirm your identity, prove your identity, verify yourself, verify who you are, confirm who you are, prove who you are, identity check, identity verification, verify your account`,
  ],
  [
    'paper2',
    `utility bill, tax return, social security card, social security number, national insurance number, proof of address, driving licence, driver s license, driver license, birth certificate, bank statement*, ssn, mother s maiden, payslip*, residence permit, health card`,
  ],
  ['voucher', `card, cards, voucher*, gift, coupon*`],
  ['buycmd', `get, buy, purchase, pick up, obtain, order, load`],
  [
    'sendme',
    `send me, mail me, email me, forward me, text me, to me, send us, mail us, to us, type them, enter them, type the, enter the, send the, send a picture, read them, read out`,
  ],
  [
    'moneyverb',
    `pay*, send*, wire*, wiring, transfer*, forward*, deposit*, remit*, settl*, against, reserve*, collect*, charge*, cost*, price*, leave, leaves, give, gives, put down, hand over, per person, each`,
  ],
];
