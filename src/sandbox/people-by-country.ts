/** Hand-made ingredients of the sample customers. Streets and numbers are invented; domains are reserved for examples. */
export interface CountryIngredients {
  readonly country: string;
  /** How many of 100 customers come from here. */
  readonly share: number;
  readonly firstNames: readonly string[];
  readonly lastNames: readonly string[];
  readonly places: readonly (readonly [city: string, postalCode: string])[];
  readonly streets: readonly string[];
  /** American and British numbers stand before the street. */
  readonly numberFirst: boolean;
  /** `#` becomes a digit. */
  readonly phones: readonly string[];
  /** Empty where there is no value added tax. */
  readonly vatId: string | null;
  readonly companies: readonly string[];
}

// A table is read row by row: one list, one line.
// prettier-ignore
export const countries: readonly CountryIngredients[] = [
  {
    country: 'DE',
    share: 34,
    firstNames: ['Anna', 'Jürgen', 'Käthe', 'Lukas', 'Sören', 'Björn', 'Jörg', 'Mia', 'Günther', 'Zoë', 'Hanna', 'Ömer', 'Matthias', 'Ulrike', 'Bärbel', 'Felix'],
    lastNames: ['Müller', 'Weiß', 'Groß', 'Schröder', 'Köhler', 'Strauß', 'Böhm', 'Schäfer', 'von der Heide', 'Krüger', 'Jäger', 'Voß', 'Lindner', 'Özdemir', 'Hübner', 'Meyer-Lüdenscheidt'],
    places: [['Dresden', '01067'], ['Köln', '50667'], ['München', '80331'], ['Görlitz', '02826'], ['Leipzig', '04109'], ['Düsseldorf', '40213'], ['Würzburg', '97070'], ['Lübeck', '23552'], ['Halle (Saale)', '06108']],
    streets: ['Königstraße', 'Am Weißen Hirsch', 'Gartenweg', 'Schloßallee', 'Mühlgasse', 'Bürgermeister-Smidt-Straße'],
    numberFirst: false,
    phones: ['+49 351 ######', '0171 #######', '+49 (0)221 #####-##', '030/#######'],
    vatId: 'DE#########',
    companies: ['Weiß & Söhne GmbH', 'Elbflorenz Möbel KG', 'Nordlicht Solar AG', 'Bäckerei Krüger', 'Groß Maschinenbau GmbH & Co. KG', 'Lübecker Marzipanhaus', 'Blau+Grün Architekten'],
  },
  {
    country: 'FR',
    share: 12,
    firstNames: ['Élodie', 'François', 'Anne-Sophie', 'Jérôme', 'Chloé', 'Benoît', 'Maëlle', 'Noël', 'Hélène', 'Gaël'],
    lastNames: ['Lefèvre', 'Dupont', "D'Aubigné", 'Bélanger', 'Garçon', 'Le Goff', 'Rousseau', 'Châtelain', 'Mercier'],
    places: [['Paris', '75011'], ['Besançon', '25000'], ['Nîmes', '30000'], ['Saint-Étienne', '42000'], ['Bourg-en-Bresse', '01000'], ['Nice', '06000']],
    streets: ['rue de la République', 'avenue Général-de-Gaulle', 'quai des Orfèvres', 'chemin du Moulin'],
    numberFirst: true,
    phones: ['+33 1 ## ## ## ##', '06 ## ## ## ##'],
    vatId: 'FR###########',
    companies: ['Boulangerie Lefèvre', 'Société Générale des Bougies', 'Ateliers Béton & Bois SARL', 'Crème de la Côte'],
  },
  {
    country: 'PL',
    share: 12,
    firstNames: ['Jan', 'Małgorzata', 'Łukasz', 'Agnieszka', 'Stanisław', 'Żaneta', 'Paweł', 'Michał'],
    lastNames: ['Kowalski', 'Wiśniewska', 'Wójcik', 'Dąbrowski', 'Zielińska', 'Łoś', 'Szczęsny', 'Żak'],
    places: [['Warszawa', '00-001'], ['Kraków', '30-059'], ['Łódź', '90-001'], ['Gdańsk', '80-001'], ['Wrocław', '50-101']],
    streets: ['ul. Świętokrzyska', 'ul. Długa', 'al. Jerozolimskie', 'ul. Piotrkowska'],
    numberFirst: false,
    phones: ['+48 22 ### ## ##', '0048 ### ### ###'],
    vatId: 'PL##########',
    companies: ['Łódzkie Tkaniny Sp. z o.o.', 'Żubr Logistyka', 'Kawiarnia Pod Gołębiem', 'Dąbrowski i Wspólnicy'],
  },
  {
    country: 'US',
    share: 14,
    firstNames: ['Grace', 'Marcus', 'Emily', 'DeShawn', 'Tyler', 'Maria José', 'Sarah', 'Hiroshi', 'Olivia'],
    lastNames: ['Johnson', "O'Brien", 'Nguyen', 'Smith Jr.', 'Washington', 'McAllister', 'Rodriguez', 'Lee', 'Kaplan'],
    places: [['Cambridge', '02139'], ['Boston', '02108'], ['Newark', '07102'], ['Austin', '78701'], ['San José', '95112'], ['Portland', '04101']],
    streets: ['Main Street', 'Massachusetts Avenue', 'Elm Street', 'Rue Bourbon', 'Martin Luther King Jr. Blvd'],
    numberFirst: true,
    phones: ['+1 617 555 01##', '(512) 555-01##'],
    vatId: null,
    companies: ['Acme Anvils Inc.', 'Bluebonnet Software, LLC', 'Smith & Daughters', 'Harbor Freight Forwarding'],
  },
  {
    country: 'GB',
    share: 8,
    firstNames: ['Ada', 'Nigel', 'Siobhán', 'Rhys', 'Priya', 'Oliver', 'Fiona'],
    lastNames: ['Lovell', 'Fitzgerald-Jones', 'Ó Súilleabháin', 'Patel', 'MacDonald', 'Whitby', 'Khan'],
    places: [['London', 'SW1A 1AA'], ['Manchester', 'M1 1AE'], ['Cardiff', 'CF10 1EP'], ['Edinburgh', 'EH1 1YZ']],
    streets: ['High Street', "St. Mary's Road", 'Baker Street', 'The Mews'],
    numberFirst: true,
    phones: ['+44 20 7946 0###', '07700 900###'],
    vatId: 'GB#########',
    companies: ['Whitby Kippers Ltd', 'Patel & Partners LLP', 'The Paper Mill'],
  },
  {
    country: 'ES',
    share: 7,
    firstNames: ['Íñigo', 'María del Carmen', 'Nuria', 'Jesús', 'Begoña', 'Ángel'],
    lastNames: ['García López', 'Muñoz', 'Núñez de la Peña', 'Ibáñez', 'Pérez-Reverte', 'Güell'],
    places: [['Madrid', '28013'], ['Logroño', '26001'], ['Cádiz', '11001'], ['Vitoria-Gasteiz', '01001']],
    streets: ['Calle Mayor', 'Plaza de España', 'Avenida de la Constitución'],
    numberFirst: false,
    phones: ['+34 91 ### ## ##', '6## ## ## ##'],
    vatId: 'ESB########',
    companies: ['Aceites Núñez S.L.', 'Viñedos del Peñón', 'Señal y Sonido S.A.'],
  },
  {
    country: 'SE',
    share: 5,
    firstNames: ['Åsa', 'Göran', 'Maj-Britt', 'Nils', 'Freja'],
    lastNames: ['Ångström', 'Lindqvist', 'Sjöberg', 'Öberg', 'Håkansson'],
    places: [['Göteborg', '411 03'], ['Malmö', '211 20'], ['Umeå', '903 25']],
    streets: ['Storgatan', 'Södra Vägen', 'Ängsgatan'],
    numberFirst: false,
    phones: ['+46 8 ### ## ##', '070-### ## ##'],
    vatId: 'SE##########01',
    companies: ['Ångström Mätteknik AB', 'Fjäll & Hav'],
  },
  {
    country: 'CZ',
    share: 4,
    firstNames: ['Jiří', 'Zdeňka', 'Tomáš', 'Růžena'],
    lastNames: ['Dvořák', 'Nováková', 'Černý', 'Říhová'],
    places: [['Praha', '110 00'], ['České Budějovice', '370 01'], ['Plzeň', '301 00']],
    streets: ['Náměstí Míru', 'Dlouhá', 'U Řeky'],
    numberFirst: false,
    phones: ['+420 2## ### ###', '00420 7## ### ###'],
    vatId: 'CZ########',
    companies: ['Pivovar Dvořák a.s.', 'Sklářství Říha'],
  },
  {
    country: 'TR',
    share: 4,
    firstNames: ['Ayşe', 'İbrahim', 'Gülşen', 'Çağlar'],
    lastNames: ['Yılmaz', 'Öztürk', 'Şahin', 'Işık'],
    places: [['İstanbul', '34433'], ['Adana', '01010'], ['Eskişehir', '26010']],
    streets: ['Atatürk Caddesi', 'Gül Sokak', 'Çınar Caddesi'],
    numberFirst: false,
    phones: ['+90 212 ### ## ##', '0532 ### ## ##'],
    vatId: 'TR##########',
    companies: ['Öztürk Tekstil A.Ş.', 'Işık Aydınlatma'],
  },
];
