extension PlaceZones {
  static let canada = """
    America/Toronto America/Halifax = Québec,QC,Que,PQ
    America/Toronto America/Winnipeg ? Ontario,ON,Ont
    America/Halifax = Nova Scotia,NS,Nouvelle-Écosse,Prince Edward Island,PE,PEI
    America/Halifax = Île-du-Prince-Édouard,ÎPÉ
    America/Moncton = New Brunswick,NB,Nouveau-Brunswick
    America/St_Johns America/Goose_Bay ? Newfoundland and Labrador,NL,Terre-Neuve-et-Labrador,TNL
    America/St_Johns = Newfoundland,Terre-Neuve
    America/Winnipeg = Manitoba,MB
    America/Regina America/Edmonton ? Saskatchewan,SK
    America/Edmonton = Alberta,AB,Northwest Territories,NT,NWT,Territoires du Nord-Ouest
    America/Vancouver America/Edmonton America/Fort_Nelson ? British Columbia,BC,B.C.
    America/Vancouver America/Edmonton America/Fort_Nelson ? Colombie-Britannique,CB
    America/Whitehorse = Yukon,YT,Yukon Territory
    America/Iqaluit America/Rankin_Inlet America/Cambridge_Bay ? Nunavut,NU
    America/Toronto : Toronto,Ottawa,Hamilton,London,Kitchener,Waterloo,Windsor,Mississauga,Brampton
    America/Toronto : Markham,Vaughan,Kingston,Guelph
    America/Toronto : Barrie,Oshawa,Sudbury,Greater Sudbury,Thunder Bay,St. Catharines,Niagara Falls
    America/Toronto : Peterborough,North Bay,Sarnia
    America/Toronto : Sault Ste. Marie,Timmins,Cambridge,Brantford,Oakville,Burlington,Scarborough
    America/Toronto : Cornwall,Belleville
    America/Toronto : Montréal,Québec,Quebec City,Ville de Québec,Laval,Gatineau,Longueuil
    America/Toronto : Sherbrooke,Trois-Rivières,Saguenay,Lévis
    America/Toronto : Rimouski,Rouyn-Noranda,Val-d'Or,Sept-Îles,Drummondville,Gaspé
    America/Halifax : Halifax,Dartmouth,Sydney,Truro,Charlottetown,Summerside,Îles-de-la-Madeleine
    America/Halifax : Blanc-Sablon
    America/Moncton : Moncton,Fredericton,Saint John,Bathurst,Edmundston,Dieppe,Miramichi
    America/St_Johns : St. John's,Saint John's,Corner Brook,Gander,Mount Pearl
    America/Goose_Bay : Happy Valley-Goose Bay,Goose Bay,Labrador City,Nain
    America/Winnipeg : Winnipeg,Brandon,Thompson,Churchill,Kenora,Dryden,Fort Frances,Sioux Lookout
    America/Winnipeg : Red Lake
    America/Regina : Regina,Saskatoon,Prince Albert,Moose Jaw,Swift Current,Yorkton,North Battleford
    America/Edmonton : Edmonton,Calgary,Red Deer,Lethbridge,Medicine Hat,Fort McMurray
    America/Edmonton : Grande Prairie,Banff,Lloydminster,Yellowknife
    America/Edmonton : Cranbrook,Fernie,Kimberley,Golden,Inuvik
    America/Vancouver : Vancouver,Victoria,Surrey,Burnaby,Richmond,Kelowna,Kamloops,Nanaimo
    America/Vancouver : Prince George,Abbotsford,Whistler,Coquitlam
    America/Vancouver : North Vancouver,New Westminster,Prince Rupert,Nelson,Penticton
    America/Fort_Nelson : Fort Nelson
    America/Whitehorse : Whitehorse,Dawson City
    America/Iqaluit : Iqaluit
    America/Rankin_Inlet : Rankin Inlet
    America/Cambridge_Bay : Cambridge Bay
    """

