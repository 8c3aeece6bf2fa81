// Words of columns of days and times.
extension HeadingLexicon {
  static let dates: [HeadingSense: String] = [
    .date: """
    date dates datum data datas fecha fechas day days jour jours dia dias tag tage when quand
    cuando wann いつ datetime dtstart termin occurred 日 日付 日時 日程 年月日 期日 日にち
    月日 what_day which_day
    """,
    .start: """
    start* begin* began debut inicio inicia iniciou comienz* comec* beginn* anfang* ab von
    from 開始
    """,
    .end: """
    end ends ended ending enddate finish* fin fim finaliza* termina termino terminou ende
    enden bis until till 終了 dtend closing cloture schluss hasta ate
    """,
    .time: """
    time times hour heure heures hora horas horario horarios horaire horaires uhr uhrzeit zeit
    zeiten 時刻 時間
    """,
    .stamp: """
    timestamp* time_stamp time_stamped horodat* zeitstempel* marca_temporal marca_de_tiempo
    carimbo temporal タイムスタンプ submission* submit* soumis* soumission* envoi envois
    envoye* envio enviad* enviou sent send sending gesendet* eingereicht* versand* created
    creation creat cree creee criad* criac* cread* creac* erstell* angelegt* updated update
    updates modifi* modific* geandert* anderung* aktualis* actualiz* atualiz* mis_a_jour
    mise_a_jour edited edit changed change last letzte* dernier* derniere* ultim* recent
    import imported importe* importado importada export* entered entry entries saisi* eingabe*
    eingegeben* erfass* digitac* digitad* introduc* cargad* carga registro registrad*
    enregistr* recorded recording record keyed captur* publish* publication* publicac*
    publicad* publie* veroffentlich* posted post_date report reported reporting rapport*
    relator* informe* bericht* gemeldet* meldung receiv* received recu recue reception recebi*
    recibi* eingang* processed processing review* approv* approb* aprov* valid* verif*
    decision* decis* award* pay paid payment* paiement* pago pagamento* zahlung* invoice*
    factur* fatura* rechnung* due deadline* echeance* limite prazo plazo frist* fallig* expir*
    birth* naissance nascimento nacimiento geburt* generated logged log download* sync* synced
    synchron* archiv* notif* reminder* relance* erinnerung* follow_up followup suivi
    seguimento seguimiento nachverfolg* signature sign_off closed_on dispatch* issued
    issue_date uploaded upload* televers* cfp call_for call print* deletion deleted
    completed_on filled filled_in ausgefullt* rempli* preench* rellen* 入力 送信 作成 更新
    受付 受信 提出 公開 掲載 報告 締切 回答 記入 保存 最終 登録 申込 生年月日 誕生日 印刷
    order ordered purchase* registration* registered regist* inscri* anmeld* booking* booked
    rsvp invit* server_time instance depot depose* cadastr* lancamento lancad* alta schluss*
    anmeldeschluss stempel meldedatum stand_vom stand_am erfasst melde signed_on date_signed
    """,
  ]

  static let names: [HeadingSense: String] = [
    .title: """
    title titles called titre titel titulo intitule bezeichnung heading headline label libelle
    designation denomina* タイトル 名称 件名 題名 表題
    """,
    .name: "name names nom noms nombre nome nomes namen 名 名前 氏名 お名前 姓名 full_name fullname",
    .givenName: """
    first_name firstname given_name given forename prenom prenoms primeiro_nome primer_nombre
    nombres vorname vornamen 名のみ preferred_name
    """,
    .familyName: """
    last_name lastname surname family_name sobrenome apellido apellidos nachname familienname
    nom_de_famille 姓 苗字
    """,
    .event: """
    event* evenement* evento* veranstaltung* activit* activid* ativid* aktivitat* action
    actions meeting* reunion* reuniao reunioes rencontre* treffen sitzung* tagung*
    besprechung* workshop* atelier* taller* oficina* werkstatt* session* seance* sessao
    sesion* dialog* forum* foro foros conference* conferenc* konferenz* kongress* congres*
    congress* seminar* training* formation* formacao formacion* schulung* kurs course cours
    curso cursos cafe roundtable* round_table table_ronde mesa mesas roda rodas encontro*
    encuentro* gathering* visit visits visite* visita visitas besuch besuche consultation*
    consult* hearing* assembly assemblee* asamblea* assembleia* debate* debat* circle* cercle*
    circulo* kreis kreise occasion* outreach campaign* campagne* campanha* campana* webinar*
    lecture* talk talks screening* clinic fair festival* festa fete program programme held
    happen* took_place take_place takes_place realiza* celebra* stattgefunden durchfuhrung*
    termin a_eu_lieu meet acao acoes aktion aktionen eu_lieu occurr* occur* evenings evening
    listening ecoute escuta escucha zuhor* intervention* class classes group_session exchange
    echange イベント 行事 催し 会 開催 実施 活動 講座 研修 会議 集会 講演 ワークショップ 対話
    交流会 セミナー 事業 企画 集まり 集い つどい 催事 projet projeto proyecto projekt project
    projects
    """,
    .reference: """
    id ids uid uids uuid uuids guid identifier* identifi* code codes codigo* ref refs
    reference referenc* kennung* kennnummer schlussel nummer nr no numero numeros n num key
    index slug 番号 コード 整理番号 lfd hash token external_id
    """,
    .category: """
    type types kind category categories categor* kategor* art arten class* tipo tipos typ
    typen genre* segment* theme* thema themen topic* thematique* tema temas sector* sektor*
    secteur* area areas domain* scope tags 種類 種別 区分 カテゴリ カテゴリー 分類 level stufe
    programm_bereich
    """,
    .status: "status statut statuts etat situac* stand zustand state states 状態 状況 ステータス",
  ]
}
