// Words of columns that are neither who came, nor when, nor what it is called.
extension HeadingLexicon {
  static let others: [HeadingSense: String] = [
    .who: """
    organis* organiz* contact* kontakt* contat* host hosts hote hosting partner* partenair*
    parceir* socio socios aliad* trager veranstalter* facilit* animat* anima* mediad* moderat*
    intervenant* intervenan* speaker* redner* palestrant* ponente* referent* lead leads
    leader* responsable* responsavel encargad* zustandig* verantwort* coordinat* koordinat*
    coorden* author* auteur* autor autora owner owners company empresa* entreprise* firma
    school* ecole* escola* escuela* schule* employer* employeur* collector enumerator* device*
    deviceid user* username* benutzer* submitter* respondent* interviewer* by created_by
    association* verein* agency agence agencia behorde department affiliation 主催 主催者 担当
    担当者 連絡先 団体 講師 司会 学校 会社 所属
    """,
    .standIn: """
    parent parents guardian* tuteur* tutrice* tutor* emergency urgence emergencia notfall*
    buyer* purchas* payer* payeur* acheteur* comprador* kaufer* booker booked_by mother father
    mere pere madre padre mae pai spouse conjoint* conyuge erziehungsberechtigt* next_of_kin
    kin 保護者 緊急連絡先 billing
    """,
    .place: """
    venue venues lieu lieux location* localisation local locais localidad* lugar* ort orte
    place town* city cities ville* ciudad* cidade* stadt* region* country countries pays pais
    paises land lander address* adress* endereco* direccion* room rooms salle salles site
    sites district* quartier* bairro* barrio* county province* provinc* village* municip*
    commune* neighbourhood neighborhood where onde donde wo 会場 場所 住所 市 国 県 都道府県
    地域 開催地 adm1 adm2 adm3 loc
    """,
    .description: """
    descri* beschreib* resum* summary summaries synth* comment* coment* remark* remarq* note
    notes nota notas observ* bemerk* anmerk* notiz* kommentar* detail* hint hints abstract
    agenda* feedback* content contents inhalt* 備考 メモ 概要 説明 内容 詳細 コメント 感想
    anything_else
    """,
    .said: """
    feedback* comment* coment* remark* remarq* quote* quotation* said statement* testimon*
    temoignage* depoiment* opinion* opini* avis verbatim* message* question* complaint*
    plainte* queixa* queja* suggest* sugest* sugerenc* concern* preoccup* rumor* rumour*
    rumeur* rumeurs aussage* ruckmeld* meinung* beschwerde* anliegen 発言 意見 声 感想 要望
    苦情 what_was_said what_people_said community_voice
    """,
    .money: """
    amount* montant* montante* betrag* summe_eur cost costs cout couts custo* coste costo*
    kosten price* prix preco* precio* preis* budget* fee fees tarif* euro euros eur usd gbp
    brl jpy mxn cad aud currency currenc* devise moeda moneda wahrung* money donation* spend*
    spent expens* depens* despesa* gasto* ausgaben value_awarded 金額 費用 予算 助成額 通貨 円
    """,
    .grant: """
    grant* award* awarded recipient* funder* funding subvention* beca zuschuss* forder*
    foerder* zuwendung* empfanger* financeur* financiador* financiamento fundo laureat*
    beneficiary_org 助成 助成金 受給 交付
    """,
    .variable: """
    variable* indicator* indicateur* indicador* indikator* attribute* attribut* metric*
    metrica* merkmal* data_element dataelement element elemento property field feld champ
    campo measure_name question pregunta pergunta frage 項目 指標 変数 key
    """,
    .value:
      "value values valeur* valor valores wert werte answer* response* reponse* resposta* respuesta* antwort* 値 回答",
    .measure: """
    age ages alter edad edades idade idades duration* duree* duracao duracion* dauer minutes
    min mins hours stunden lat latitude* lon lng long longitude* altitude* accuracy precision
    geo geopoint gps zip postcode* postal* cep plz phone* tel telefon* telephone* mobile*
    handy celular year years annee* ano anos jahr jahre month months mois mes meses monat*
    week weeks semaine* semana* woche wochen quarter* trimestre* quartal* rating* score*
    satisf* zufrieden* percent* pourcent* porcent* prozent* rate taux taxa tasa quote ratio
    average avg moyenne media durchschnitt* distance* km followers likes shares views clicks
    pages size version rank contribut* proposal* attachment* meal meals repas refei* comida*
    mahlzeit* households haushalte menages latitude longitude shoe rooms_used lines weight
    height temperature seq sequence row line rang order_no 年齢 年代 年度 年 月 時間数 緯度
    経度 電話 郵便番号 満足度 率 割合 点 点数
    """,
    .filler: """
    of the a an and or de du des la le les l d do da dos das del el los las der die den dem im
    in am fur for pour para por per to zu zum zur et e y und with avec com con mit what which
    who how was were is are did does has have please enter give select quel quelle quels
    quelles qual quais cual cuales que welche welcher welches wer your our their its this that
    at on s p g it we us you i he she they them many much au aux sur se si wurde wurden war
    haben hat hatte est sont eu avez fue foi era pro je nach o os as um uma un une unos unas
    itself grp group sec section form frm begin_group repeat rep q question_no please_specify
    specify の を に が は で と も な した する された して され ですか か ください て お ご
    者 さん 様 から まで れた ました た 等 など
    """,
  ]
}