  static let mexico = """
    America/Mexico_City = Aguascalientes,Ags,Ciudad de México,CDMX,Distrito Federal,DF,D.F.,Colima
    America/Mexico_City = Col,Estado de México,Edomex
    America/Mexico_City = Guanajuato,Gto,Guerrero,Gro,Hidalgo,Hgo,Jalisco,Jal,Michoacán,Mich,Morelos
    America/Mexico_City = Mor,Oaxaca,Oax,Puebla,Pue
    America/Mexico_City = Querétaro,Qro,San Luis Potosí,SLP,Tlaxcala,Tlax,Veracruz,Ver,Zacatecas,Zac
    America/Mexico_City = Chiapas,Chis,Tabasco,Tab
    America/Monterrey = Durango,Dgo
    America/Monterrey America/Matamoros ? Nuevo León,NL,Coahuila,Coah,Tamaulipas,Tamps
    America/Merida = Yucatán,Yuc,Campeche,Camp
    America/Cancun = Quintana Roo,QRoo
    America/Chihuahua America/Ciudad_Juarez America/Ojinaga ? Chihuahua,Chih
    America/Hermosillo = Sonora,Son
    America/Mazatlan = Sinaloa,Sin,Baja California Sur,BCS
    America/Mazatlan America/Bahia_Banderas ? Nayarit,Nay
    America/Tijuana = Baja California,BC
    America/Mexico_City : Ciudad de México,México,CDMX,Mexico City,México DF,メキシコシティ,メキシコシティー
    America/Mexico_City : Mexiko-Stadt,Guadalajara,Puebla
    America/Mexico_City : León,Querétaro,Santiago de Querétaro,San Luis Potosí,Aguascalientes
    America/Mexico_City : Morelia,Toluca,Toluca de Lerdo,Veracruz
    America/Mexico_City : Xalapa,Acapulco,Acapulco de Juárez,Cuernavaca,Pachuca,Oaxaca
    America/Mexico_City : Oaxaca de Juárez,Tuxtla Gutiérrez
    America/Mexico_City : San Cristóbal de las Casas,Villahermosa,Zapopan,Tlaquepaque,Ecatepec
    America/Mexico_City : Nezahualcóyotl,Naucalpan,Irapuato
    America/Mexico_City : Celaya,Guanajuato,Zacatecas,Colima,Tlaxcala,Puerto Vallarta,Tapachula
    America/Mexico_City : Chilpancingo,Cholula
    America/Monterrey : Monterrey,Saltillo,Torreón,San Nicolás de los Garza,Apodaca,Guadalupe
    America/Monterrey : San Pedro Garza García,Durango
    America/Monterrey : Ciudad Victoria,Tampico,Monclova
    America/Matamoros : Matamoros,Reynosa,Nuevo Laredo,Piedras Negras,Ciudad Acuña
    America/Merida : Mérida,Valladolid,Campeche,Ciudad del Carmen
    America/Cancun : Cancún,Playa del Carmen,Chetumal,Tulum,Cozumel
    America/Chihuahua : Chihuahua,Cuauhtémoc,Delicias,Parral,Hidalgo del Parral
    America/Ciudad_Juarez : Ciudad Juárez,Cd. Juárez
    America/Ojinaga : Ojinaga
    America/Hermosillo : Hermosillo,Ciudad Obregón,Nogales,Guaymas
    America/Mazatlan : Mazatlán,Culiacán,Los Mochis,La Paz,Cabo San Lucas,San José del Cabo,Tepic
    America/Bahia_Banderas : Bahía de Banderas,Nuevo Vallarta,Bucerías
    America/Tijuana : Tijuana,Mexicali,Ensenada,Tecate,Rosarito,Playas de Rosarito
    """

  static let brazil = """
    America/Sao_Paulo = São Paulo,SP,Rio de Janeiro,RJ,Minas Gerais,MG,Espírito Santo,ES
    America/Sao_Paulo = Distrito Federal,DF,Goiás,GO,Paraná,PR
    America/Sao_Paulo = Santa Catarina,SC,Rio Grande do Sul,RS
    America/Bahia = Bahia,BA
    America/Maceio = Alagoas,AL,Sergipe,SE
    America/Recife America/Noronha = Pernambuco,PE
    America/Fortaleza = Ceará,CE,Maranhão,MA,Piauí,PI,Rio Grande do Norte,RN,Paraíba,PB
    America/Belem = Amapá,AP
    America/Belem America/Santarem ? Pará,PA
    America/Araguaina = Tocantins,TO
    America/Manaus America/Eirunepe ? Amazonas,AM
    America/Boa_Vista = Roraima,RR
    America/Porto_Velho = Rondônia,RO
    America/Rio_Branco = Acre,AC
    America/Cuiaba = Mato Grosso,MT
    America/Campo_Grande = Mato Grosso do Sul,MS
    America/Sao_Paulo : São Paulo,サンパウロ,Rio de Janeiro,Rio,リオデジャネイロ,Belo Horizonte,Brasília,ブラジリア
    America/Sao_Paulo : Curitiba,Porto Alegre
    America/Sao_Paulo : Goiânia,Vitória,Vila Velha,Florianópolis,Campinas,Guarulhos,Santos
    America/Sao_Paulo : São Bernardo do Campo,Santo André,Osasco
    America/Sao_Paulo : Sorocaba,Ribeirão Preto,Niterói,Duque de Caxias,Nova Iguaçu,Petrópolis
    America/Sao_Paulo : Uberlândia,Juiz de Fora,Ouro Preto
    America/Sao_Paulo : Contagem,Londrina,Maringá,Foz do Iguaçu,Joinville,Blumenau,Caxias do Sul
    America/Sao_Paulo : Pelotas,Diadema,Volta Redonda
    America/Bahia : Salvador,Feira de Santana,Vitória da Conquista,Ilhéus,Camaçari,Juazeiro,Itabuna
    America/Maceio : Maceió,Aracaju,Arapiraca
    America/Recife : Recife,Olinda,Jaboatão dos Guararapes,Caruaru,Petrolina
    America/Noronha : Fernando de Noronha
    America/Fortaleza : Fortaleza,Juazeiro do Norte,Sobral,São Luís,Imperatriz,Teresina,Natal
    America/Fortaleza : Mossoró,João Pessoa,Campina Grande
    America/Belem : Belém,Ananindeua,Macapá,Marabá,Parauapebas
    America/Santarem : Santarém,Altamira,Itaituba
    America/Araguaina : Palmas,Araguaína
    America/Manaus : Manaus,Parintins,Itacoatiara,Manacapuru,Tefé,Coari,São Gabriel da Cachoeira
    America/Eirunepe : Eirunepé,Tabatinga,Benjamin Constant,Envira,Ipixuna
    America/Boa_Vista : Boa Vista
    America/Porto_Velho : Porto Velho,Ji-Paraná,Ariquemes
    America/Rio_Branco : Rio Branco,Cruzeiro do Sul
    America/Cuiaba : Cuiabá,Várzea Grande,Rondonópolis,Sinop
    America/Campo_Grande : Campo Grande,Dourados,Corumbá
    """

