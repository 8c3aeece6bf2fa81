/// Names that many people have in the countries of the programme, so that one among other words is seen.
///
/// No list is whole, and of a name that is a word too (Rose, Will, Mark) nothing can be told; what is not
/// on it is found by titles, initials and the places where names stand.
enum GivenNames {
  /// Whether a word of a text is one, in capitals or not; a Japanese one by its surname.
  static func stand(in text: String) -> Bool {
    if text.utf8.contains(where: { $0 > 0x7F }), japanese.contains(where: text.contains) {
      return true
    }
    return SheetCell.tokens(text).contains(where: isOne)
  }

  /// Whether a folded word is one.
  static func isOne(_ word: String) -> Bool { names.contains(word) }

  private static let names = words(
    """
    aaron abdul abdullah abigail adriana ahmad ahmed aisha aline alan alejandra alejandro alessandra alex
    alexander alexandra alexandre alfonso alice alicia alison aliyah amadou amal amanda amandine amelie amina
    amir amira amy ana andre andrea andreas andreia andrew andrzej anette angela angelika angelina angie anita
    anja anke anna anne annette annie anthony antje antoine antonia antonio arjun arnaud arthur aurelie awa
    axel ayesha aziz baptiste barbara beatrice beatriz ben benedikt benjamin bernadette bernard bernd bernhard
    birgit brenda brian brigitte bruno camila camille carla carlos carmen carole carolina caroline catarina
    catherine cecile cecilia celine cesar charlotte chloe christelle christian christiane christina christine
    christophe christopher claire claude claudia claudine clemence clement colin connor corinne cristina
    cynthia daniel daniela danielle danilo darren david debbie deborah delphine denis denise diana diane
    didier diego dieter dimitri djamila dominik dominique donna doris dorothea dylan eduardo edward eileen
    elaine elena eliane elif elisa elisabeth elise elizabeth elke ellen emily emma emmanuel enrique eric erik
    esteban esther etienne eva evelyn fabian fabien fabio fabrice fatima fatma fatou fatoumata felipe
    fernanda fernando fiona florence florian franca francesca francisca francisco franck francois francoise
    frank frederic frederik friedrich gabriel gabriela gabrielle gemma george georges gerard gerd gerhard
    gilbert gilles giovanni gisela giulia giuseppe gloria graham gregory guadalupe guillaume guillermo
    gustavo hamid hana hannah hans harald hassan hayley heather heike heinrich heinz helen helena helene helga
    helmut henri henrique hiroshi holger horst hubert hugo hussein ian ibrahim ignacio imane inaya ines ingrid
    irene iris isabel isabela isabelle ismael ivan jacob jacqueline jacques james jamila jan jana jane janet
    janice jasmin jasmine jason javier jean jeanne jeannette jeff jennifer jenny jens jeremy jerome jessica
    jim joan joana joanna joanne joao jochen joel johanna johannes john jonas jonathan jorge jose josef
    josefina joseph josephine josiane josue joyce juan juana judith juergen julia julian juliana julie julien
    juliette julio jurgen justine kamal karen karim karin karl karla karsten katharina katherine kathleen
    kathrin katja katrin kayla keisha keith kelly ken kenneth kerstin kevin khadija khalid kim kimberly klaus
    kristin kwame laila lakshmi lamia lara larissa lars laura laure laurence laurent lea leandro leila lena
    leon leonardo leonie leroy leticia leyla liam lilian lina linda lisa lorena louis louise lourdes luca
    lucas lucia luciana lucie lucien luis luisa luiz lukas lydia lynn madeleine mae magali maike malik mamadou
    manuel manuela marc marcel marcela marcelo marcia marco marcos marcus margaret margarita maria mariam
    mariana marie mariko marina mario marion marlene marta martha martin martina martine mary maryam mateus
    mathieu mathilde matheus matthew matthias maurice mauricio maxime mehdi mehmet melanie mercedes michael
    michel michele michelle miguel mike mohamed mohammad mohammed monica monika monique moritz moussa
    muhammad mustafa myriam nadia nadine naima nancy naomi natalia natalie nathalie nathan neil nicholas
    nicola nicolas nicole nils nina noah noelle noor nora norbert olga oliver olivia olivier omar oscar oumou
    pablo pamela paola pascal pascale patrice patricia patrick paul paula paulo pauline pedro peter petra
    philip philipp philippe pierrick pilar priscila priya rachel rafael rahul rainer rajesh ralf ramon raquel
    raul rebecca regina regine reinhard renata renate rene ricardo richard rita robert roberta roberto
    rodrigo roger roland rolf ronald rosa rosario roxane ruben rudolf ruth ryan sabine sabrina said saida
    salma samir samira samuel sandra sandrine sara sarah saskia sean sebastian sebastien sergio severine
    sharon shirley silke silvia simon simone sinead siobhan sofia sofie solange sonia sophia sophie stefan
    stefanie stephane stephanie stephen steve steven sunita susan susana susanne suzanne svenja sven sylvain
    sylvia sylvie tamara tania tanja tara tariq teresa theresa thierry thomas thorsten tiago tim timo tina
    tobias tom tony torsten tracy ulrich ulrike ursula ute valentina valerie vanessa vera veronica veronique
    victor victoria vincent virginie vitor vivian volker walter werner wilfried wolfgang xavier yamina yannick
    yara yasmin yasmine yolanda yuki yusuf yvette yvonne zainab zineb zoe
    dubois dupont dupuis durand fernandez fischer garcia gonzalez gomez hernandez jones khan lopez martinez
    moreau mueller muller nguyen oliveira patel perez ramirez rodriguez sanchez santos schmidt schneider
    silva singh smith souza tremblay
    """)

  private static let japanese = words(
    """
    佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 山本 中村 小林 加藤 吉田 山田 佐々木 松本 井上 木村 清水 山崎 阿部 池田 橋本
    山下 前田 藤田 後藤 岡田 斎藤 斉藤 齋藤 近藤 坂本 遠藤 青木 藤井 西村 福田 太田 三浦 藤原 岡本 松田 中川 原田
    花子 太郎 一郎 次郎 美咲 さくら 陽子 恵子 裕子
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
