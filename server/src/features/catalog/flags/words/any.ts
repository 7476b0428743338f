import type { Vocabulary } from '../matching.ts';

/** Names and signs that are the same in every language. */
export const anyWords: Vocabulary = [
  [
    'messenger',
    `whats, wats, whatsa*, wapp, wsp, wtsp, whtsp, wazap, uasap, zap, wassup, telegr, telega, tgm, wa me, t me, telegram me, wa link, whatsapp link, tg, whatsapp*, whats app, whatsap, whatapp*, watsapp*, wats app, watsap, whasapp, whatssapp, whattsapp, wathsapp, wassap*, wasap*, wazzap*, w app, wpp, wasapp, whatsup, guasap*, wasup, vatsap*, wattsapp, what s app, whats a pp, telegram, telegramm*, telegrm, telegran, tele gram, tlgrm, telegraam, tg channel, telgram, signal messenger, messenger signal, signal app, app signal, messenger, facebook messenger, threema, viber, wechat, we chat, wickr, google hangout*, hangouts, google chat, line app, kakaotalk, zangi, session app, icq, imo app, botim, snapchat, discord, skype chat, wire app, element app, teleguard, jabber, instagram dm`,
  ],
  [
    'rail',
    `western union, moneygram, money gram, ria money, remitly, worldremit, paysafe*, paysafecard, neosurf, transcash, pcs mastercard, carte pcs, recharge pcs, coupon pcs, toneo, cash app, cashapp, zelle, venmo, bizum, oxxo, orange money, mobile money, wave money, mtn money, mtn momo, momo pay, airtel money, moov money, m pesa, mpesa, gcash, crypto voucher, cryptovoucher, krypto voucher, mandat cash, mandat compte, money order*, moneypak, money pak, green dot, paypal friends, paypal freunde, freunde und familie, friends and family, amigos y familiares, upi, paytm, phonepe, google pay, pix, rapipago, pago facil, nequi, daviplata, yape, plin, efecty, spei`,
  ],
  [
    'giftcard',
    `steam card*, steam code*, apple card*, amazon card*, itunes*, google play card*, google play karte*, gift card*, giftcard*, gift voucher*, gift code*, prepaid voucher*, prepaid card*, voucher code*, geschenkkarte*, gutscheinkarte*, guthabenkarte*, *gutscheincode*, prepaid karte*, steam karte*, apple gutschein*, amazon gutschein*, google play gutschein*, steam gutschein*, carte* cadeau*, carte* prepayee*, coupon* de recharge, coupon* recharge, ticket* transcash, ticket* pcs, ticket* neosurf, coupon* prepaye*, carte* google play, carte* itunes, carte* steam, tarjeta* regalo, tarjeta* de regalo, tarjeta* prepago, tarjeta* amazon, tarjeta* steam, tarjeta* google play, tarjeta* itunes, tarjeta* apple, cupon* prepago, steam or apple card*, apple or steam card*, amazon or apple card*, google play or *, razer gold, paysafecard*, neosurf*, transcash*, toneo*`,
  ],
  [
    'crypto',
    `usdt, usdc, btc, bitcoin*, ethereum, ether, tether, crypto*, krypto*, cripto*, trc20, erc20, blockchain wallet, wallet, stablecoin*, metamask, trust wallet, binance, coinbase, coin, coins, trx`,
  ],
  [
    'remote',
    `anydesk*, any desk, teamviewer, team viewer, rustdesk, ultraviewer, supremo, remote viewer, remote desktop, remote access, screen sharing, quicksupport, quick support, airdroid, fernwartung*, fernzugriff*, bildschirmsteuerung*, fernsteuer*, acces a distance, prise en main a distance, prise de controle, partage d'ecran, acceso remoto, control remoto, escritorio remoto, compartir pantalla, control de tu pantalla, control de su pantalla`,
  ],
  [
    'maybe',
    `wa, tele, sms, text, texto, mms, zoom, teams, signal, line, wire, element, discord, viber, session, imo, skype, instagram, insta, ig, facebook, fb, kik, tiktok`,
  ],
  [
    'premiumline',
    `0900, 0901, 0930, 0931, 0939, 0905, 0906, 0908, 0909, 0911, 0912, 0913, 0914, 0916, 0918, 0 899, 0 897, 0 891, 0899, 0897, al 803, al 806, al 807, al 905, el 803, el 806, el 807, el 905, 1 900`,
  ],
];
