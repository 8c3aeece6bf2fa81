extension CountryNames {
  /// Names that stand in sheets beside those that the machine knows in six languages.
  ///
  /// Source: CLDR and the translations of ISO 3166-1, without those that differ only by signs, by
  /// order or by a word for the form of the state; then short, older and other names that people
  /// write.
  static let others = """
    AW アルーバ
    AF アフガニスタン・イスラム共和国
    AI アングイラ
    AX Alanda|Ilhas Alanda|Åland-Inseln
    AE UAE|EAU|VAE|Emirates|Émirats
    AR Argentinische Republik
    AS Samoa Estadounidense
    AQ 南極大陸
    TF フランス南方領土|Territorios Franceses del Sur|Territórios Austrais Franceses
    TF French Southern and Antarctic Lands
    AU 豪州|豪
    BJ Benim
    BQ ボネール、シントユースタティウス及びサバ|Bonaire, Saint-Eustache et Saba|Bonaire, Santo Eustáquio e Saba
    BQ Bonaire, Sint Eustatius and Saba
    BD Bangladeche|バングラデシュ人民共和国|Volksrepublik Bangladesh|República Popular de Bangladés
    BD People's Republic of Bangladesh|República Popular do Bangladeche
    BD République populaire du Bengladesh
    BH Barém
    BS Baamas|Comunidade das Bahamas|Bahamas
    BA ボスニアヘルツコビナ共和国|República de Bosnia y Hercegovina|Bosnia|Bosnie|Bosnien|Bósnia|ボスニア
    BL サンバルテルミ
    BY Bielorússia|Belorussia|Biélorussie|Weißrussland|Bielorrusia
    BM バーミューダ|Islas Bermudas
    BO ボリビア多民族国|État plurinational de Bolivie|Plurinational State of Bolivia
    BO Plurinationaler Staat Bolivien|Estado Plurinacional da Bolívia
    BR ブラジル連邦共和国|Föderative Republik Brasilien|Brasil
    BN ブルネイ・ダルサラーム国
    BT Royaume du Bouthan
    BV Bouvet-Insel
    CF CAR|RCA|Centrafrique
    CA 加
    CC Ilhas Cocos
    CH Confederação Suíça|Swiss Confederation|Confederación Suiza|Confédération helvétique
    CH Schweizerische Eidgenossenschaft|SUI|Swiss
    CN 中国|China|Chine|中華人民共和国|Volksrepublik China|República Popular China|People's Republic of China
    CN République populaire de Chine|PRC|Chine populaire
    CI Costa do Marfim|Costa de Marfíl|Ivory Coast|Elfenbeinküste|Costa de Marfil|象牙海岸
    CD コンゴ民主共和国|Demokratische Republik Kongo|République démocratique du Congo
    CD Congo, The Democratic Republic of the|DRC|RDC|DR Congo|RD Congo|Congo-Kinshasa|Zaire
    CG Congo-Brazzaville|Republic of the Congo|République du Congo|Republik Kongo
    CG República del Congo
    CG República do Congo|コンゴ共和国
    KM コモロ連合|Comores, Islas|Union des Comores|União das Comores|Union of the Comoros
    KM Vereinigung der Komoren
    CV カーボヴェルデ|Kap Verde|Cape Verde|Cap-Vert|Cabo Verde
    CX Ilha Natal|Weihnachtsinseln
    KY Ilhas Caimão|Cayman-Inseln
    CZ Czech Republic|República Checa|République tchèque|Tschechische Republik|Tchéquie|Tschechien
    DE ドイツ連邦共和国|Bundesrepublik Deutschland|BRD|GER|独
    DJ Jibuti
    DM Comunidade da Dominica
    DZ アルジェリア民主人民共和国|Demokratische Volksrepublik Algerien|People's Democratic Republic of Algeria
    DZ República Democrática Popular de Argelia|République algérienne démocratique et populaire
    EG エジプト・アラブ共和国|Arab Republic of Egypt|República Árabe do Egito|République arabe d'Égypte
    EG República Árabe de Egipto|Arabische Republik Ägypten
    ER Estados da Eritreia
    EH Sara Ocidental
    ES SPA
    ET エチオピア連邦民主共和国|Demokratische Bundesrepublik Äthiopien|Federal Democratic Republic of Ethiopia
    ET República Democrática Federal da Etiópia|République fédérale démocratique d'Éthiopie
    FK Ilhas Falkland
    FR French Republic|República Francesa|République française|Französische Republik|仏|仏国
    FO Färöer-Inseln
    FM États fédérés de Micronésie|Federated States of Micronesia|Estados Federados da Micronésia
    FM Föderierte Staaten von Mikronesien
    GA Gabonese Republic|República Gabonesa|Gabunische Republik|République gabonaise
    GB 英国|グレートブリテン及び北アイルランド連合王国|Reino Unido da Grã-Bretanha e Irlanda do Norte
    GB Reino Unido de Gran Bretaña e Irlanda del Norte
    GB Royaume-Uni de Grande-Bretagne et d'Irlande du Nord
    GB United Kingdom of Great Britain and Northern Ireland
    GB Vereinigtes Königreich Großbritannien und Nordirland|UK|Great Britain|Britain|Angleterre
    GB Grande-Bretagne|Grã-Bretanha|Gran Bretaña|Großbritannien|英|U.K.|R.-U.
    GE グルジア
    GM Gambia
    GR ギリシア共和国|Hellenic Republic|République grecque|República Helénica|Hellenische Republik|Hellas
    GL Gronelândia
    GF Französisch-Guyana|Guyane
    GU Guame
    GY Kooperative Republik Guyana
    HK 香港・中国特別行政区|中華人民共和国香港特別行政区|Hong Kong SAR China|Hong Kong, RAE da China
    HK R.A.S. chinoise de Hong Kong|Sonderverwaltungsregion Hongkong
    HK Hong Kong Special Administrative Region of China
    HK Región Administrativa Especial China de Hong Kong
    HK Région spéciale administrative chinoise de Hong-Kong
    HK Hong Kong, Região de Administração Especial da China|Hong Kong SAR
    HM ハード島及びマクドナルド諸島|Ilha Heard e Ilhas McDonald|Isla Heard e Islas McDonald
    HM Heard Island & McDonald Islands
    IM Insel Man
    IO 英領インド洋地域|英国インド洋領土|British Indian Ocean Territory|Território Britânico do Oceano Índico
    IO Territoire britannique de l’océan Indien|Britisches Territorium im Indischen Ozean
    IE Eire|Éire
    IR Irão|イラン・イスラム共和国
    IT Italian Republic|República Italiana|République italienne|Italienische Republik
    JO ヨルダン・ハシェミット王国|Reino Hachemí de Jordania|Hashemite Kingdom of Jordan
    JO Reino Hachemita da Jordânia|Royaume hachémite de Jordanie
    JO Haschemitisches Königreich Jordanien
    JP Nippon|Nihon|日
    KG キルギスタン|Kirghizistan|Kyrgyz Republic|República Kirguiza|République kirghize
    KG Kirgisische Republik|República do Quirgistão
    KN São Cristóvão e Neves|Saint Kitts and Nevis|St Kitts
    KR 大韓民国|Korea, Republik|Korea, Republic of|Corea, República de|Corée, République de
    KR Coreia, República da|South Korea|ROK
    LA ラオス人民民主共和国|Lao People's Democratic Republic|Laos, Demokratische Volksrepublik
    LA República Democrática Popular de Lao|República Democrática Popular do Laos
    LA Lao, République démocratique populaire|Lao
    LB Lebanese Republic|República Libanesa|République libanaise|Libanesische Republik
    LC Saint Lucia
    LI Listenstaine
    LK Sri Lanca|スリランカ民主社会主義共和国|Democratic Socialist Republic of Sri Lanka
    LK República Democrática Socialista do Sri Lanka|République démocratique socialiste de Sri Lanka
    LK Demokratische sozialistische Republik Sri Lanka
    LU ルクセンブルク大公国|Großherzogtum Luxemburg|Grã-Ducado do Luxemburgo|Grand-duché du Luxembourg
    LU Gran Ducado de Luxemburgo
    MO マカオ・中国特別行政区|Macao SAR China|中華人民共和国マカオ特別行政区|Macau, RAE da China|R.A.S. chinoise de Macao
    MO Sonderverwaltungsregion Macau|Sonderverwaltungsregion Macao
    MO Macao Special Administrative Region of China|Región Administrativa Especial China de Macao
    MO Macau, Região Especial de Administração Chinesa
    MO Région spéciale administrative chinoise de Macao
    MF São Martinho
    MD Moldau|Moldova
    MV Islas Maldivas
    MX メキシコ合衆国|United Mexican States|États-Unis du Mexique|Estados Unidos Mexicanos
    MX Vereinigte Mexikanische Staaten|Méjico
    MK Macedonia|Macédoine|Macedônia|Mazedonien|マケドニア
    MM ミャンマー|Birmanie|Birmânia|República de la Unión de Myanmar|Burma|Birma
    MP Commonwealth Nördliche Mariana-Inseln|Comunidade das Ilhas Marianas do Norte
    MR モーリタニア・イスラム共和国
    MS Monserrate
    MU Maurícia|República de Maurícias|République de l'Île Maurice
    YT Maiote
    NG ナイジェリア連邦共和国|Bundesrepublik Nigeria
    NU Nioue
    NL Holland|Hollande|Holanda
    NP ネパール連邦民主共和国|Demokratische Bundesrepublik Nepal|Federal Democratic Republic of Nepal
    NP República Democrática Federal do Nepal|République fédérale démocratique du Népal
    NZ Aotearoa
    OM Sultanat Oman|Sultanato de Omã|Sultanato de Omán
    PK パキスタン・イスラム共和国
    PN ピトケアン|Pitcairn
    PH Philippines
    PG パプアニューギニア独立国|Unabhängiger Staat Papua-Neuguinea|Estado Independente de Papua-Nova Guiné
    PG Estado Independiente de Papúa Nueva Guinea
    KP 朝鮮民主主義人民共和国|Demokratische Volksrepublik Korea|Democratic People's Republic of Korea
    KP República Popular Democrática de Corea|República Popular Democrática da Coreia
    KP République démocratique populaire de Corée|North Korea|DPRK
    IL State of Israel|État d’Israël|Staat Israel|Estado de Israel
    KW State of Kuwait|État du Koweït|Staat Kuwait|Estado de Kuwait|Estado do Kuwait
    QA State of Qatar|État du Qatar|Staat Katar|Estado de Qatar
    PT Portuguese Republic|República Portuguesa|République portugaise|Portugiesische Republik
    PS パレスチナ|Staat Palästina|Palestine, État de|Palestine, State of|Estado da Palestina
    PS Territórios palestinianos|Palestine|Palästina|Palestina
    RE Ilha Reunião|Réunion, Île de la
    RU Federação Russa|Federación Rusa|Russian Federation|Russische Föderation|Russie, Fédération de
    RU Russia
    RW Rwandese Republic|République rwandaise
    SA Saudi|KSA
    GS サウスジョージア及びサウスサンドウィッチ諸島|South Georgia & South Sandwich Islands
    GS Islas Georgias del Sur y Sándwich del Sur|South Georgia und die Südlichen Sandwichinseln
    SH セントヘレナ、アセンション及びトリスタン・ダ・クーニャ|St. Helena, Ascension & Tristan da Cunha
    SH Santa Helena, Ascensão e Tristão da Cunha|Santa Elena, Ascensión y Tristán de Acuña
    SH Saint Helena, Ascension and Tristan da Cunha|Sainte-Hélène, Ascension et Tristan da Cunha
    SJ スヴァールバル及びヤンマイエン|Svalbard et île Jan Mayen
    SB Salomoninseln
    SM São Marinho|République de San Marin
    SO ソマリア連邦共和国|Bundesrepublik Somalia
    PM サンピエール及びミクロン
    ST サントメ・プリンシペ民主共和国|Democratic Republic of Sao Tome and Principe
    ST República Democrática de São Tomé e Príncipe|Demokratische Republik São Tomé und Príncipe
    ST República Democrática de Santo Tomé y Príncipe
    ST République démocratique de Sao Tomé et Principe
    SK Slovak Republic|República Eslovaca|République slovaque|Slowakische Republik|Slovakia
    SZ Suazilândia|Swaziland|Swasiland|Suazilandia
    SY シリア・アラブ共和国|Syrian Arab Republic|República Árabe Síria|Syrienne, République arabe
    SY Syrien, Arabische Republik|Syria
    TC タークス及びカイコス諸島
    TG Togolese Republic|República Togolesa|République togolaise
    TJ Tajiquistão
    TK Toquelau
    TM Turquemenistão
    TL 東ティモール民主共和国|Democratic Republic of Timor-Leste|Demokratische Republik Timor-Leste
    TL República Democrática de Timor-Leste|République démocratique du Timor-Leste
    TL República Democrática de Timor Oriental|East Timor|Timor oriental|Osttimor
    TT トリニダード・トバゴ共和国|Trindade e Tobago|República de Trinidade e Tobago|Trinidad
    TN Tunesische Republik
    TR Turkey
    TW Taiwan, Province of China|Taïwan, province de Chine|Taiwan, Província da China
    TW Taiwan, Chinesische Provinz|Taiwan
    TZ タニザニア連合共和国|タンザニア連合共和国|United Republic of Tanzania|République unie de Tanzanie
    TZ República Unida da Tanzânia|Vereinigte Republik Tansania
    UM アメリカ合衆国外諸島|Ilhas Menores Afastadas dos EUA|United States Minor Outlying Islands
    UM Îles mineures éloignées des États-Unis|Ilhas Menores Distantes dos Estados Unidos
    UM Islas Ultramarinas Menores de Estados Unidos
    UY ウルグアイ東方共和国|Eastern Republic of Uruguay|Republik Östlich des Uruguay
    UY República Oriental do Uruguai|République orientale d'Uruguay|República Oriental del Uruguay
    US 米国|États-Unis d'Amérique|United States of America|Estados Unidos da América
    US Vereinigte Staaten von Amerika|USA|America|the States|É.-U.|E.U.A.|EUA|EE. UU.|EEUU|EE UU|米
    US アメリカ|U.S.|États Unis
    UZ Usbequistão
    VA Vatican|Vatikan|Vaticano|Holy See
    VE ベネズエラ・ボリバル共和国|Bolivarische Republik Venezuela|Bolivarian Republic of Venezuela
    VE República Bolivariana da Venezuela|République bolivarienne du Vénézuela
    VI Ilhas Virgens dos EUA|Islas Vírgenes, de EEUU.|Ilhas Virgens, Estados Unidos
    VI Virgin Islands of the United States|Islas Vírgenes de los Estados Unidos
    VI Îles Vierges des États-Unis d'Amérique
    VN Vietname|ベトナム社会主義共和国|Socialist Republic of Viet Nam|Sozialistische Republik Vietnam
    VN República Socialista de Vietnam|República Socialista do Vietname
    VN République socialiste du Viet Nam|Viet Nam|Viêt Nam
    WF ワリー及びフテュナ
    WS サモア独立国|Unabhängiger Staat Samoa|Estado Independente de Samoa|Estado Independiente de Samoa
    """

  /// The codes of three letters of ISO 3166-1, each behind that of two.
  static let threeLetters = """
    ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE
    BABIH BBBRB BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS
    BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN
    COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST
    EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF
    GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD
    HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM
    JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA
    LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD
    MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM
    NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG
    PHPHL PKPAK PLPOL PMSPM PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA
    SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD
    STSTP SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON
    TRTUR TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR
    VNVNM VUVUT WFWLF WSWSM YEYEM YTMYT ZAZAF ZMZMB ZWZWE
    """
}
