// Words of columns of numbers, and of who came. A star ends a word that goes on in any way, a line
// joins words that stand one after the other.
extension HeadingLexicon {
  static let numbers: [HeadingSense: String] = [
    .people: """
    participant* particip* attendee* attendance attendances people person persons pax
    headcount visitor* guest guests delegate* audience crowd public publico publikum pers
    personne personnes gente pessoa pessoas persona personas assistan* asistente* teilnehm*
    teilnehmende tn tln besucher* gaste person* personen menschen kopfe frequentation
    affluence afluencia effectif effectifs member* membre membres miembro* mitglied* usager*
    usuario* resident* citizen* citoyen* ciudadan* cidada* burger* beneficiari* beneficiair*
    人 人数 名数 参加者 参加人 参列者 受講者 来客 利用者 人員 head_count reached affected
    """,
    .count: """
    number count counts nb nbr nbre num numero numeros nombre quantity qty quantite cantidad
    quantidade qtd qtde cant anzahl zahl zahlen menge how_many combien cuantos cuantas quantos
    quantas wieviel wieviele wie_viele 数 件数 何人 何名 tally
    """,
    .came: """
    attended attend attending did_attend did_you_attend were_you_there asististe assististe
    as_tu_participe avez_vous_participe warst_du_da present presents presente presentes presentees presence presences presenca
    presencas actual actually actuals real really reel reels reelle reelles reais reales reell
    tatsachlich* effective effectivement efetiv* efectiv* showed showed_up show_up shows
    turned_up turnout turn_out turned_out checked_in check_in checkin checkins check_ins
    signed_in sign_in signin came come_in arrived arrival* scanned admitted venu venus venues
    sont_venus vinieron veio vieram compareceu compareceram compareci* asistio asistieron
    asistencia* acudi* llegad* llegaron erschien* gekommen anwesend* teilgenommen emarge*
    was_there were_there in_the_room_count took_part participated participaram participaron
    ont_participe est_venu est_venue accueilli* recibid* acolhid* counted gezahlt comptes
    comptees contados contadas door_count 出席 出欠 来場 来た 来られた 参加した 実績 実際 実数
    実 当日 チェックイン 参加 出席者 来場者 welcomed made_it there
    """,
    .all: """
    total totals totaux totale totales totais all overall in_all in_total everyone everybody
    altogether together ensemble tous toutes todos todas alle allen gesamt* insgesamt summe
    summen sum sums somme suma soma global grand geral general combined au_total en_total
    no_total zusammen 合計 総数 総 全体 全員 全 計 延べ のべ 総計
    """,
    .expected: """
    expect* registered registration* registrant* register inscri* inscripc* preinscri* invite*
    invitation* invitad* rsvp* rsvp signup signups sign_up sign_ups signed_up enrol* book booked
    booking* reserv* ticket* order ordered orders forecast* projected projection* attendu
    attendus attendue attendues esperad* anticip* antecip* angemeld* anmeld* voranmeld*
    erwart* eingeladen* einladung* convidad* convocad* convoqu* confirm* interest* pledg*
    waitlist* waiting_list attente warteliste lista_de_espera applicant* applicat* applied
    candidat* postul* bewerb* intend* prospective potential likely going zusag* zugesagt 見込
    見込み 想定 申込 申込み 申し込み 登録 招待 予約 応募 申請 quota demand sold vendidos
    vendus verkauft* predict* prognos* pronost* 募集 pre_registered preregist* announced
    annonc* will_you_come will_you_attend will_you_be_there
    """,
    .planned: """
    planned plan plans planning planifi* planej* planead* geplant* prevu prevus prevue prevues
    prevision* previsao previst* scheduled target targets targeted objectif objectifs
    objetivo* goal goals meta soll ziel zielzahl cible cibles 予定 計画 目標 vise visee
    provisional tentative programado programada
    """,
    .some: """
    women woman female females femme femmes feminin* feminina* mulher* mujer* frau frauen
    weiblich* men man male males homme hommes homem homens hombre hombres manner mann
    mannlich* masculin* girl* boy boys fille filles garcon* nina ninas nino ninos menina*
    menino* new walk_in walk_ins newcomer* nouveau nouveaux nouvelle nouvelles nuevo nuevos
    nueva nuevas novo novos nova novas neu neue neuen neuer first_time first_timer* firsttime*
    first_timers primo* primera_vez primeira_vez premiere_fois erstmal* volunteer* benevol*
    voluntari* ehrenamt* freiwillig* staff team equipe equipo mitarbeit* colaborador*
    interpret* dolmetsch* carer* aidant* cuidador* child children enfant enfants crianca* kind
    kinder kids youth young younger jeune jeunes joven jovenes jovem jovens jugend* junior*
    student* etudiant* estudiant* estudant* schuler* pupil* senior* aine aines idos* elderly
    older adult adults adulte* adulto* erwachsen* minor minors mineur* handicap* discapac*
    disab* deficien* behindert* wheelchair* nonbinary non_binary divers diverse other others
    autre autres outro outros outra outras otro otros otra otras andere anderen davon dont
    among of_which of_whom including inclus incl deles delas darunter de_los_cuales dos_quais
    migrant* refugee* refugi* indigen* patient* professional* profession* clinician* soignant*
    profissiona* profesional* fachkraft* nurse* returning returned repeat habitue* stammg*
    under over veteran* lgbt* trans ethnic* race 女性 男性 女 男 新規 初参加 初めて 子ども
    子供 学生 高齢者 若者 ボランティア スタッフ うち 内訳 その他 関係者 障害 障がい 患者 家族
    families familles familias online_only gender genre_f sexe sex geschlecht 性別
    """,
    .absent: """
    absent* ausent* ausenc* ausencia* abwes* fehl* no_show no_shows noshow* missed missing
    cancel* annul* abgesagt* absag* storn* declin* refus* recus* rechaz* reject* withdr*
    retir* desist* dropout* drop_out dropped apolog* excus* entschuldigt* falt* fehlend*
    nicht_erschienen no_asistio no_asistieron nao_compareceu turned_away regrets 欠席 不参加
    キャンセル 取消 辞退 来なかった did_not_attend did_not_come didnt_come not_attending
    """,
    .not: "not didnt nicht nao non sans without ohne sem sin",
    .capacity: """
    capacity capacit* capacid* max maximum maxim* maximal* seat seats seating places jauge
    aforo lotacao kapazit* platze sitz sitze sitzplatze limit limite_de_places plazas vagas
    cupo cupos minimum min 定員 収容 上限 席 席数 定数 room_for spots slots
    """,
    .inPerson: """
    in_person onsite on_site face_to_face f2f presentiel* presencia* physical* sur_place
    vor_ort prasenz* in_room in_the_room dans_la_salle en_salle en_sala im_saal im_raum 対面
    現地 会場参加 in_house
    """,
    .online: """
    online remote remotely virtual* distanciel* en_ligne a_distance en_linea on_line remoto
    remota remotos zoom webex digital* stream* オンライン リモート ウェブ web via_zoom
    """,
  ]
}
