import { type TradeTexts, words } from './trades.ts';

/** Spanish building blocks of the made-up jobs. */
export const tradesInSpanish: TradeTexts = {
  nurse: words(
    'Enfermero de urgencias|Enfermero a domicilio|Enfermero de quirófano',
    'Enfermería, Curas, Atención al paciente',
    `Atender a seis u ocho pacientes por turno
Hacer curas, dar medicación y notar pronto lo que cambia
Pasar el turno en diez minutos, por escrito y en persona
Explicar a las familias qué viene después
Acompañar a un estudiante, con tiempo para ello
Registrar todo junto a la cama`,
    `Grado en Enfermería
Calma cuando suenan tres timbres
Un fin de semana de cada tres
Trato cercano`,
  ),
  care: words(
    'Auxiliar de ayuda a domicilio|Gerocultor|Cuidador interno',
    'Cuidado de mayores, Primeros auxilios',
    `Ayudar a levantarse, asearse y desayunar, sin prisas
Acompañar al médico y a la plaza
Anotar los pequeños cambios
Cocinar con quien todavía disfruta cocinando
Hacer una ruta de siete domicilios
Ser una cara conocida cuatro días por semana`,
    `Certificado de atención sociosanitaria
Carné B para las rutas
Paciencia y buena espalda
Experiencia, también en casa`,
  ),
  teacher: words(
    'Profesor de matemáticas|Maestro de primaria|Profesor de español para extranjeros',
    'Enseñanza, Didáctica, Español',
    `Dar veinte horas por semana en grupos pequeños
Preparar las clases con dos compañeros
Corregir para que se avance
Hablar con las familias antes de que haya un problema
Llevar un club de lo que quieras
Ser tutor de un grupo`,
    `Titulación docente
Gusto por las preguntas que no están en el libro
Experiencia con grupos diversos
Autoridad tranquila`,
  ),
  electrician: words(
    'Electricista|Instalador fotovoltaico|Electricista de mantenimiento',
    'Electricidad, Cableado, Energía solar',
    `Cablear desde el cuadro hasta el último enchufe
Buscar averías con el medidor y la cabeza
Montar placas solares en equipos de tres
Comprobar, etiquetar y firmar el boletín
Mantener cuarenta máquinas en marcha
Enseñar al aprendiz por qué se vuelve a poner la tapa`,
    `FP en electricidad
Carné B y nada de vértigo
Trabajo limpio
Una semana de guardia de cada seis`,
  ),
  mechanic: words(
    'Mecánico de automóviles|Mecánico de bicicletas|Técnico de mantenimiento industrial',
    'Mecánica, Diagnóstico, Mantenimiento',
    `Encontrar la avería antes de pedir piezas
Reparar coches, bicis o prensas, según la nave
Mantener según plan y según oído
Hablar con los clientes sin códigos
Documentar en la tableta
Formar a un aprendiz`,
    `FP en mecánica
Interés por los eléctricos; el curso lo pagamos
Cuidado con los detalles
Turno de mañana o de tarde`,
  ),
  baker: words(
    'Panadero|Pastelero|Dependiente de panadería',
    'Panadería, Pastelería, Higiene',
    `Cuidar masas madre más viejas que tú
Formar, hornear y probar
Empezar a las tres y volver a casa a mediodía
Decorar tartas de boda y de martes
Vender lo que has hecho sabiendo qué lleva
Inventar un pan por temporada`,
    `Oficio, o ganas de aprenderlo
El despertador no te asusta
Precisión en gramos y grados
Sonrisa para quien vuelve`,
  ),
  cook: words(
    'Cocinero|Jefe de partida|Ayudante de cocina',
    'Cocina, Higiene alimentaria, Menús',
    `Llevar la partida caliente para sesenta cubiertos
Escribir la carta según el mercado
Cocinar trescientos menús escolares que se acaban
Pedir, guardar y no tirar casi nada
Enseñar a dos aprendices
Dejar la cocina como a mediodía`,
    `Dos años de cocina de verdad
Nervios templados a las nueve de la noche
Amor por la verdura
Carné de manipulador`,
  ),
  hotel: words(
    'Recepcionista de hotel|Gobernanta|Camarero de sala',
    'Atención al cliente, Inglés, Reservas',
    `Recibir a quien lleva todo el día de viaje
Contestar en dos idiomas por escrito y en tres por teléfono
Organizar a ocho personas y cuarenta y dos habitaciones
Resolver antes de que escriban la reseña
Contar la caja a las seis
Recomendar dónde se come bien por poco`,
    `Inglés de conversación
Amabilidad a las siete de la mañana
Experiencia con un programa de reservas
Turnos rotativos`,
  ),
  shop: words(
    'Dependiente de librería|Encargado de tienda|Asesor de ventas',
    'Ventas, Atención al cliente, Caja',
    `Aconsejar con franqueza, aunque se venda menos
Pedir dos veces por semana
Abrir la tienda tres mañanas
Hacer el cuadrante de nueve personas
Montar un escaparate que pare a la gente
Cerrar la caja, y que cuadre`,
    `Experiencia en tienda
Dos sábados al mes
Cálculo mental, por si acaso
Curiosidad por lo que vendemos`,
  ),
  warehouse: words(
    'Mozo de almacén|Carretillero|Jefe de turno de almacén',
    'Carretilla, Inventario, Preparación de pedidos',
    `Descargar cuatro camiones por turno y contar
Preparar pedidos con escáner, a la pieza
Conducir la carretilla sin prisas
Tener el pasillo doce en orden
Avisar de daños con una foto
Llevar un turno de siete personas`,
    `Carné de carretillero, o ganas de sacarlo a nuestro cargo
Turnos de mañana y tarde
Puntualidad
Botas, que pagamos`,
  ),
  driver: words(
    'Conductor de reparto|Conductor de autobús|Chófer de camión regional',
    'Carné de conducir, Rutas, Atención al cliente',
    `Llevar noventa paquetes a la puerta correcta
Hacer la misma ruta y dormir en casa
Revisar ruedas, luces y carga antes de salir
Ayudar al último pasajero
Descargar con plataforma, nunca con la espalda
Apuntar lo que el camión necesita`,
    `Carné de la clase que toca
Puntualidad sin jefe
Conocer la zona
Buen trato`,
  ),
  accountant: words(
    'Contable|Técnico de nóminas|Controller financiero',
    'Contabilidad, Excel, Nóminas, SAP',
    `Cerrar el mes el quinto día, sin noches
Pagar a trescientas personas sin errores
Conciliar cuentas olvidadas desde primavera
Explicar cifras a quien vende o construye
Preparar una auditoría aburrida
Cambiar una hoja de cálculo por algo mejor cada trimestre`,
    `Formación en contabilidad
Dos cierres hechos por ti
Excel y un programa grande
Valor para preguntar`,
  ),
  law: words(
    'Abogado laboralista|Asesor jurídico|Técnico de protección de datos',
    'Derecho laboral, Contratos, Protección de datos',
    `Redactar y negociar contratos
Responder en dos días y con palabras claras
Llevar el registro de tratamientos
Seguir los pleitos con despachos externos
Formar a los equipos antes de que firmen
Dejar doce modelos en cuatro`,
    `Grado en Derecho y colegiación para abogados
Tres años de despacho o empresa
Inglés jurídico
Sentido de la medida`,
  ),
  marketing: words(
    'Responsable de marketing digital|Redactor de contenidos|Community manager',
    'SEO, Redacción, Google Analytics, Redes sociales',
    `Planificar lo que publicamos y tirar la mitad
Escribir páginas que responden
Llevar campañas y parar las que no sirven
Medir lo que aporta un boletín
Cuidar nuestras redes con gracia
Trabajar con fotógrafos y diseñadores`,
    `Dos años de experiencia y muestras
Ortografía segura
Las cifras no te aburren
Un gestor de contenidos`,
  ),
  support: words(
    'Agente de atención al cliente|Técnico de soporte|Responsable de clientes',
    'Atención al cliente, Inglés, Zendesk',
    `Responder treinta preguntas al día como si fueran la primera
Reproducir un fallo y describirlo bien
Escribir la página que ahorra cincuenta correos
Llamar cuando dijiste
Enseñar las tres cosas que hacen falta
Vigilar la cola a mediodía, por turnos`,
    `Español escrito sin plantillas
Paciencia de la buena
Curiosidad técnica
Inglés para la mitad de los clientes`,
  ),
  backend: words(
    'Desarrollador backend|Ingeniero de software Java|Desarrollador Python sénior',
    'Java, Python, PostgreSQL, Docker',
    `Hacerte cargo de servicios, de la tabla a la alerta
Diseñar interfaces que da gusto usar
Bajar un proceso de cuatro horas a diez minutos
Escribir pruebas que fallan por algo
Revisar código con amabilidad y hasta el final
Apagar el sistema viejo`,
    `Cuatro años con un lenguaje de servidor
SQL que sepas explicar
Cuidado con datos que no se pueden perder
Inglés en el código`,
  ),
  frontend: words(
    'Desarrollador frontend|Desarrollador web React|Desarrollador móvil',
    'TypeScript, React, CSS, Accesibilidad',
    `Hacer páginas para teclado, móvil y línea lenta
Cuidar cuarenta componentes que usan tres equipos
Quitar 300 kilobytes de la primera carga
Bocetar con diseño
Probar con personas que usan lector de pantalla
Publicar los martes sin sobresaltos`,
    `TypeScript y React
HTML y CSS por convicción
Pruebas en navegador
Ojo para el detalle`,
  ),
  civil: words(
    'Ingeniero de caminos|Arquitecto|Jefe de obra',
    'AutoCAD, Estructuras, Gestión de proyectos',
    `Planificar la reparación de puentes con tráfico
Dibujar detalles que se lean bajo la lluvia
Llevar una obra de la valla a la llave
Comprobar antes de tapar
Cuadrar presupuesto, vecinos y tiempo
Presentar tres opciones al ayuntamiento`,
    `Titulación en ingeniería o arquitectura
Tres años de proyectos construidos
CAD y lápiz
Carné B`,
  ),
  garden: words(
    'Jardinero|Podador|Encargado de vivero',
    'Jardinería, Poda, Maquinaria',
    `Cuidar dos parques y sus conversaciones
Plantar ochocientos árboles por invierno
Podar rosales sin hacer enemigos
Arreglar caminos, bancos y fuentes
Criar plantas de la semilla al camión
Llevar un equipo de cuatro`,
    `Formación en jardinería
Carné B con remolque
Gusto por el aire libre
Nombres de plantas, al menos las comunes`,
  ),
};