  static let australia = """
    Australia/Sydney Australia/Broken_Hill Australia/Lord_Howe = New South Wales,NSW
    Australia/Sydney = Australian Capital Territory,ACT
    Australia/Melbourne = Victoria,VIC
    Australia/Brisbane = Queensland,QLD
    Australia/Adelaide = South Australia,SA
    Australia/Darwin = Northern Territory,NT
    Australia/Perth Australia/Eucla = Western Australia,WA
    Australia/Hobart = Tasmania,TAS
    Australia/Sydney : Sydney,シドニー,Newcastle,Wollongong,Canberra,キャンベラ,Parramatta,Blacktown,Dubbo
    Australia/Sydney : Wagga Wagga,Albury
    Australia/Sydney : Coffs Harbour,Byron Bay,Lismore,Orange,Tamworth,Bathurst,Penrith
    Australia/Sydney : Port Macquarie
    Australia/Broken_Hill : Broken Hill
    Australia/Lord_Howe : Lord Howe Island
    Australia/Melbourne : Melbourne,メルボルン,Geelong,Ballarat,Bendigo,Shepparton,Mildura,Wodonga
    Australia/Melbourne : Footscray,Dandenong
    Australia/Brisbane : Brisbane,ブリスベン,Gold Coast,Sunshine Coast,Townsville,Cairns,Toowoomba,Mackay
    Australia/Brisbane : Rockhampton,Mount Isa,Ipswich
    Australia/Adelaide : Adelaide,アデレード,Mount Gambier,Whyalla,Port Augusta
    Australia/Darwin : Darwin,ダーウィン,Alice Springs,Katherine,Tennant Creek
    Australia/Perth : Perth,パース,Fremantle,Bunbury,Broome,Kalgoorlie,Albany,Geraldton,Mandurah
    Australia/Eucla : Eucla
    Australia/Hobart : Hobart,ホバート,Launceston,Devonport,Burnie
    """

  /// The islands; what is not in the table has the zone of the mainland, where the country has one.
  static let spain = """
    Atlantic/Canary = Canarias,Islas Canarias,Canary Islands,Îles Canaries,Kanarische Inseln,Kanaren
    Atlantic/Canary = Ilhas Canárias,カナリア諸島
    Atlantic/Canary = Las Palmas,Santa Cruz de Tenerife,Tenerife,Gran Canaria,Lanzarote
    Atlantic/Canary = Fuerteventura,La Palma,La Gomera,El Hierro
    Atlantic/Canary : Las Palmas,Las Palmas de Gran Canaria,Santa Cruz de Tenerife
    Atlantic/Canary : San Cristóbal de La Laguna,La Laguna,Arrecife
    Atlantic/Canary : Puerto del Rosario,Telde,Arona,Adeje,Tenerife,Gran Canaria,Lanzarote
    Atlantic/Canary : Fuerteventura
    """

  static let france = """
    Indian/Reunion = La Réunion,Réunion,974
    America/Martinique = Martinique,972
    America/Guadeloupe = Guadeloupe,971
    America/Cayenne = Guyane,Guyane française,973
    Indian/Mayotte = Mayotte,976
    Pacific/Noumea = Nouvelle-Calédonie
    Pacific/Tahiti = Polynésie française
    Indian/Reunion : Saint-Denis de La Réunion,Saint-Pierre de La Réunion
    America/Martinique : Fort-de-France
    America/Guadeloupe : Pointe-à-Pitre,Les Abymes
    America/Cayenne : Cayenne,Kourou
    Indian/Mayotte : Mamoudzou
    Pacific/Noumea : Nouméa
    Pacific/Tahiti : Papeete
    """

  static let portugal = """
    Atlantic/Azores = Açores,Azores
    Atlantic/Madeira = Madeira
    Atlantic/Azores : Ponta Delgada,Angra do Heroísmo,Horta
    Atlantic/Madeira : Funchal
    Europe/Lisbon : Lisboa,Lisbon,Lisbonne,Lissabon,リスボン,Porto,Coimbra,Braga,Faro,Aveiro,Setúbal
    Europe/Lisbon : Évora
    """
}
