// Slips: the sums that stand in the record come from what sittings took in.
extension DeclaredCommunities {
  /// How many slips are in, answered or not; nil where nobody entered any.
  public var slips: Int? { sittings.isEmpty ? answered : sum(of: .slips) }

  /// One question of the slips, where it is known by itself.
  public func question(_ id: Code) -> DeclaredQuestion? { questions.first { $0.id == id } }

  /// Takes slips in, as those of one sitting.
  public mutating func add(_ slips: [EnteredSlip], by sitting: Code) {
    takeInTyped()
    for slip in slips { add(slip, sitting) }
  }

  /// Takes slips of a sitting back that it took in.
  public mutating func takeBack(_ slips: [EnteredSlip], by sitting: Code) {
    takeInTyped()
    for slip in slips {
      for number in numbers(of: slip) { change(number, by: -1, sitting) }
    }
  }

  /// The sitting as which slips go into the file that are fewer than go there together.
  ///
  /// A row of their own would tell them apart from all others for good. So they join those of
  /// the largest one; where that counts at the same moment elsewhere, a merge can lose them.
  public func sitting(forFew own: Code, together: Int) -> Code {
    func size(_ row: SlipCount) -> Int { SlipNumber.slips.key.map(row.net) ?? 0 }
    if let row = sittings.first(where: { $0.id == own }), size(row) >= together { return own }
    let largest = sittings.filter { size($0) > 0 }.max {
      (size($0), $1.id) < (size($1), $0.id)
    }
    return largest?.id ?? own
  }

  /// Whether slips tell a number of a question, so that nobody has to say whether it was asked.
  func isCounted(_ question: Code) -> Bool { holds(.answeredFor(question)) }
}

// Taking one in.
extension DeclaredCommunities {
  private mutating func add(_ slip: EnteredSlip, _ sitting: Code) {
    for question in slip.questions where self.question(question)?.answered == nil {
      begin(question)
    }
    // Also what nobody ticked is known now.
    if answered == nil { answered = 0 }
    let before = slips ?? 0
    for number in numbers(of: slip) { change(number, by: 1, sitting) }
    guard case .among(let given) = slip.base else { return }
    // More slips than were thought to be given out were given out all the same.
    raise(.asked, to: max(given, before + 1))
    for question in slip.questions {
      let answered = self.question(question)?.answered ?? 0
      raise(.askedFor(question), to: max((asked ?? 0) - unknown(question), answered))
    }
  }

  /// The numbers to which a slip adds one.
  private func numbers(of slip: EnteredSlip) -> [SlipNumber] {
    var numbers: [SlipNumber] = [.slips]
    if slip.isAnswered { numbers.append(.answered) }
    numbers += slip.communities.map(SlipNumber.community)
    if let band = slip.ageBand { numbers.append(.ageBand(band)) }
    if slip.base == .each { numbers.append(.asked) }
    for question in slip.questions {
      if slip.answers(question) { numbers.append(.answeredFor(question)) }
      if slip.isNothing, self.question(question)?.none != nil { numbers.append(.noneFor(question)) }
      if slip.base == .each { numbers.append(.askedFor(question)) }
    }
    return numbers
  }

  /// Begins to keep a question by itself: of one that has a number already, with what the slips
  /// before told as a whole.
  private mutating func begin(_ id: Code) {
    let isAge = id == DeclaredQuestion.ageBands
    let known = counts(of: id)
    edit(id) { question in
      question.counts = known
      question.answered = 0
      if !isAge { question.none = 0 }
    }
    if known.isEmpty { return }
    let base = isAge ? known.values.reduce(0, +) : answered ?? 0
    let given = asked
    edit(id) { question in
      (question.asked, question.answered, question.none) = (given, base, nil)
    }
  }

  /// How many slips stood there as a whole, of which nobody knows whether they held a question.
  private func unknown(_ id: Code) -> Int {
    let given = sittings.first { $0.id == SlipCount.given }
    guard let given, let answered = SlipNumber.answeredFor(id).key, let slips = SlipNumber.slips.key
    else { return 0 }
    let isTold =
      given.holds(answered) || !isCounted(id) && (question(id)?.answered ?? 0) > 0
    return isTold ? 0 : max(0, given.net(slips))
  }
}

// What sittings make of the numbers.
extension DeclaredCommunities {
  /// Writes what the sittings come to where readers look for it.
  mutating func reckon() {
    for number in held {
      let sum = sum(of: number)
      // What was emptied stays unknown until somebody counts on.
      if sum > 0 || (self[number] ?? 0) > 0 { self[number] = sum }
    }
  }

  /// Takes numbers that were typed over those of the sittings into what was given.
  mutating func takeInTyped() {
    for number in held where number != .slips {
      let difference = (self[number] ?? 0) - sum(of: number)
      if difference != 0, let key = number.key {
        row(SlipCount.given) { $0.change(key, by: difference) }
      }
    }
  }

