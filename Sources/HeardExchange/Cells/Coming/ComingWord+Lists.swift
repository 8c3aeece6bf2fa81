// The words in English, French, Japanese, Portuguese, German and Spanish; of one that stands in two
// lists the first counts.
extension ComingWord {
  static let lists: [(ComingWord, String)] = [
    (
      .either,
      """
      confirmed,confirmé,confirmée,confirmado,confirmada,bestätigt,確定,確認,確認済,確認済み
      completed,complete,done,finished,terminé,terminée,complété,complétée,completado,completada
      terminado,terminada
      concluído,concluída,finalizado,finalizada,abgeschlossen,erledigt,完了,済,済み
      a,p,c,e,f,l,o,r,t,v,paid,payé,payée,réglé,réglée,pago,paga,pagado,pagada,bezahlt
      支払済,支払済み,入金済,入金済み,△,▲,▽,☒,❎,*,+,●,attending,late,en retard,verspätet,tarde
      atrasado,atrasada,transferred,transféré,transférée,transferido,transferida,übertragen,譲渡
      ok,okay,processed,traité,closed,active,valid,part,partial,partially,partly,partiel,parcial
      teilweise,一部,受付済,受付済み,受付,checked out,admis,admise,enregistré,enregistrée
      """
    ),
    (
      .yes,
      """
      yes,y,true,1,on,checked,ticked,✓,✔,☑,✅,√,oui,vrai,coché,sim,s,verdadeiro,sí,si,verdadero
      ja,j,wahr,はい,○,〇,◯,⭕,◎,レ,有,あり,真
      """
    ),
    (
      .no,
      """
      no,n,false,0,off,unchecked,not ticked,☐,□,⬜,non,faux,não,nao,falso,nein,falsch,いいえ,無,偽,否
      """
    ),
    (.cross, "x,×,✕,✖,✗,✘,❌,╳,⨯"),
    (
      .said(.attended),
      """
      attended,present,came,checked in,check in,signed in,signed,showed up,showed,turned up,arrived
      here,was there,was present,in attendance,attended in person,attended online,joined
      participated,took part,admitted,scanned,used,redeemed,left early,came late,arrived late
      present late,late arrival,walk in,walked in,attended late,attended partly,attended in part
      présent,présente,présents,présentes,venu,venue,est venu,est venue,signé,signée,a signé,émargé
      émargée,a participé,participé,arrivé,arrivée,était présent,était présente,était là
      arrivé en retard,arrivée en retard,parti tôt,partie tôt,pointé,pointée,scanné,scannée
      出席,参加,参加した,参加済,参加済み,出席済,出席済み,来場,来場済,来場済み,来場した
      チェックイン済,チェックイン済み,入場済,入場済み,来た,出,遅刻,早退,当日参加
      presente,compareceu,veio,participou,assinou,esteve presente,chegou,fez check in
      check in feito,check in realizado,chegou atrasado,chegou atrasada,saiu cedo
      anwesend,teilgenommen,erschienen,gekommen,da,war da,war anwesend,hat teilgenommen
      eingecheckt,unterschrieben,verspätet gekommen,früher gegangen
      asistió,vino,participó,firmó,acudió,llegó,estuvo presente,asistido,ha asistido,llegó tarde
      """
    ),
    (
      .said(.noShow),
      """
      no show,noshow,no shows,did not show,did not show up,didn t show,didn t show up,did not attend
      did not come,didn t come,didn t attend,didn t turn up,did not turn up,never came,absent
      missing,missed,not present,not there,wasn t there,was not there,not checked in,not attended
      not signed,not signed in,not arrived,never arrived
      absente,absents,non venu,non venue,pas venu,pas venue,n est pas venu,n est pas venue
      non présent,non présente,pas présent,pas présente,n a pas participé,n a pas signé
      欠席,不参加,来なかった,無断欠席,未出席,不在,未来場,欠,未参加,未入場,未チェックイン
      ausente,faltou,não compareceu,não veio,falta,não presente,não participou
      abwesend,nicht erschienen,nicht gekommen,fehlt,gefehlt,nicht anwesend,nicht da
      nicht teilgenommen,unentschuldigt,nicht eingecheckt
      no asistió,no vino,faltó,no presentado,no se presentó,no acudió,no presente,no llegó
      no participó
      """
    ),
    (
      .said(.cancelled),
      """
      cancelled,canceled,cancellation,cancelled by attendee,withdrawn,withdrew,withdrawal,rejected
      declined,refused,refunded,excused,apologies,sent apologies,apologised,apologized,deleted
      removed,not attending,not coming,not going,unsubscribed,dropped out,turned down,voided,void
      denied,regrets,can t come,cannot come,unable to attend,cannot attend,can t attend
      will not attend,will not come,won t come,absent excused,excused absence
      annulé,annulée,annulation,désisté,désistée,désistement,retiré,retirée,s est retiré
      s est retirée,refusé,refusée,rejeté,rejetée,excusé,excusée,absent excusé,absente excusée
      remboursé,remboursée,décliné,déclinée,ne vient pas,ne viendra pas,supprimé,supprimée,retrait
      取消,取り消し,取消し,取消済,取消済み,キャンセル,キャンセル済,キャンセル済み,辞退,却下,不承認
      拒否,撤回,棄権,中止,返金済,返金済み,欠席連絡,欠席連絡あり,欠席予定,不参加予定
      cancelado,cancelada,cancelou,desistiu,desistente,rejeitado,rejeitada,recusado,recusada
      recusou,retirado,retirada,retirou se,reembolsado,reembolsada,justificado,justificada,não vem
      não virá,excluído,excluída
      abgesagt,storniert,zurückgezogen,zurückgetreten,abgelehnt,entschuldigt,abgemeldet
      hat abgesagt,kommt nicht,gestrichen,erstattet,widerrufen,absage
      canceló,anulado,anulada,rechazado,rechazada,se retiró,desistió,declinó,excusado,excusada
      no viene,no vendrá,baja,de baja
      """
    ),
    (
      .waiting,
      """
      waiting,waitlisted,wait listed,waitlist,on waitlist,on the waitlist,waiting list
      on the waiting list,pending,pending approval,awaiting approval,tentative,maybe,perhaps,unsure
      undecided,in review,on hold,awaiting payment,unpaid,not paid
      en attente,liste d attente,sur liste d attente,peut être,à valider,en cours,provisoire
      non payé,non payée
      待機,待機中,キャンセル待ち,補欠,保留,申請中,承認待ち,検討中,たぶん,未承認,未払い
      em espera,lista de espera,na lista de espera,pendente,talvez,aguardando,em análise
      warteliste,auf warteliste,auf der warteliste,wartend,ausstehend,vielleicht,vorläufig
      in bearbeitung,unter vorbehalt
      en espera,en lista de espera,pendiente,quizás,quizá,tal vez,en revisión
      """
    ),
    (
      .said(.registered),
      """
      registered,signed up,sign up,enrolled,booked,applied,approved,accepted,rsvp,rsvp yes,rsvped
      going,will attend,will come,coming,expected,reserved,ordered,unused,not used,pre registered
      preregistered
      inscrit,inscrite,préinscrit,préinscrite,viendra,vient,prévu,prévue,réservé,réservée,accepté
      acceptée,approuvé,approuvée,validé,validée
      申込,申込済,申込済み,申し込み,登録,登録済,登録済み,参加予定,出席予定,予約,予約済,予約済み
      応募,承認,承認済,承認済み
      inscrito,inscrita,registrado,registrada,pré inscrito,pré inscrita,reservado,reservada,vai
      virá,aprovado,aprovada,aceito,aceita,aceite
      angemeldet,registriert,gebucht,zugesagt,kommt,vorgemerkt,genehmigt,angenommen,reserviert
      apuntado,apuntada,preinscrito,preinscrita,vendrá,viene,aprobado,aprobada,aceptado,aceptada
      """
    ),
    (
      .said(.invited),
      """
      invited,invitation sent,no reply,no response,not answered
      invité,invitée,sans réponse,pas de réponse,招待,招待済,招待済み,案内済,案内済み,未回答
      convidado,convidada,sem resposta,eingeladen,keine antwort,invitado,invitada,sin respuesta
      """
    ),
  ]
}
