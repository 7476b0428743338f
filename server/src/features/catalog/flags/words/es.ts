import type { Vocabulary } from '../matching.ts';

export const spanishWords: Vocabulary = [
  [
    'fee',
    `tasa, tasas, fianza*, señal de, señal del, en señal, señal, depósito de, depósito, depósitos, cuota, cuotas, gastos, gasto, coste de, costo de, derechos, derecho de, inscripción de, matrícula de, provisión de fondos, anticipo, adelanto de, garantía de, garantía, aportación, aporte, contribución, cargo de, cargo, tarifa, arancel*, honorarios, comisión de gestión, comisión de trámite, reserva de plaza, custodia documental, abono de, pago de, pago único, pago inicial, importe, monto, suma de, cantidad de, membresía, boleto de, sello, estampilla, timbre, póliza`,
  ],
  [
    'thing',
    `book, book fotográfico, sesión de fotos, reportaje de fotos, archivo, visa, visado, permiso, permisos, permiso de trabajo, certificado*, certificación, antecedentes, antecedentes penales, carta de antecedentes, curso*, capacitación, formación, manual, kit, kits, material*, maletín, paquete, examen*, prueba, pruebas, examen médico, reconocimiento médico, reconocimiento, revisión médica, análisis, vacuna*, uniforme*, ropa, licencia, software, ordenador*, computadora, portátil, equipo, auriculares, tableta, tablet, gafete, credencial, carné, carnet, tarjeta sanitaria, papeleo, papeles, trámite*, expediente, instancia, solicitud, registro, inscripción, alta, seguro, fotos, casting, acreditación, homologación, traducción, apostilla, notario, biometría, consular, consulado, embajada, acceso, plataforma, perfil, módulo, guía, habitación, alojamiento, plaza, bungaló, cama, botas, EPI, activación, código, lugar, vacante, puesto, consumibles, corrección, billete, boleto, pasaje, estudio socioeconómico, socioeconómico, buró, ficha`,
  ],
  [
    'cost',
    `cuesta, cuestan, costo, coste, costes, costos, precio, asciende, ascienden, sale en, sale por, vale, valen, de solo, solo, sólo, solamente, únicamente, total, en total, es de, son de, por solo, apenas, importe, valor`,
  ],
  [
    'pay',
    `primer plazo, pago a plazos, lo pagas, la pagas, los pagas, lo abonas, que abonas, se paga, hay que cubrir, confirma con, adelantas tú, adelantas, pagar, paga, pagas, pague, pagando, pago, pagos, pagadero*, abonar, abonando, abona, abonas, abone, ingresar, ingresa, ingresas, ingrese, ingreso, transferir, transfiere, transfiera, transferencia, depositar, deposita, depositas, deposite, depositando, enviar, envía, gira, girar, giro, cubrir, cubre, cubres, cubra, costear, costea, sufragar, sufraga, comprar, compra, compras, compre, adquirir, adquiere, adquiera, encargar, pedir, adelantar, adelanta, adelante, anticipar, anticipa, consignar, consigna, consigne, entregar, entrega, entregan, en efectivo, en mano, se deja, dejar, deja, se cobra, cobran, cobra, exige, se exige, se pide, se solicita, requiere, aportar, aporta, aporte, desembolsar, recargar, recarga, liquidar`,
  ],
  [
    'borne',
    `aportación del trabajador, aportación del candidato, que adelantas, que usted adelanta, se compra a nosotros, nos lo compras, nos la compras, se nos compra, cómpranos, nos compras, comprado a nosotros, inviertes, los adelantas, adelantas tú, los adelantas tú, que abonas, que pagas, abonas al, pagas al, lo pagas, finalistas dejan, candidatos dejan, el trabajador, por el trabajador, por el candidato, por la candidata, hay que cubrir, corre por cuenta del aspirante, corre por cuenta del candidato, corre por cuenta de la candidata, corre a cargo del candidato, por cuenta del candidato, por cuenta del aspirante, por cuenta del trabajador, por cuenta de la candidata, por cuenta del interesado, por cuenta del postulante, por tu cuenta, por su cuenta, corren por tu cuenta, corre por tu cuenta, corren por su cuenta, corre por su cuenta, corre de tu cuenta, a cargo del candidato, a cargo de la candidata, a cargo del aspirante, a cargo del trabajador, a cargo del postulante, a cargo de los candidatos, a tu cargo, a su cargo, a cargo tuyo, de tu bolsillo, de su bolsillo, lo único que usted, lo único que tú, lo unico que pagas, único que pagas, único que cubre, único que cubres, único que paga, usted cubre, usted paga, usted abona, usted deposita, usted transfiere, usted solo, tú pagas, solo pagas, solo cubres, sólo pagas, solo debes, solo debe, pagas tú, paga usted, paga el candidato, paga quien, paga el aspirante, paga el trabajador, paga cada, el candidato paga, el candidato abona, el candidato cubre, el candidato asume, la candidata gira, la candidata paga, la candidata abona, el aspirante paga, el aspirante abona, los candidatos pagan, candidatos abonan, postulante paga, postulante abona, asume el candidato, asumir el candidato, adelanta el trabajador, adelanta el candidato, los adelanta, lo adelantas, la adelantas, lo adelanta, debes abonar, debe abonar, deberás abonar, deberá abonar, debes pagar, debe pagar, deberás pagar, deberá pagar, deberás ingresar, deberá ingresar,
    deberás transferir, deberá transferir, debes depositar, debe depositar, deberá depositar, deberás depositar, deberá cubrir, deberás cubrir, deberás comprar, deberá comprar, tienes que pagar, tiene que pagar, hay que pagar, hay que abonar, hay que ingresar, hay que comprar, hay que depositar, te pedimos un, te pedimos una, le pedimos un, le pedimos una, se te pedirá, se le pedirá, se pide un depósito, se pide una fianza, se deja una fianza, tendrás que abonar, tendrás que pagar, tendrás que comprar, tendrás que ingresar, tendrá que abonar, tendrá que pagar, tendrá que comprar, tendrá que ingresar, los candidatos adelantan, candidatos adelantan, el candidato adelanta, candidatos asumen, los aspirantes pagan, los aspirantes abonan, los candidatos costean, pagarás, abonarás, ingresarás, adelantarás, pagará, abonará, adelantará, que pagas al, que abonas al, cada aspirante paga, cada candidato paga, cada uno paga, todos pagan, los nuevos dejan, los nuevos pagan, los nuevos abonan, nuevos dejan, los principiantes pagan, trae .. en efectivo`,
  ],
  [
    'free',
    `te costaría, le costaría, reembolsa contra, reembolsamos contra, reembolsa la empresa, reembolsa el ayuntamiento, los costea la, las costea la, lo costea la, la costea la, del .. sueldo, de la .. nómina, del .. salario, de tu .. nómina, de tu .. sueldo, renuncie, renuncia, una cuarta parte, una parte, abona el, abona la, abonan los, paga el, paga la, paga nuestro, paga nuestra, paga el despacho, de la nómina, de tu nómina, de la primera nómina, de tu primera nómina, del sueldo, del primer sueldo, del salario, se descuenta del, se descuentan del, se retiene de, retenemos de, ya ganado*, ya trabajad*, cláusula de permanencia, permanencia, parte proporcional, proporcional, si te vas, si te marchas, si se va antes, quien se vaya, quien se va antes, antes de tiempo, sin fianza, sin depósito, sin adelantar, sin pagar, sin pago, no pedimos, no exigimos, prohibid*, nunca pagas, nunca pagarás, no tienes que pagar, no tendrás que pagar, no adelantas, no te costará, no cuesta nada, el centro paga, la empresa paga, la fundación paga, el ayuntamiento paga, la cooperativa paga, pagamos, abonamos, cubrimos el, la empresa abona, a nuestro cargo, por nuestra cuenta, por cuenta de la empresa, por cuenta del banco, por cuenta nuestra, corre por nuestra, corre por cuenta del banco, corre por cuenta de la empresa, a cargo de la empresa, a cargo del hospital, lo pagamos, la pagamos, los pagamos, las pagamos, te pagamos, te lo pagamos, le pagamos, pagamos el, pagamos la, pagamos los, pagamos las, nosotros pagamos, pagamos nosotros, lo paga la, la paga la, lo paga el, la paga el, los paga, las paga, paga la empresa, paga el hospital, paga la caja, paga la familia, pone la empresa, pone el, lo pone, los pone, las pone, cubrimos, cubre la, la universidad cubre, la empresa cubre, financiamos, financiado*, subvencionad*, sufraga el, sufraga la, abona el curso, reembolsamos, te reembolsamos, gratis, gratuit*, sin coste, sin costo, sin cargo, ningún coste, ningún costo, no tiene costo, no te cuesta, no pagas nada,
    no paga nada, nada que pagar, no se cobra, no cobramos, nunca cobramos, no cobra a, no cobra, no debe cobrar*, nadie debe, no hay que pagar, no compras, no inviertes, te damos, se remuneran, te lo sacamos, pagada por, pagado por, pagados por, pagadas por, de la empresa, la empresa, te devolvemos, te los devolvemos, te la devolvemos, te lo devolvemos, te las devolvemos, le devolvemos, que te devolvemos, contra factura, presentando la factura, lo pagamos nosotros, corre de nuestra cuenta, corre a cargo de la, la paga la empresa, los paga la empresa, las paga la empresa, la ponemos nosotras, la ponemos nosotros, pagamos a medias, te pagamos la mitad, te pagamos la, te mandamos al, te enviamos al, te mandamos a, te inscribimos, te apuntamos, lo reembolsamos, la reembolsamos, los reembolsamos, las reembolsamos, asiste sin, por cuenta de la casa, cuenta de la casa, invita la casa, van de nuestra cuenta`,
  ],
  [
    'refund',
    `recoges, te devolvemos, retenemos, lo recuperas, la recuperas, los recuperas, se libera, se liberan, si no te gusta se devuelven, se devuelven, se te devuelve, se le devuelve, se devuelve*, devuelve, devolvemos, devuelto*, devuelta*, devolución, devolverá*, te lo devol*, te la devol*, reembols*, reintegr*, reintegramos, compensamos, compensa, te la compensamos, se descuenta de, te descontamos, descontando, recuperas, recupera, recuperable*, de vuelta, ve de vuelta, se abona de vuelta, bonifica*, se te regresa, se regresa, se le regresa, regresa, regresamos, se te abona, retornable*`,
  ],
  [
    'prepay',
    `en cuanto se reciba, en cuanto recibamos, la mitad ahora, cuando los recibimos, queda reservada, contra reembolso, en efectivo, en metálico, el día de la entrevista, en la entrevista, nuestra tienda, envías hoy, hoy a la, hoy al, antes de, antes del, al reservar, se confirma con, para agendar, finalistas, por adelantar, cupón, por adelantado, por anticipado, de antemano, previamente, previo, previa, antes de empezar, antes del primer, antes de la, antes de iniciar, antes de firmar, antes de incorporar*, reservar la plaza, reservar plaza, reservar tu, para reservar, para apartar, apartar lugar, apartar tu, para asegurar, asegurar tu, asegurar su, para garantizar, para confirmar, confirmar tu, para activar, para desbloquear, para tramitar, para iniciar, para abrir, agendar tu, al enviar la candidatura, con la candidatura, al inscribirse, al inscribirte, en cuanto conste, una vez abonad*, una vez pagad*, una vez recibid*, una vez hecho, tras el pago, tras abonar, después de pagar, con el justificante, con el comprobante, comprobante de pago, justificante de pago, comprobante de depósito, envía el comprobante, en 24 horas, en 48 horas, dos días para, plazo de 24, plazo de 48, dos plazos, el resto, la mitad, mitad ahora, lo demás, al confirmar, al aceptar, grupos limitados, plazas limitadas, cupo limitado, cupos limitados, derechos y, candidatos serios, interesados reales, antes de la entrega, antes del envío, salen en cuanto, sale en cuanto, enviamos en cuanto, en cuanto llegan, en cuanto llegue, en tres veces, en cuatro veces, al aceptar la`,
  ],
  [
    'buy',
    `compra, compras, compre, comprar, adquiere, adquiera, consigue, consiga, envía, envíe, enviar, manda, mande, mandas, pasas, pásanos, raspa, rasca, rasque, raspe, recarga, recargue, pide, foto`,
  ],
  [
    'code',
    `código, códigos, clave, claves, raspa, rasca, foto, fotos, números, reverso, pin, recibo, ticket, ráscalas, rascas, dígitos, los códigos, las claves, los números, teclea`,
  ],
  [
    'bank',
    `nombre de su banco, nombre de tu banco, extracto bancario, extractos bancarios, iban, número de cuenta, número de tu cuenta, número de su cuenta, n de cuenta, no de cuenta, datos bancarios, cuenta bancaria, clabe, cbu, cci, nombre del banco, tu banco, su banco, qué banco, datos de tu cuenta, datos de su cuenta, tarjeta bancaria, tarjeta de débito, tarjeta de crédito, entidad bancaria`,
  ],
  [
    'secret',
    `dígitos de la tarjeta, tarjeta asociada, código que te llegará, código que le llegará, código por sms, código que recibas, código que reciba, tarjeta y el pin, tarjeta y su pin, tarjeta con pin, tarjeta y pin, tarjeta y la clave, usuario y contraseña, usuario y clave, número de tarjeta, número de la tarjeta, n de tarjeta, no de tarjeta, número de tu tarjeta, número de su tarjeta, cvv, cvc, fecha de caducidad, fecha de vencimiento, caducidad, vencimiento de la tarjeta, código de seguridad, tres números de atrás, numeritos de atrás, números de atrás, tres dígitos, dígitos del reverso, foto de tu tarjeta, foto de la tarjeta, foto de su tarjeta, fotos de la tarjeta, tarjeta por ambos lados, tarjeta por ambas caras, tarjeta por los dos lados, ambos lados de tu tarjeta, ambos lados de la tarjeta, ambas caras de la tarjeta, el pin, tu pin, su pin, pin de la, nip, banca en línea, banca online, banca por internet, banca electrónica, banca móvil, claves de acceso, clave de acceso, claves bancarias, contraseña*, clave dinámica, cl ve, código sms, código que te llegue, código que le llegue, códigos que lleguen, extracto bancario, extractos bancarios, extracto de tu, estado de cuenta, estados de cuenta, captura de tu banca, captura de tu saldo, captura del saldo, límite de tu tarjeta, token, coordenadas, certificado digital, usuario y la clave, usuario y la contraseña, tu banca, su banca, tarjeta por delante, tarjeta de débito por, número de seguridad visible, claves de tu banco, acceso a tu banca, clave de tu banca, código de atrás, código del reverso, número del anverso, números del reverso, cifras del reverso, código por detrás, clave de tu banco, contraseña de tu banco, acceso a tu banco, la caducidad`,
  ],
  [
    'paper',
    `copia del pasaporte, copia de tu pasaporte, copia de su pasaporte, foto del pasaporte, pasaporte escaneado, escaneo del pasaporte, pasaporte, dni escaneado, copia del dni, foto del dni, foto de tu dni, imagen del dni, dni por, dni, nie, cédula, foto de la cédula, copia de la cédula, ine, foto de tu ine, curp, rfc, ine por, credencial de elector, número de la seguridad social, seguridad social, ambas caras, ambos lados, recibo de la luz, recibo de luz, comprobante de domicilio, certificado de empadronamiento, empadronamiento, licencia de conducir, acta de nacimiento, ruc, cuit, dni por ambas, nie por ambas, fotos de tu dni, fotos del dni, tarjeta sanitaria, declaración de la renta, última nómina, libro de familia, tarjeta de residencia, vida laboral, caras de tu dni, caras del dni, tu dni, su dni, tu nie, tu pasaporte, su pasaporte, anverso y reverso`,
  ],
  [
    'selfie',
    `selfie con tu, selfie con el, selfie con la, selfie con su, selfie sosteniendo, selfie sujetando, foto tuya con el, foto sosteniendo, dni en la mano, documento en la mano, con el dni junto, vídeo leyendo, vídeo .. en el que se vea, se vea tu cara, se vea su cara, vídeo con tu documento`,
  ],
  [
    'send',
    `rellena, rellene, rellenas, completa el, complete el, responde con, responda con, contesta con, dinos tu, díganos su, danos tu, ten a mano, tenga a mano, tenga preparados, ten preparados, ten preparado, tenga listo, mándalos, envíalos, tenga preparado, ten listo, escribe, escriba, envía, envíe, enviar, envíanos, envíenos, manda, mande, mandar, mándanos, mándame, mandes, adjunta, adjunte, adjuntar, adjuntas, incluye, incluya, incluir, indica, indique, indicar, facilita, facilite, facilitar, pon en, ponga, sube, suba, subir, carga, completa, complete, pedirá, se pedirá, aporta, aporte, aportar, tener a mano, prepara, prepare, dinos, díganos, danos, remite, remita, escanea, necesitamos, requerimos, pásanos, pasa, presenta, presente, fotografía, proporciona, proporcione, pasaporte y foto, pon tu, teclea, copia, copia el, cópialo, dicta`,
  ],
  [
    'apply',
    `solicitud*, candidatura*, candidato*, candidata*, postul*, formulario, primer mensaje, inscripción, inscríbete, entrevista*, preselección, aplicar, antes de la entrevista, lista, por lista, contrato, para el alta, darte de alta, verificación, registro, nómina, contratación, respuesta`,
  ],
  [
    'later',
    `primer día, al firmar, una vez firmado, contrato está firmado, contrato firmado, tras la firma, después de firmar, al ganador, nunca te, nunca le, jamás, no pedimos, nunca pedimos, no pide, clientes, cliente, proveedor*, presencialmente, huésped*, inquilin*, no se usan, de nuevos trabajadores, personas migrantes, usuarios, cuando empieces, el día de la firma, día de la firma, después de la firma, una vez aceptada, una vez contratada, una vez contratado, al incorporarte, a tu llegada, cuando aceptes, cuando acepte, tras aceptar, una vez contratad*, tras la contratación, el día de incorporación, la primera mañana`,
  ],
  [
    'contact',
    `te espera, le espera, pregunta por, pregunte por, va por, llega por, interesado, interesada, más información, detalles, escribe, escribir, escríbeme, escríbenos, escriba, escríbame, escríbanos, contacta, contacto, contactar, contáctame, contáctanos, contacte, háblame, hábleme, háblanos, habla, mensaje, mensajes, manda, mándame, mándanos, agrega, agréganos, agrégame, únete, entrevista, entrevistas, conversación, chat, chatear, información, informes, info, interesados, interesadas, responde, solicita, comunícate, comuníquese, atendemos, atención, por, al, vía, a través, número, reclutador*, reclutamiento, datos al`,
  ],
  [
    'only',
    `solo chatea, solo responde por, solo contesta por, no llames, por favor no llames, no llame, ni mandes correos, únicamente, exclusivamente, solo por, sólo por, solo vía, solo a través, solamente por, solo mensajes, sólo mensajes, no llamadas, no llamar, sin llamadas, no se atienden llamadas, no atiendo llamadas, no contesto llamadas, no por teléfono, sin videollamada, sin vídeo, por escrito, entrevista por chat, entrevista por escrito, entrevista escrita, entrevista vía, entrevista es por, entrevista por mensaje, entrevista se hace por, entrevista será por, entrevista se realiza por, no responda por, no respondas por, no contestes por, no contestamos por, no respondemos por, no responder por, no postules por, no te postules por, no se leen, no leemos, no leo, no se responden, no se atienden, no revisamos, no reviso, casi no entro, no entro, no miro, este portal, esta plataforma, este medio, fuera de la plataforma, fuera del portal, fuera de este, en lugar de, número privado, número personal, correo personal, correo privado, mi correo, mi número, dirección privada, cuenta personal, por privado, en privado, más rápido, directo al, directamente a, sordo, sorda, problemas de oído, afónic*, es por escrito, se hace por chat, todo se habla por, se habla por chat, son veinte mensajes, solo por escrito, no atiende llamadas, no atiende, no coge`,
  ],
  [
    'normal',
    `o escríbele, o pásate, o ven, o acércate, lo que te sea más cómodo, por correo o, por mail o, por email o, llama por las, llama o, llame o, o llama, o llame, o por correo, o un correo, o por teléfono, por teléfono o, correo o, como prefieras, como prefiera, como quieras, como te venga mejor, por el formulario, con el formulario, vía formulario, en nuestra web, la web, nuestra web, página web, sitio web, apartado empleo, portal de empleo, nuestro formulario, el formulario, formulario en, en persona, ven a, ven un, pásate, acércate, visítanos, deja tu currículum, llama al, llámanos, llama a, por teléfono, en la garita, en nuestra oficina, en la oficina, currículum a, cv a, correo a, candidaturas a, candidaturas en, escríbenos a, por correo, apúntate desde, por la plataforma, mediante el formulario, entrega de instancias, inscríbete, en el mostrador, en la tienda, en el taller, en el local, día de prueba, tarde de prueba, la prueba se paga, prueba se paga, prueba pagada, o correo, o un mensaje, pásate por, pregunta en, o pregunta`,
  ],
  [
    'parcel',
    `caja, cajas, cartas, paquete*, paquetería, envío, envíos, mercancía*, mercadería*, bulto*, sobres, encomienda*, correspondencia, pedidos, productos, móviles, artículos, celulares`,
  ],
  [
    'home',
    `tu piso, su piso, tu vivienda, tu residencia, en casa recibes, en casa recibe, tu casa, su casa, domicilio, a su nombre, a tu nombre, desde casa, desde tu casa, desde su casa, en tu domicilio, en su domicilio, tu dirección, su dirección, tu domicilio, su domicilio, en el hogar, domicilio fijo, tu puerta, tu apartamento, tu garaje, tu portal, tu recibidor, a tu nombre y`,
  ],
  [
    'relabel',
    `quitas la factura, quita la factura, pones la nuestra, etiqueta*, reetiquet*, re etiquet*, nueva dirección, guía nueva, guía de envío, reempac*, reempaquet*, reenvas*, cambiar la etiqueta, otra etiqueta, nueva guía, guías, pegar, albarán*, albaranes, impreso de aduana*, documento* de envío, carta de porte, juntas dos, envuelves, embalas`,
  ],
  [
    'forward',
    `la envías a, los envías a, lo envías a, las envías a, la mandas a, los mandas a, la mandas, los mandas, mandas, reenví*, reexped*, reexpid*, remitir, remite, remites, remita, despachar, despachas, despacha, oficina de mensajería, mensajería, oficina de correos, correos, llevar, llevas, llevarlos, entregarlos, entregas, entregar, punto de recogida, punto de entrega, paquetería, enviarlos, envías, dejarlo*, depositar, los das, las das, lo das, entregas al, mensajero, dhl, seur, sigue viaje, siguen viaje, a la oficina postal, llevas a`,
  ],
  [
    'account',
    `te transfieren, le transfieren, te ingresan, le ingresan, te depositan, le depositan, tu .. cuenta, su .. cuenta, tu cuenta, su cuenta, tu propia cuenta, su propia cuenta, cuenta propia, cuenta personal, tu cuenta bancaria, su cuenta bancaria, en tu banco, en su banco, cuenta bancaria propia, cuentas propias, su cuenta personal, tu cuenta personal, tu cuenta corriente, su cuenta corriente, en su cuenta particular, en tu cuenta corriente, entran en tu cuenta, su cuenta particular, cuenta particular, te pagan, le pagan, a tu tarjeta, a su tarjeta, tu tarjeta, su tarjeta, por ti, tu paypal, tu monedero, en ti, en tu paypal, en su paypal, en tu tarjeta`,
  ],
  [
    'incoming',
    `pasan por tu cuenta, pasan por su cuenta, aparece en tu cuenta, aparece en su cuenta, llega a tu cuenta, llega a su cuenta, llegan a tu cuenta, entran en tu cuenta, recibe en su cuenta, recibes en tu cuenta, las recibe en su, entra, entran, dinero de, dinero, recibir, recibes, recibe, reciba, recibirás, recibirá, recibidos, recibido, ingresos, ingresan, ingresará*, entrantes, llegan, llega, lleguen, abonos, cobros, cobrar, pagos de, depósitos, fondos, transferencias, donaciones, se refleje, reflejado, acreditado*, te llegará, le llegará, caen, cae`,
  ],
  [
    'onward',
    `a los nombres que, a los nombres indicados, sacas el, sacas, metes, sacar, mandas lo, mandas el, envías por, el resto lo, reenviar, reenvías, reenvía, reenvíe, transferir, transfieres, transfiere, transfiera, remitir, remites, enviar, envías, el resto, lo demás, con lo demás, restante, el restante, diferencia, la diferencia, retirar, retiras, retira, convertir, conviertes, conviertas, girar, giras, gira, mandar, mandas, comprar, compras, entregar, pasar, pasas, repartir, dispersar, dispersas, lo que sobre, lo que exceda, lo sobrante, el excedente, pásalas en, pásalos en, pásalo en, con lo que queda, con lo que sobra, reenvía lo demás, lo demás el mismo, los mandas al, las mandas al, lo mandas al, entregará en mano, al monedero, enviarás, reenviarás, mandarás, transferirás, enviará, reenviará, transferirá, remitirás, los mandas, los cambias, convertirás, los envías, lo envías, das el resto, da el resto, entregas el resto, lo restante, paga lo restante, las cambias, las pasas, los pasas, lo pasas, la pasas, cambias a, cambias por, mandas al, envía el resto, manda lo que, envía lo que, manda el resto, lo que queda, lo que sobra`,
  ],
  [
    'keep',
    `es tuyo, son tuyos, es suyo, para ti, para usted, quedas, te quedas, se queda, quedarte, quedarse, conservas, conserva, retienes, retiene, descontando, descuentas, descuenta, menos, comisión, %, por ciento, porcentaje, tomas, tu parte, su parte, tus honorarios, sus honorarios, por tu molestia, por las molestias, te quedas el, quédate, quédate con, apartas, aparta tu, réstate, una décima parte, tu comisión, resta tu, restas tu, réstale, descuenta tu`,
  ],
  ['cheque', `cheque, cheques, cheque certificado, cheque de caja, cheque bancario, cheque de gerencia`],
  [
    'bankit',
    `depositas, depositar, deposita, deposite, ingresas, ingresar, cobras, cobrar, cobre, ingréselo, ingrésalo, lo depositas, se refleje, acreditado, cambias, cambiar, cambiarlo, lo ingresa, lo ingresas, lo deposita, ingresarlo en su, ingresarlo en tu`,
  ],
  [
    'openacc',
    `apertura de cuenta, abrir una cuenta, abrir cuenta, abres una cuenta, abre una cuenta, abra una cuenta, apertura de cuenta*, abrir cuentas, abres cuentas, crear una cuenta, creas una cuenta, a tu nombre, a su nombre, en tu nombre, en su nombre, con tus datos reales, con sus datos reales, datos reales, tu identidad real, identidad real, con tu identidad, te das de alta, darse de alta, te registras con, abres una`,
  ],
  [
    'handover',
    `cambia el correo, por el nuestro, nos pasas las, nos das las, nos entregas las, tarjetas y las, tarjetas y claves, claves y, nos cedes, nos mandas la tarjeta, nos dejas, credenciales, usuario y contraseña, usuario y clave, nos pasas, nos mandas, nos la mandas, nos lo mandas, nos envías, nos entregas, nos facilitas, nos das, sin abrir, la tarjeta sim, chip, claves, para uso propio, uso personal, para ahorrar, prestar tu cuenta, prestas tu cuenta, alquilar tu cuenta, rentar tu cuenta, rentas tu cuenta, prestar su cuenta, alquilar su cuenta, rentar, ceder, cedes, apartado postal, nos das el acceso, nos da el acceso, danos el acceso, nos facilitas usuario, nos facilita, usuario contraseña y, nos entregas la tarjeta, déjanos tu cuenta, alquila tu cuenta, usuario clave y, presta tu cuenta, nos das acceso`,
  ],
  [
    'videoident',
    `vídeo selfie, videollamada de verificación, videollamada, verificación por vídeo, verificación por video, videoidentificación, video identificación, verificación facial, verificación de identidad, selfie de verificación, haces la videollamada, verificas`,
  ],
  [
    'task',
    `tarea*, órdenes, pedidos, reseña*, calificar, calificas, calificación, likes, dar like, me gusta, clic*, optimiz*, hoteles, productos, plataforma, vip, nivel, misiones, vídeos, videos, suscribirse, valorar, valoras, puntuar, restaurantes, da me gusta, pulsas, pulsa, estrellas, fichas, serie, clics, nota, notas, rondas, ronda`,
  ],
  [
    'topup',
    `con saldo propio, saldo propio, cuanto más saldo, queda en negativo, en negativo, recárgalo, recárgala, recargas tu, recargar tu, recarga tu, recargar, recarga, recargas, recargue, saldo negativo, saldo, completar el saldo, nivel, siguiente nivel, desbloquear, vip, depósito mínimo, capital, inversión, inversión inicial, cuenta de trabajo, retirar tus ganancias, retirar tu comisión, retirar, fondear, tarea combinada, tareas combinadas, tareas premium, prepago, baja de cero, bajo cero, añade dinero, añadir dinero, pon la diferencia, la diferencia, ingresa la diferencia, recarga la, pones dinero, compras un paquete, paquetes de tareas, tu depósito, tiene al menos`,
  ],
  [
    'advance',
    `dinero que yo, le consigno, te consigno, consigno antes, le transfiero, te transfiero, te envío el dinero, le envío el dinero, por adelantado, le deposito, te deposito, le mando el dinero, te mando el dinero, anticipo, dinero para, le haré llegar, te haré llegar, te ingreso, le ingreso, le adelantará, te adelantará, dinero para el, dinero para la, junto con el dinero, le mando un cheque`,
  ],
  [
    'errand',
    `en mano, silla de ruedas, muebles, nuestro proveedor, diligencias, recados, obsequios, regalos, correspondencia, pagos menores, en mi nombre, mi conductor, compras personales, proveedor, mudanza, mi esposa, mi mujer, transportista, encargos`,
  ],
  [
    'away',
    `viajo, de viaje, en el extranjero, fuera del país, cuando vuelva, cuando regrese, a mi regreso, a mi vuelta, actualmente en, en el exterior, en alta mar, hospitalizad*, de misión, fuera de la ciudad, discapacidad auditiva, no puedo hablar por teléfono, viajo constantemente, nos mudamos a`,
  ],
  [
    'offsite',
    `no uses el, no use el, no uses, no pulses, no hagas clic, todo va por, todo se hace por, todo pasa por, correo personal, correo privado, mi correo, número privado, número personal, mi número, dirección privada, buzón personal, cuenta personal de correo, no responda por, no respondas por, no contestes por, no contesto por, no respondemos por, no postules por, no te postules por, no se leen, no leemos, no leo, no se responden, casi no entro, no entro, no miro, no reviso, no revisamos, nunca entro, por este portal, por esta plataforma, por esta página, por este medio, por aquí no, aquí no, mensajes de aquí, fuera de la plataforma, fuera del portal, fuera de este, fuera de esta, en lugar de este, no leo correos, no leemos correos, no leo los correos, olvida el formulario, olvídate del formulario, olvide el formulario, no hace falta que te apuntes, no te apuntes aquí, no la miramos, que no la miramos, no mandes currículum ni, por el portal no se leen, no se tramitan, no atendemos llamadas, no te inscribas en esta, los correos no, correos no los, no mira los correos, no lee los correos, no lee correos, no atiende llamadas ni, ni correos, lo que se envía por aquí, no leemos lo que`,
  ],
  [
    'ownname',
    `a tu nombre, a su nombre, documentos reales, tus datos reales, sus datos reales, con tus datos, con sus datos, tus propios datos, tu nombre, su nombre, datos reales, tu identidad, su identidad, identidad real, nombre real, datos verdaderos`,
  ],
  ['bankish', `banco, bancos, neobanco*, cuenta, cuentas, monedero*, billetera*, exchange*`],
  ['sole', `solo, sólo, solamente, únicamente, exclusivamente, único`],
  [
    'escrow',
    `cuenta de garantía, cuenta de depósito, mensualidades, meses de alquiler, meses de fianza, cuenta puente, cuenta custodia`,
  ],
  [
    'view',
    `visita, visitas, visitar, enseña, se enseña, ver el, ver la, llaves, contrato, antes, cuando hayas, cuando haya`,
  ],
  [
    'others',
    `mutualista*, afiliad*, comprador*, vendedores, heredero*, particulares, titular*, asegurado*, donante*, solicitante*, cobras a, tomas pagos, cobras con tarjeta, cuentas de prueba, fondos de inversión, jugador*, expositor*, opositor*, dueño*, feriante*, cliente*, client*, usuarios, usuarias, un usuario, una usuaria, cada usuario, del usuario, paciente*, inquilin*, propietari*, estudiante*, alumn*, padres, madres, familias, socios, el socio, cada socio, socia, socias, proveedor*, residente*, donante*, deudor*, viajer*, pasajer*, participante*, consumidor*, víctima*, visitante*, inversor*, comerciante*, asegurad*, refugiad*, migrant*, comprador*, vendedor*, ciudadan*, beneficiari*, abonad*, huésped*, contribuyent*, trabajadores, centros, vendes, vendemos, vender, venta, ventas`,
  ],
  [
    'recruit',
    `recluta a, reclutas a, reclutar a, trae a cinco, invita a, que traigas, traigas, traes, mientras duermes, propia red, tu red, cada amigo, cada referido, cada persona, tus amigos, amigos, conocidos, familiares, invita, invitar, invitas, referid*, patrocin*, reclut*, tu propio equipo, tu equipo, arma tu equipo, formar equipo, red de, redes de mercadeo, multinivel, mercadeo en red, ingreso pasivo, ingresos pasivos, libertad financiera, independencia financiera, tu propio jefe, propio jefe, líneas, niveles, cada persona que, por cada socio, nuevos socios, cada nuevo, afilia*, afiliad*, embajador*`,
  ],
  [
    'entry',
    `entrada desde, entrada a partir, caja inicial, caja de inicio, lote inicial, pack inicial, kit inicial, lote de entrada, nivel, plata, oro, bronce, paquete de inicio, paquete inicial, paquete básico, paquete de, kit de inicio, kit de negocio, kit, paquete, paquetes, licencia, membresía, inversión, inversión inicial, invertir, invierte, primer pedido, pedido mínimo, pedido inicial, compra mínima, mercancía inicial, stock, lote, maletín, entrada de, afiliación`,
  ],
  ['except', `menos, salvo, excepto, a excepción, quitando, aparte de, lo único, lo unico, solo falta`],
  [
    'warn',
    `anuncios que, ofertas que piden, hacen pasar, hacerse pasar, estafa*, fraud*, falso, suplant*, cuidado, ojo, desconocidos, avísanos, denuncia, si alguien, quien te pida, si te piden, si un intermediario, supuesto reclutador, falso banco, estafador*, trampa, ofertas trampa, engaña*, engañ*, fraude*, blanqueo, en nuestro nombre, timo, timos, dices que no, desaconsejas, pones en guardia, adviertes`,
  ],
  [
    'messengerlike',
    `app verde, aplicación verde, app azul, aplicación azul, avioncito, mensajería instantánea, app de mensajería, aplicación de mensajería, chat privado, chat cifrado`,
  ],
  [
    'cvv',
    `cvv, cvc, tres cifras, tres dígitos, tres números, numeritos, cifras de atrás, dígitos de atrás, número de la tarjeta, número de tarjeta, número de tu tarjeta, n de tarjeta, nº de tarjeta, dieciséis dígitos, dígitos y el reverso, número y reverso de la tarjeta`,
  ],
  [
    'benefit',
    `cada uno recibe, recibe, damos, regalamos, dieta*, viáticos, plus, prima, incentivo*, ayuda de, ayuda para, ayuda, bolsa de, facturación, descuento*, descuento en, beca*, propina*, ahorro*, alquiler, valorado en, valor de, por valor, cheque gasolina, presupuesto, remunerad*, retribuid*, hasta, recomienda a, por recomendar, recibís, lote de, beca de, excedentes, dietas de, herramienta de, de valor`,
  ],
  [
    'authority',
    `cruz roja, en la administración, a la administración, en el médico, hacienda, a la policía, ministerio, al ministerio, dgt, ayuntamiento, autoescuela, derechos de examen, tasa de examen, modelo 046, modelo 790, sepe, colegio oficial, colegio profesional, comunidad autónoma, jefatura, por ley, la ley exige, la ley obliga, exige la ley, centro oficial, escuela que elijas, escuela que prefieras, en la cámara, a la cámara, de la cámara, cámara de comercio`,
  ],
  [
    'vendor',
    `cómpralo en nuestra, cómprelo en nuestra, lo compras en nuestra, encárgalo en, lo encargas tú en, nuestro proveedor, de nuestro proveedor, proveedor autorizado, nuestro distribuidor, nuestra tienda asociada, nuestro comercio asociado, tienda asociada, proveedor homologado, proveedor de confianza, solo al proveedor, proveedor del enlace, proveedor que te, proveedor que indiquemos, desde nuestro enlace, en nuestro enlace, por nuestro enlace, el enlace que te, ningún otro proveedor`,
  ],
  [
    'login',
    `que usas en tu banco, que usa en su banco, que utilizas en tu banco, las mismas claves de tu banco, datos que usas en tu banco, elige tu banco y, elija su banco y, escribe usuario, escribe tu usuario, introduce tu usuario, introduzca su usuario, inicia sesión con, inicie sesión con, inicia sesión, inicie sesión, entra con tu, entre con su, accede con tu, acceda con su, identifícate con tu, usuario y la clave que, usuario y clave de tu, usuario y contraseña de tu, claves de tu banca, claves de la banca, banca electrónica con, elige tu entidad, elija su entidad, elige tu banco, elija su banco`,
  ],
  [
    'downline',
    `de tu estructura, en tu estructura, de su estructura, crece con cada, pero sin límite, ingreso ilimitado, sin techo, debajo de ti, por debajo de ti, cuelga de ti, cuelgan de ti, noveno nivel, hasta el nivel, niveles, nivel nueve, ingreso residual, ingresos residuales, ingreso pasivo, ingresos pasivos, tu red, su red, mueva tu red, invitas a tres, hagan lo mismo, ingreso que crece, sin jefes, no hay jefes, ni jefe, libertad financiera, traer a tu gente`,
  ],
  [
    'interview',
    `entrevista por, entrevista será por, entrevista es por, entrevista se hace, entrevista se realiza, entrevista en, entrevista vía, entrevistas por, entrevista será, entrevistamos por`,
  ],
  [
    'paynow',
    `debe llegarnos, deben llegarnos, tiene que llegarnos, debe abonarse, deben abonarse, en nuestra cuenta, a la cuenta de nuestro, a la cuenta de nuestra, reenvíanos el recibo, mándanos el recibo, envíanos el recibo, envía el recibo, envíe el recibo, manda el justificante, envíe el justificante, comprobante de pago, pídelo por, pídela por, págalo, págala, págalos, paga con, paga por, abona el, abona la, ingresa el, ingresa la, transfiere el, transfiere la, haz el ingreso, haga el ingreso, haz la transferencia, pague el, pague la, por favor paga, por transferencia antes, se pagan antes, se paga antes, a pagar antes, manda el dinero, envía el dinero, manda el importe, envía el importe, ingresa el importe, espera, que se ingresan, a ingresar`,
  ],
  [
    'covers',
    `del primer sueldo, de la primera nómina, del primer salario, corren de nuestra cuenta, la mitad la pone, la mitad la paga, pone la mitad, paga la mitad, se descuenta del primer, se retiene del primer, descontamos del primer, te los damos, te lo damos, lo pagamos nosotros, la pagamos nosotros, los pagamos nosotros, las pagamos nosotros, lo paga la empresa, la paga la empresa, te los devolvemos, te lo devolvemos, te la devolvemos, lo asumimos, la asumimos, lo cubrimos, y lo pagamos, y la pagamos, corre de nuestra cuenta, corre por nuestra cuenta, nos hacemos cargo, te lo reembolsa*`,
  ],
  [
    'lodging',
    `habitación, alojamiento, alquiler, piso, aparcamiento, taquilla, comidas, menú, estudio, estudios, habitaciones, una cama, albergue, anexo`,
  ],
  [
    'subscription',
    `inscripción en nuestra, suscripción a nuestra, suscripción a nuestro, cuota de nuestra, entrar en nuestra, nuestra bolsa, nuestro archivo, nuestra base, tasa de archivo, tasa anual de, alta en nuestra, nuestra agencia`,
  ],
  [
    'simcontract',
    `contratos de móvil, contrato de móvil, contratos de teléfono, contratos de telefonía, líneas de móvil, líneas móviles, tarjetas sim, tarjeta sim`,
  ],
  [
    'rentout',
    `préstanos tu, préstenos su, alquílanos tu, alquila tu cuenta, alquila tu perfil, déjanos tu cuenta, déjanos tu perfil, con tu cuenta nosotros, cédenos tu, nuestros artículos con tu nombre`,
  ],
  [
    'reach',
    `agrega, agregue, agréguelo, agrégalo, añade, añada, búscame, búsquenos, escribe a, escríbeme, escríbenos, habla con, hable con, pon, saluda, dile que, escribe a nuestro, escribe a nuestra, escribe a su, escribe al, escribe la palabra, agrega a, añade a, añádenos, agrega al, contacta con, contacta a, habla con nuestro, habla con nuestra, manda un mensaje a, envía un mensaje a, envía la palabra, escríbele, busca al, busca a, busque al, escribe al señor, escribe a la señora, mándale, envíale, contáctale, habla con el, habla con la`,
  ],
  [
    'asks',
    `pedimos, se pide, se piden, cobramos, exigimos, solicitamos, se cobra, se cobran, te pedimos, le pedimos, nuestros honorarios, nuestra comisión, nuestra tarifa, el notario pide, el abogado pide, la embajada pide, el consulado pide, el abogado espera, te cobramos, le cobramos, te cobra, gastos de agencia`,
  ],
  [
    'perminute',
    `el minuto, por minuto, cada minuto, al minuto, por sms, cada sms, por mensaje, cada mensaje, el mensaje, cada uno se cobra, cada uno cuesta, cada mensaje cuesta, cada sms cuesta, cada respuesta, por respuesta, se tarifica, tarificación, tarifa especial, se cobra a`,
  ],
  [
    'dial',
    `llama al, llame al, llamar al, marca el, marque el, la llamada, llamadas, llamada, centralita, envía .. al, envíe .. al, manda .. al, contestador, línea automática, locución`,
  ],
  ['texts', `sms, mensaje, mensajes, mensajito`],
  [
    'gate',
    `contratan solo, contrata solo, solo contratan, solo contrata, solo contratamos, únicamente a titulados, solo a titulados, solo a quienes, solo a quien, solo titulados, solo admiten, solo admite, empleo garantizado, puesto garantizado, trabajo garantizado, contratación garantizada, garantizamos el puesto, garantizamos un puesto, garantiza un puesto, garantiza un empleo, garantizamos empleo, certificados de otros, otros certificados, ningún otro certificado, tras el curso te, al acabar el curso te, después te colocamos, te colocamos, para quienes han, para quien haya, para quienes tengan, en cuanto terminas, en cuanto termines, cuando termines, cuando hayas terminado, cuando hayas aprobado, una vez terminado, tras aprobar, requisito, imprescindible nuestro, sin él no, sin ella no, sin eso no, condición, obligatorio antes, contratan solo a, colocamos a quien`,
  ],
  [
    'ourcourse',
    `nuestra academia, nuestra escuela, nuestro curso, nuestro campus, nuestro centro, nuestro instituto, nuestra formación, del campus, nuestro local, jornada de preparación, taller, curso, cursillo, clases, lecciones, lecciones en línea, seminario, academia, formación, módulo, jornada`,
  ],
  [
    'renews',
    `hasta que te des de baja, hasta que se dé de baja, hasta que canceles, hasta que cancele, salvo que canceles, salvo cancelación, se renueva sola, renovación automática, se renueva automáticamente, sin permanencia`,
  ],
  [
    'pickbank',
    `escoge tu banco, escoja su banco, elige tu banco, elija su banco, selecciona tu banco, seleccione su banco, busca tu banco, pincha en tu banco, banco de la lista, elige el banco, busca el banco, busque su banco, pulsa tu banco, toca tu banco, encuentra tu banco, marca tu banco, tu banco en la lista`,
  ],
  [
    'signin',
    `accede, acceda, acceder, entra en, entre en, entra con, inicia sesión, inicie sesión, iniciar sesión, identifícate, identifíquese, conéctate, conéctese, entrar con, entrando en, accediendo, entras en, accedes, conectándote, pon tu, introduce tu, escribe tu, mismos datos, mismas claves, misma clave, como siempre, claves habituales, datos habituales`,
  ],
  [
    'mailbox',
    `tu correo, su correo, correo electrónico, buzón, gmail, hotmail, outlook, cuenta de google, apple id, cuenta de correo, tu dirección`,
  ],
  ['password', `contraseña*, clave de tu correo, clave de correo, clave del correo`],
  [
    'textedcode',
    `código que te llega, código que te llegue, código que te llegará, código que recibirás, código al teléfono, código por sms, código al móvil, llega un código, aprueba en la aplicación, apruebas en la aplicación, autoriza en la aplicación, código de confirmación, código de verificación, código de seguridad, código de seis`,
  ],
  [
    'nointerview',
    `sin entrevista*, sin necesidad de entrevista, no hacemos entrevista*, no hay entrevista*, en lugar de entrevista, contratación inmediata, contratación automática, alta automática, alta es automática, no es necesaria entrevista, contratamos sin, contratan sin, se contrata sin, sin hablar, sin conocernos, sin cita, contratación es automática, decisión automática, no hace falta entrevista, sin llamada, en vez de charla, en vez de entrevista, en lugar de una entrevista, en vez de una entrevista, en lugar de charla, nadie tiene que venir`,
  ],
  [
    'selfshot',
    `selfie*, selfi, selfis, foto tuya, foto de tu cara, foto de tu rostro, autorretrato, vídeo de tu cara, vídeo corto, vídeo tuyo, vídeo de tu rostro, escaneo de tu cara, en la que lo sujet*, en la que la sujet*, sujetándolo, sujetándola, sosteniéndolo, sosteniéndola, junto a la cara, junto a tu cara, al lado de tu cara, al lado de la cara`,
  ],
  [
    'receives',
    `recibes transferencias, recibirás transferencias, recibe transferencias, recibirá transferencias, recibes pagos, recibirás pagos, recibe pagos, recibirá pagos, recibes dinero, recibirás dinero, recibes ingresos, recibirás ingresos, recibes abonos, recibirás abonos, recibes los pagos, recibirás los pagos, pasan por ti, pasa por ti`,
  ],
  [
    'giftcard',
    `tarjetas de google play, tarjeta de google play, tarjetas de apple, tarjetas de steam, tarjetas de amazon, tarjetas itunes, google play, itunes, bonos paysafe*, bono paysafe*, vales regalo, vale regalo, tarjetas prepago, tarjeta prepago, bono regalo`,
  ],
  [
    'cashout',
    `retira, retíralo, retirar, retirada*, comisión, comisiones, ganancias, premio, premios, recompensa*, bono`,
  ],
  [
    'proveid',
    `demuestra tu identidad, confirma tu identidad, verifica tu identidad, verifique su identidad, confirme su identidad, demuestre su identidad, confirma quién, confirma ahora quién, verificar tu identidad, verificación de identidad, acredita tu identidad`,
  ],
  [
    'paper2',
    `tarjeta sanitaria, declaración de la renta, recibo de la luz, recibo de luz, número de la seguridad social, empadronamiento, permiso de conducir, carné de conducir, nómina, vida laboral, acta de nacimiento, tarjeta de residencia, extracto bancario`,
  ],
  ['voucher', `tarjeta, tarjetas, vale, vales, bono, bonos, cupón, cupones, cheque regalo`],
  ['buycmd', `compra, compre, compras, consigue, adquiere, adquieres, hazte con, coge`],
  [
    'sendme',
    `envíamelos, envíamelas, mándamelos, mándamelas, mándame, envíame, pásame, dicta, dinos, envíanos, mándanos, teclea, tecleas, introduce los, manda los`,
  ],
  [
    'moneyverb',
    `pag*, abon*, ingres*, transfer*, transfier*, envía*, enví*, mand*, adelant*, deposit*, cobr*, pid*, cuest*, val*, dej*, entreg*, por persona, aport*, traer, trae`,
  ],
];