  /// Has the questions follow what was typed since: their counts, and bases that were taken over
  /// from the slips as a whole.
  mutating func follow(since earlier: DeclaredCommunities) {
    let isTyped = sittings.isEmpty && earlier.sittings.isEmpty
    for place in questions.indices {
      let question = questions[place]
      if counts(of: question.id) != earlier.counts(of: question.id) {
        questions[place].counts = counts(of: question.id)
      }
      let isWhole =
        isTyped && !isCounted(question.id) && question == earlier.question(question.id)
        && question.answered != nil && question.asked == earlier.asked
        && question.answered == earlier.answered
      if isWhole { (questions[place].asked, questions[place].answered) = (asked, answered) }
    }
  }

  /// The sums as they stand, in the place of a later state of the same record: what sittings did
  /// between the two is taken back in their rows.
  func inPlace(of later: DeclaredCommunities) -> DeclaredCommunities {
    var back = self
    back.sittings = later.sittings
    for (place, row) in later.sittings.enumerated() {
      let was = sittings.first { $0.id == row.id } ?? SlipCount()
      for key in Set(row.added.keys).union(row.taken.keys) {
        back.sittings[place].change(key, by: was.net(key) - row.net(key))
      }
    }
    return back
  }

  /// The numbers that any sitting holds, in their order.
  var held: [SlipNumber] {
    Set(sittings.flatMap { Array($0.added.keys) + Array($0.taken.keys) }).sorted()
      .compactMap(SlipNumber.init)
  }

  private func holds(_ number: SlipNumber) -> Bool {
    number.key.map { key in sittings.contains { $0.holds(key) } } ?? false
  }

  private func sum(of number: SlipNumber) -> Int {
    guard let key = number.key else { return 0 }
    return max(0, sittings.reduce(0) { $0 + $1.net(key) })
  }

  /// Changes a number by what one sitting adds or takes back.
  private mutating func change(_ number: SlipNumber, by count: Int, _ sitting: Code) {
    guard let key = number.key else {
      return self[number] = max(0, (self[number] ?? 0) + count)
    }
    keepGiven(number, key)
    row(sitting) { $0.change(key, by: count) }
    self[number] = sum(of: number)
  }

  /// Makes a number at least so large, as what was given.
  private mutating func raise(_ number: SlipNumber, to least: Int) {
    guard let key = number.key else { return self[number] = max(self[number] ?? 0, least) }
    keepGiven(number, key)
    let lacking = least - sum(of: number)
    if lacking > 0 { row(SlipCount.given) { $0.change(key, by: lacking) } }
    self[number] = sum(of: number)
  }

  /// Keeps what stood there before any sitting changed it.
  private mutating func keepGiven(_ number: SlipNumber, _ key: Code) {
    guard !holds(number), let standing = self[number], standing > 0 else { return }
    row(SlipCount.given) { $0.change(key, by: standing) }
  }

  private mutating func row(_ id: Code, _ change: (inout SlipCount) -> Void) {
    if let place = sittings.firstIndex(where: { $0.id == id }) { return change(&sittings[place]) }
    var row = SlipCount()
    row.id = id
    change(&row)
    sittings.append(row)
  }

  private mutating func edit(_ id: Code, _ change: (inout DeclaredQuestion) -> Void) {
    if let place = questions.firstIndex(where: { $0.id == id }) { return change(&questions[place]) }
    var question = DeclaredQuestion()
    (question.id, question.counts) = (id, counts(of: id))
    change(&question)
    questions.append(question)
  }

  /// What the slips as a whole count for a question.
  private func counts(of question: Code) -> [Code: Int] {
    if question == DeclaredQuestion.ageBands { return ageBands }
    return communities[question].map { [question: $0] } ?? [:]
  }

  /// A number as it stands in the record.
  private subscript(number: SlipNumber) -> Int? {
    get {
      switch number {
      case .slips: slips
      case .asked: asked
      case .answered: answered
      case .community(let code): communities[code]
      case .ageBand(let code): ageBands[code]
      case .askedFor(let id): question(id)?.asked
      case .answeredFor(let id): question(id)?.answered
      case .noneFor(let id): question(id)?.none
      }
    }
    set {
      switch number {
      case .slips: break
      case .asked: asked = newValue
      case .answered: answered = newValue
      case .community(let code):
        communities[code] = newValue
        if question(code) != nil { edit(code) { $0.counts[code] = newValue } }
      case .ageBand(let code):
        ageBands[code] = newValue
        let id = DeclaredQuestion.ageBands
        if question(id) != nil { edit(id) { $0.counts[code] = newValue } }
      case .askedFor(let id): edit(id) { $0.asked = newValue }
      case .answeredFor(let id): edit(id) { $0.answered = newValue }
      case .noneFor(let id): edit(id) { $0.none = newValue }
      }
    }
  }
}
